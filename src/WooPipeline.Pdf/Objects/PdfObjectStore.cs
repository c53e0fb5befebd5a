namespace WooPipeline.Pdf.Objects;

/// <summary>The indirect objects of a file being made, numbered from 1 in the order in which they are asked for.</summary>
public sealed class PdfObjectStore
{
    private readonly List<PdfObject?> objects = [null];

    /// <summary>Highest number given plus one; the trailer's <c>Size</c>.</summary>
    public int Size => objects.Count;

    /// <summary>The object of a number; null where only its number was given so far.</summary>
    public PdfObject? this[PdfReference reference] => objects[reference.Number];

    /// <summary>Gives a number to an object.</summary>
    public PdfReference Add(PdfObject value)
    {
        objects.Add(value);
        return new PdfReference(objects.Count - 1);
    }

    /// <summary>Gives a number whose object is set later.</summary>
    public PdfReference Reserve()
    {
        objects.Add(null);
        return new PdfReference(objects.Count - 1);
    }

    /// <summary>Sets the object of a number.</summary>
    public void Set(PdfReference reference, PdfObject value) => objects[reference.Number] = value;

    internal IEnumerable<(int Number, PdfObject? Value)> All()
    {
        for (var number = 1; number < objects.Count; number++)
        {
            yield return (number, objects[number]);
        }
    }
}
