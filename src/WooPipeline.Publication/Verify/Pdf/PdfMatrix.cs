namespace WooPipeline.Publication.Verification;

/// <summary>A transformation (ISO 32000-2 §8.3.4).</summary>
internal readonly record struct PdfMatrix(double A, double B, double C, double D, double E, double F)
{
    public static PdfMatrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>This one first, then the other.</summary>
    public PdfMatrix Then(PdfMatrix o) => new(
        (A * o.A) + (B * o.C), (A * o.B) + (B * o.D), (C * o.A) + (D * o.C), (C * o.B) + (D * o.D),
        (E * o.A) + (F * o.C) + o.E, (E * o.B) + (F * o.D) + o.F);

    /// <summary>A shift before this one.</summary>
    public PdfMatrix Shifted(double x, double y) => this with { E = (x * A) + (y * C) + E, F = (x * B) + (y * D) + F };

    /// <summary>From six operands; the identity where they aren't there.</summary>
    public static PdfMatrix Of(IReadOnlyList<object?> operands)
    {
        double[] n = [.. operands.OfType<double>()];
        return n.Length < 6 ? Identity : new(n[^6], n[^5], n[^4], n[^3], n[^2], n[^1]);
    }
}
