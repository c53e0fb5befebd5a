namespace WooPipeline.Pdf.Content;

/// <summary>A transformation (§8.3.3): x' = a·x + c·y + e, y' = b·x + d·y + f.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static Matrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>Area factor; 0 where it can't be undone.</summary>
    public double Determinant => (A * D) - (B * C);

    /// <summary>First this, then <paramref name="next"/>.</summary>
    public Matrix Then(in Matrix next) => new(
        (A * next.A) + (B * next.C),
        (A * next.B) + (B * next.D),
        (C * next.A) + (D * next.C),
        (C * next.B) + (D * next.D),
        (E * next.A) + (F * next.C) + next.E,
        (E * next.B) + (F * next.D) + next.F);

    /// <summary>This after a move.</summary>
    public Matrix Moved(double x, double y) => this with { E = (x * A) + (y * C) + E, F = (x * B) + (y * D) + F };

    public (double X, double Y) Apply(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>Turns a vector, without the move.</summary>
    public (double X, double Y) Turn(double x, double y) => ((A * x) + (C * y), (B * x) + (D * y));

    /// <summary>The transformation that undoes this one; null where there is none.</summary>
    public Matrix? Inverse()
    {
        var det = Determinant;
        if (Math.Abs(det) < 1e-12)
        {
            return null;
        }

        return new Matrix(D / det, -B / det, -C / det, A / det, ((C * F) - (D * E)) / det, ((B * E) - (A * F)) / det);
    }

    /// <summary>The box around a box that was transformed.</summary>
    public Box Apply(in Box box)
    {
        var (x1, y1) = Apply(box.Left, box.Bottom);
        var (x2, y2) = Apply(box.Right, box.Bottom);
        var (x3, y3) = Apply(box.Left, box.Top);
        var (x4, y4) = Apply(box.Right, box.Top);
        return new Box(
            Math.Min(Math.Min(x1, x2), Math.Min(x3, x4)),
            Math.Min(Math.Min(y1, y2), Math.Min(y3, y4)),
            Math.Max(Math.Max(x1, x2), Math.Max(x3, x4)),
            Math.Max(Math.Max(y1, y2), Math.Max(y3, y4)));
    }

    /// <summary>From the six numbers of an array; identity where there are none.</summary>
    public static Matrix Of(double[]? numbers) =>
        numbers is { Length: >= 6 } n ? new Matrix(n[0], n[1], n[2], n[3], n[4], n[5]) : Identity;
}
