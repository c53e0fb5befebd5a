namespace WooPipeline.Pdf.Objects;

/// <summary>A reference to an indirect object (§7.3.10).</summary>
public sealed class PdfReference(int number, int generation = 0) : PdfObject, IEquatable<PdfReference>
{
    /// <summary>Object number, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>Generation; 0 in all that we write.</summary>
    public int Generation { get; } = generation;

    /// <inheritdoc/>
    public bool Equals(PdfReference? other) => other is not null && Number == other.Number && Generation == other.Generation;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PdfReference);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Number, Generation);

    internal override void WriteTo(PdfOutput output)
    {
        output.Integer(Number);
        output.Integer(Generation);
        output.Keyword("R"u8);
    }
}
