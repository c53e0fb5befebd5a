using System.Collections;

namespace WooPipeline.Pdf.Objects;

/// <summary>An array (§7.3.6).</summary>
public sealed class PdfArray : PdfObject, IEnumerable<PdfObject>
{
    private readonly List<PdfObject> items;

    /// <summary>An empty array.</summary>
    public PdfArray() => items = [];

    /// <summary>An array of objects.</summary>
    public PdfArray(IEnumerable<PdfObject> items) => this.items = [.. items];

    /// <summary>How many objects it holds.</summary>
    public int Count => items.Count;

    /// <summary>The object at an index, zero based.</summary>
    public PdfObject this[int index]
    {
        get => items[index];
        set => items[index] = value;
    }

    /// <summary>An array of numbers, whole ones as such.</summary>
    public static PdfArray OfNumbers(params ReadOnlySpan<double> numbers)
    {
        var array = new PdfArray();
        foreach (var number in numbers)
        {
            array.Add(number == Math.Floor(number) && Math.Abs(number) < 1e9 ? new PdfInteger((long)number) : new PdfReal(number));
        }

        return array;
    }

    /// <summary>Adds at the end.</summary>
    public void Add(PdfObject item) => items.Add(item);

    /// <summary>Takes an item out, the same object and none that equals it.</summary>
    internal void Remove(PdfObject item) => items.RemoveAll(i => ReferenceEquals(i, item));

    /// <inheritdoc/>
    public IEnumerator<PdfObject> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal override void WriteTo(PdfOutput output)
    {
        output.Delimiter("["u8);
        foreach (var item in items)
        {
            item.WriteTo(output);
        }

        output.Delimiter("]"u8);
    }
}
