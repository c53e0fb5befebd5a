using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>How a text region places its symbols (§6.4.2).</summary>
internal sealed record TextParameters
{
    public required int Width { get; init; }

    public required int Height { get; init; }

    public required int Count { get; init; }

    public required IReadOnlyList<Bitmap> Symbols { get; init; }

    /// <summary>Bits of a symbol's number.</summary>
    public required int NumberLength { get; init; }

    public bool Refines { get; init; }

    public int LogStrips { get; init; }

    /// <summary>0 bottom left, 1 top left, 2 bottom right, 3 top right.</summary>
    public int Corner { get; init; } = 1;

    public bool IsTransposed { get; init; }

    public int Combination { get; init; }

    public byte DefaultPixel { get; init; }

    public int Offset { get; init; }

    public int RefinementTemplate { get; init; }

    public (int X, int Y)[] RefinementPixels { get; init; } = [(-1, -1), (-1, -1)];
}

/// <summary>Contexts of the integers of a text region.</summary>
internal sealed class TextContexts(int numberLength)
{
    public byte[] DeltaT { get; } = new byte[512];

    public byte[] FirstS { get; } = new byte[512];

    public byte[] DeltaS { get; } = new byte[512];

    public byte[] CurrentT { get; } = new byte[512];

    public byte[] IsRefined { get; } = new byte[512];

    public byte[] RefinedWidth { get; } = new byte[512];

    public byte[] RefinedHeight { get; } = new byte[512];

    public byte[] RefinedX { get; } = new byte[512];

    public byte[] RefinedY { get; } = new byte[512];

    public byte[] Number { get; } = new byte[1 << (numberLength + 1)];
}

/// <summary>Text regions (§6.4).</summary>
internal static class TextRegion
{
    public static Bitmap Decode(ITextNumbers numbers, TextParameters text, PdfBudget budget)
    {
        var bitmap = new Bitmap(text.Width, text.Height, budget);
        bitmap.Fill(text.DefaultPixel);
        var strips = 1 << text.LogStrips;
        var stripT = -numbers.DeltaT() * strips;
        var firstS = 0;
        for (var placed = 0; placed < text.Count;)
        {
            stripT += numbers.DeltaT() * strips;
            firstS += numbers.FirstS();
            var s = firstS;
            for (var isFirst = true; ; isFirst = false)
            {
                budget.Step(16);
                if (!isFirst)
                {
                    // The end of a strip is told after its last symbol too.
                    if (numbers.DeltaS() is not { } delta || placed >= text.Count)
                    {
                        break;
                    }

                    s += delta + text.Offset;
                }

                var t = stripT + (strips == 1 ? 0 : numbers.CurrentT());
                var symbol = Symbol(numbers, text);
                s = Place(bitmap, symbol, text, s, t);
                placed++;
            }
        }

        return bitmap;
    }

    private static Bitmap Symbol(ITextNumbers numbers, TextParameters text)
    {
        var number = numbers.Symbol();
        if (number < 0 || number >= text.Symbols.Count)
        {
            throw new InvalidDataException("A symbol that isn't there.");
        }

        var symbol = text.Symbols[number];
        return text.Refines && numbers.IsRefined() ? numbers.Refine(symbol) : symbol;
    }

    /// <summary>Draws a symbol; gives the place along the strip after it (§6.4.5, steps vi to xi).</summary>
    private static int Place(Bitmap bitmap, Bitmap symbol, TextParameters text, int s, int t)
    {
        var (isRight, isBottom) = (text.Corner >= 2, text.Corner is 0 or 2);
        var along = (text.IsTransposed ? symbol.Height : symbol.Width) - 1;
        var isAfter = text.IsTransposed ? isBottom : isRight;
        s += isAfter ? along : 0;
        var (x, y) = text.IsTransposed ? (t, s) : (s, t);
        bitmap.Draw(symbol, isRight ? x - symbol.Width + 1 : x, isBottom ? y - symbol.Height + 1 : y, text.Combination);
        return s + (isAfter ? 0 : along);
    }
}
