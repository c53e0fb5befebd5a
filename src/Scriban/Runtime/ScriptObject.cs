using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>A dictionary whose members are the variables or members of a template. Members keep the order in which they were added.</summary>
public class ScriptObject : IDictionary<string, object?>, IScriptObject
{
    private readonly OrderedDictionary<string, Slot> _members;

    /// <summary>Creates an empty object. A derived type gets its own static methods, properties and fields as members.</summary>
    public ScriptObject()
        : this(0)
    {
    }

    /// <summary>Creates an empty object with room for members.</summary>
    public ScriptObject(int capacity)
        : this(capacity, true)
    {
    }

    /// <summary>Creates an empty object whose names are compared in a way of their own.</summary>
    public ScriptObject(IEqualityComparer<string>? keyComparer)
        : this(0, true, keyComparer)
    {
    }

    /// <summary>Creates an empty object.</summary>
    /// <param name="capacity">Room for members.</param>
    /// <param name="autoImportStaticsFromThisType">Whether a derived type gets its own static members.</param>
    /// <param name="keyComparer">How names are compared; exactly where null.</param>
    public ScriptObject(int capacity, bool? autoImportStaticsFromThisType, IEqualityComparer<string>? keyComparer = null)
    {
        _members = new OrderedDictionary<string, Slot>(capacity, keyComparer ?? StringComparer.Ordinal);
        if (autoImportStaticsFromThisType != false && GetType() != typeof(ScriptObject))
        {
            StaticMembers.AddTo(this, GetType());
        }
    }

    /// <inheritdoc cref="IScriptObject.Count" />
    public int Count => _members.Count;

    /// <inheritdoc cref="IScriptObject.IsReadOnly" />
    public virtual bool IsReadOnly { get; set; }

    /// <inheritdoc />
    public ICollection<string> Keys => _members.Keys;

    /// <inheritdoc />
    public ICollection<object?> Values => _members.Values.Select(x => x.Value).ToList();

    /// <inheritdoc />
    public object? this[string key]
    {
        get => _members.TryGetValue(key, out var slot) ? slot.Value : null;
        set => SetValue(key, value, false);
    }

    /// <summary>Creates an object with the members of another.</summary>
    public static ScriptObject From(object obj)
    {
        var result = new ScriptObject();
        result.Import(obj);
        return result;
    }

    /// <summary>Whether an object can be imported: it isn't a value, a string or a list.</summary>
    public static bool IsImportable(object? obj) =>
        obj is not null and not string and not IList && !obj.GetType().IsPrimitive && obj is not (decimal or DateTime);

    /// <inheritdoc />
    public IEnumerable<string> GetMembers() => _members.Keys;

    /// <inheritdoc />
    public virtual bool Contains(string member) => _members.ContainsKey(member);

    /// <inheritdoc />
    public bool ContainsKey(string key) => Contains(key);

    /// <inheritdoc />
    public virtual bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object? value) => TryGetValue(member, out value);

    /// <inheritdoc />
    public bool TryGetValue(string key, out object? value)
    {
        if (_members.TryGetValue(key, out var slot))
        {
            value = slot.Value;
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>Reads a member as a type; its default where it is missing or of another type.</summary>
    public T? GetSafeValue<T>(string name, T? defaultValue = default) => this[name] is T value ? value : defaultValue;

    /// <inheritdoc />
    public virtual bool CanWrite(string member) => !IsReadOnly && !(_members.TryGetValue(member, out var slot) && slot.IsReadOnly);

    /// <inheritdoc />
    public virtual bool TrySetValue(TemplateContext context, SourceSpan span, string member, object? value, bool readOnly)
    {
        if (!CanWrite(member))
        {
            return false;
        }

        SetValue(member, value, readOnly);
        return true;
    }

    /// <summary>Writes a member, also one that templates can't write.</summary>
    public virtual void SetValue(string member, object? value, bool readOnly) =>
        _members[member] = new Slot(ScriptJson.Unwrap(value), readOnly);

    /// <summary>Adds a member.</summary>
    /// <exception cref="ArgumentException">There is one of that name.</exception>
    public void Add(string key, object? value) => _members.Add(key, new Slot(ScriptJson.Unwrap(value), false));

    /// <inheritdoc cref="IScriptObject.Remove" />
    public virtual bool Remove(string member) => _members.Remove(member);

    /// <inheritdoc />
    public void Clear() => _members.Clear();

    /// <inheritdoc />
    public void SetReadOnly(string member, bool readOnly)
    {
        if (_members.TryGetValue(member, out var slot))
        {
            _members[member] = slot with { IsReadOnly = readOnly };
        }
    }

    /// <inheritdoc />
    public virtual IScriptObject Clone(bool deep)
    {
        var copy = new ScriptObject(_members.Count) { IsReadOnly = IsReadOnly };
        foreach (var (name, slot) in _members)
        {
            var value = deep && slot.Value is IScriptObject nested ? nested.Clone(true) : slot.Value;
            copy._members[name] = slot with { Value = value };
        }

        return copy;
    }

    /// <summary>Imports the members of an object: of a script object or dictionary its entries, else its properties and fields.</summary>
    public void Import(object? obj) => ScriptObjectExtensions.Import(this, obj);

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        foreach (var (name, slot) in _members)
        {
            yield return new KeyValuePair<string, object?>(name, slot.Value);
        }
    }

    /// <inheritdoc />
    public override string ToString() => ValuePrinter.Print(this);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) =>
        TryGetValue(item.Key, out var value) && Equals(value, item.Value);

    [SuppressMessage("Design", "CA1033", Justification = "Of no use outside the interface.")]
    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex)
    {
        foreach (var item in this)
        {
            array[arrayIndex++] = item;
        }
    }

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) => Remove(item.Key);

    /// <summary>A value and whether templates may change it.</summary>
    private readonly record struct Slot(object? Value, bool IsReadOnly);
}
