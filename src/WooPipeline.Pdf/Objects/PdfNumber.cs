namespace WooPipeline.Pdf.Objects;

/// <summary>A number, whole or real (§7.3.3).</summary>
public abstract class PdfNumber : PdfObject
{
    /// <summary>The value as a real.</summary>
    public abstract double ToDouble();
}

/// <summary>A whole number.</summary>
public sealed class PdfInteger(long value) : PdfNumber
{
    /// <summary>The value.</summary>
    public long Value { get; } = value;

    /// <inheritdoc/>
    public override double ToDouble() => Value;

    internal override void WriteTo(PdfOutput output) => output.Integer(Value);
}

/// <summary>A real number; never in exponent form in a file.</summary>
public sealed class PdfReal(double value) : PdfNumber
{
    /// <summary>The value; finite.</summary>
    public double Value { get; } = double.IsFinite(value) ? value : 0;

    /// <inheritdoc/>
    public override double ToDouble() => Value;

    internal override void WriteTo(PdfOutput output) => output.Real(Value);
}
