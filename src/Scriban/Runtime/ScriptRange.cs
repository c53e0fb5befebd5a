using System.Collections;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>The integers from a first to a last one, up or down. Nothing is stored but the bounds.</summary>
public sealed class ScriptRange : IList<object?>, IList
{
    private readonly long _first;
    private readonly int _step;

    private ScriptRange(long first, long last)
    {
        _first = first;
        _step = first <= last ? 1 : -1;
        var count = Math.Abs((decimal)last - first) + 1;
        Count = count > int.MaxValue ? int.MaxValue : (int)count;
    }

    private ScriptRange() => Count = 0;

    /// <inheritdoc cref="System.Collections.ICollection.Count" />
    public int Count { get; }

    /// <inheritdoc cref="IList.IsReadOnly" />
    public bool IsReadOnly => true;

    /// <inheritdoc />
    public bool IsFixedSize => true;

    /// <inheritdoc />
    public bool IsSynchronized => false;

    /// <inheritdoc />
    public object SyncRoot => this;

    private static ScriptRange Empty { get; } = new();

    /// <inheritdoc />
    public object? this[int index]
    {
        get => index >= 0 && index < Count ? Number(index) : null;
        set => throw ReadOnly();
    }

    object? IList.this[int index]
    {
        get => this[index];
        set => throw ReadOnly();
    }

    /// <inheritdoc />
    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return Number(i);
        }
    }

    /// <inheritdoc cref="IList.Contains" />
    public bool Contains(object? item) => IndexOf(item) >= 0;

    /// <inheritdoc cref="IList.IndexOf" />
    public int IndexOf(object? item)
    {
        var number = item switch
        {
            int i => i,
            long l => l,
            _ => (long?)null,
        };
        var index = number is null ? -1 : (number.Value - _first) * _step;
        return index >= 0 && index < Count ? (int)index : -1;
    }

    /// <inheritdoc />
    public void CopyTo(object?[] array, int arrayIndex)
    {
        foreach (var item in this)
        {
            array[arrayIndex++] = item;
        }
    }

    /// <inheritdoc />
    public override string ToString() => ValuePrinter.Print(this);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<object?>.Add(object? item) => throw ReadOnly();

    int IList.Add(object? value) => throw ReadOnly();

    void ICollection<object?>.Clear() => throw ReadOnly();

    void IList.Clear() => throw ReadOnly();

    void IList<object?>.Insert(int index, object? item) => throw ReadOnly();

    void IList.Insert(int index, object? value) => throw ReadOnly();

    bool ICollection<object?>.Remove(object? item) => throw ReadOnly();

    void IList.Remove(object? value) => throw ReadOnly();

    void IList<object?>.RemoveAt(int index) => throw ReadOnly();

    void IList.RemoveAt(int index) => throw ReadOnly();

    void ICollection.CopyTo(Array array, int index)
    {
        foreach (var item in this)
        {
            array.SetValue(item, index++);
        }
    }

    /// <summary>The range of an operator; without its last number where the operator excludes it.</summary>
    internal static ScriptRange Create(ScriptBinaryOperator op, long first, long last)
    {
        if (op == ScriptBinaryOperator.RangeInclude)
        {
            return new ScriptRange(first, last);
        }

        return first == last ? Empty : new ScriptRange(first, last + (first < last ? -1 : 1));
    }

    private static NotSupportedException ReadOnly() => new("The range is readonly");

    private object Number(int index) => ScriptArithmetic.Fit(_first + ((long)index * _step));
}
