using System.Collections;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>A list that grows where it is written to, and may have members besides its items.</summary>
/// <typeparam name="T">Type of the items.</typeparam>
public class ScriptArray<T> : IList<T?>, IList, IScriptObject
{
    private readonly List<T?> _items;
    private ScriptObject? _members;

    /// <summary>Creates an empty array.</summary>
    public ScriptArray() => _items = [];

    /// <summary>Creates an empty array with room for items.</summary>
    public ScriptArray(int capacity) => _items = new List<T?>(capacity);

    /// <summary>Creates an array of items.</summary>
    public ScriptArray(IEnumerable<T?> values) => _items = [.. values];

    /// <inheritdoc cref="System.Collections.ICollection.Count" />
    public int Count => _items.Count;

    /// <summary>Whether neither items nor members can be written.</summary>
    public bool IsReadOnly { get; set; }

    /// <inheritdoc />
    public bool IsFixedSize => IsReadOnly;

    /// <inheritdoc />
    public bool IsSynchronized => false;

    /// <inheritdoc />
    public object SyncRoot => this;

    /// <summary>The members besides the items.</summary>
    public IScriptObject ScriptObject => _members ??= new ScriptObject();

    /// <summary>An item; outside the array nothing is read, and writing lets it grow.</summary>
    public T? this[int index]
    {
        get => index >= 0 && index < _items.Count ? _items[index] : default;
        set
        {
            ThrowIfReadOnly();
            if (index < 0)
            {
                return;
            }

            while (_items.Count <= index)
            {
                _items.Add(default);
            }

            _items[index] = value;
        }
    }

    object? IList.this[int index]
    {
        get => this[index];
        set => this[index] = (T?)value;
    }

    int IScriptObject.Count => _members?.Count ?? 0;

    /// <inheritdoc />
    public void Add(T? item)
    {
        ThrowIfReadOnly();
        _items.Add(item);
    }

    /// <summary>Adds items.</summary>
    public void AddRange(IEnumerable<T?> items)
    {
        ThrowIfReadOnly();
        _items.AddRange(items);
    }

    /// <inheritdoc />
    public void Clear()
    {
        ThrowIfReadOnly();
        _items.Clear();
    }

    /// <inheritdoc />
    public bool Contains(T? item) => _items.Contains(item);

    /// <inheritdoc />
    public void CopyTo(T?[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <inheritdoc />
    public int IndexOf(T? item) => _items.IndexOf(item);

    /// <inheritdoc />
    public void Insert(int index, T? item)
    {
        ThrowIfReadOnly();
        _items.Insert(index, item);
    }

    /// <inheritdoc />
    public bool Remove(T? item)
    {
        ThrowIfReadOnly();
        return _items.Remove(item);
    }

    /// <inheritdoc cref="IList.RemoveAt" />
    public void RemoveAt(int index)
    {
        ThrowIfReadOnly();
        if (index < 0)
        {
            index += _items.Count;
        }

        if (index >= 0 && index < _items.Count)
        {
            _items.RemoveAt(index);
        }
    }

    /// <inheritdoc />
    public IEnumerator<T?> GetEnumerator() => _items.GetEnumerator();

    /// <inheritdoc />
    public IEnumerable<string> GetMembers() => _members?.GetMembers() ?? [];

    /// <inheritdoc />
    public virtual bool Contains(string member) => member == "size" || _members?.Contains(member) == true;

    /// <inheritdoc />
    public virtual bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object? value)
    {
        if (member == "size")
        {
            value = Count;
            return true;
        }

        value = null;
        return _members?.TryGetValue(member, out value) == true;
    }

    /// <inheritdoc />
    public virtual bool CanWrite(string member) => !IsReadOnly && member != "size" && _members?.CanWrite(member) != false;

    /// <inheritdoc />
    public virtual bool TrySetValue(TemplateContext context, SourceSpan span, string member, object? value, bool readOnly) =>
        CanWrite(member) && ScriptObject.TrySetValue(context, span, member, value, readOnly);

    /// <inheritdoc />
    public virtual bool Remove(string member) => _members?.Remove(member) == true;

    /// <inheritdoc />
    public void SetReadOnly(string member, bool readOnly) => _members?.SetReadOnly(member, readOnly);

    /// <inheritdoc />
    public virtual IScriptObject Clone(bool deep)
    {
        var items = deep ? _items.Select(x => x is IScriptObject nested ? (T?)(object)nested.Clone(true) : x) : _items;
        return new ScriptArray<T>(items) { IsReadOnly = IsReadOnly, _members = (ScriptObject?)_members?.Clone(deep) };
    }

    /// <inheritdoc />
    public override string ToString() => ValuePrinter.Print(this);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    int IList.Add(object? value)
    {
        Add((T?)value);
        return Count - 1;
    }

    bool IList.Contains(object? value) => Contains((T?)value);

    int IList.IndexOf(object? value) => IndexOf((T?)value);

    void IList.Insert(int index, object? value) => Insert(index, (T?)value);

    void IList.Remove(object? value) => Remove((T?)value);

    void ICollection.CopyTo(Array array, int index) => ((ICollection)_items).CopyTo(array, index);

    private void ThrowIfReadOnly()
    {
        if (IsReadOnly)
        {
            throw new InvalidOperationException("The array is readonly");
        }
    }
}
