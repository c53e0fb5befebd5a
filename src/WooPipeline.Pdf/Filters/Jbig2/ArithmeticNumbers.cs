using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>Numbers of a text region coded arithmetically.</summary>
internal sealed class ArithmeticNumbers(ArithmeticDecoder decoder, TextParameters text, TextContexts contexts, byte[] refinement, PdfBudget budget) : ITextNumbers
{
    public int DeltaT() => Value(decoder.Integer(contexts.DeltaT));

    public int FirstS() => Value(decoder.Integer(contexts.FirstS));

    public int? DeltaS() => decoder.Integer(contexts.DeltaS);

    public int CurrentT() => Value(decoder.Integer(contexts.CurrentT));

    public int Symbol() => decoder.Symbol(contexts.Number, text.NumberLength);

    public bool IsRefined() => Value(decoder.Integer(contexts.IsRefined)) != 0;

    public Bitmap Refine(Bitmap symbol)
    {
        var (width, height) = (Value(decoder.Integer(contexts.RefinedWidth)), Value(decoder.Integer(contexts.RefinedHeight)));
        var (x, y) = (Value(decoder.Integer(contexts.RefinedX)), Value(decoder.Integer(contexts.RefinedY)));
        return RefinementRegion.Decode(
            decoder, refinement, symbol.Width + width, symbol.Height + height, text.RefinementTemplate, (symbol, (width >> 1) + x, (height >> 1) + y), false, text.RefinementPixels, budget);
    }

    private static int Value(int? integer) => integer ?? throw new InvalidDataException("A number is missing.");
}
