using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Writes a showing operation anew: without its removed glyphs, and with its moved ones where the plan sets them.</summary>
internal static class ShowRewriter
{
    /// <summary>The operation with kerns in place of removed glyphs; the rest stays where it was.</summary>
    public static string WithKerns(PendingShow show, PagePlan plan, ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(show.Operator switch
        {
            ContentOperator.ShowNextLine => " T* ",
            ContentOperator.ShowNextLineSpaced => $" {Number(show.State.WordSpacing)} Tw {Number(show.State.CharSpacing)} Tc T* ",
            _ => " ",
        });
        text.Append('[');
        var next = 0;
        double kern = 0;

        // The kern as the source writes it, where it is one number and nothing was removed; empty where it isn't.
        string? exact = null;
        for (var o = 0; o < show.Operands.Length; o++)
        {
            var operand = show.Operands[o];
            if (operand.Kind is PdfTokenKind.Integer or PdfTokenKind.Real && show.Operator == ContentOperator.ShowArray)
            {
                kern += operand.Number;
                exact = exact is null && kern == operand.Number ? Encoding.ASCII.GetString(bytes[operand.Start..operand.End]) : "";
            }

            if (operand.Kind is not (PdfTokenKind.LiteralString or PdfTokenKind.HexString))
            {
                continue;
            }

            var codes = PdfStringDecoder.Decode(bytes[operand.Start..operand.End]);
            for (; next < show.Glyphs.Count && show.Glyphs[next].Operand == o; next++)
            {
                var glyph = show.Glyphs[next];
                if (plan.Removed.Contains(show.FirstGlyph + next))
                {
                    kern -= Advance(show.State, glyph);
                    exact = "";
                    continue;
                }

                if (kern != 0)
                {
                    text.Append(exact is { Length: > 0 } ? exact : Number(kern)).Append(' ');
                    kern = 0;
                }

                exact = null;
                Hex(text, codes.AsSpan(glyph.CodeStart, glyph.CodeLength));
            }
        }

        return text.Append(kern != 0 ? Number(kern) : "").Append("]TJ ").Replace("><", "").ToString();
    }

    /// <summary>The kept glyphs, each run of them at a place of its own.</summary>
    public static string AtPlaces(PendingShow show, PagePlan plan, ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        if (show.State.Ctm.Inverse() is not { } back)
        {
            return "";
        }

        var codes = new byte[]?[show.Operands.Length];
        var isOpen = false;
        (double X, double Y) expected = default;
        for (var i = 0; i < show.Glyphs.Count; i++)
        {
            var glyph = show.Glyphs[i];
            var index = show.FirstGlyph + i;
            var isMoved = plan.Moved.TryGetValue(index, out var place);
            if (plan.Removed.Contains(index) || (!isMoved && string.IsNullOrWhiteSpace(glyph.Text) && glyph.Text.Length > 0))
            {
                continue; // a space that no line holds would only tell how the line ran
            }

            place = isMoved ? place : (glyph.X, glyph.Y);
            if (!isOpen || Math.Abs(place.X - expected.X) > 0.02 || Math.Abs(place.Y - expected.Y) > 0.02)
            {
                text.Append(isOpen ? ">Tj " : " ");
                AppendMatrix(text, show, back.Apply(place.X, place.Y));
                text.Append('<');
                isOpen = true;
            }

            var operand = show.Operands[glyph.Operand];
            var decoded = codes[glyph.Operand] ??= PdfStringDecoder.Decode(bytes[operand.Start..operand.End]);
            text.Append(Convert.ToHexString(decoded.AsSpan(glyph.CodeStart, glyph.CodeLength)));
            var stretch = glyph.Stretch == 0 ? 1 : glyph.Stretch;
            expected = (place.X + (glyph.AdvanceX / stretch), place.Y + (glyph.AdvanceY / stretch));
        }

        return text.Append(isOpen ? ">Tj " : "").ToString();
    }

    public static string Matrix(in Matrix m) =>
        $" {Number(m.A)} {Number(m.B)} {Number(m.C)} {Number(m.D)} {Number(m.E)} {Number(m.F)} Tm ";

    public static string Number(double value)
    {
        var text = value.ToString("0.#####", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>A number of a transformation, to the last place that can move a pixel.</summary>
    public static string Precise(double value)
    {
        var text = value.ToString("0.#########", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>What a glyph moves the text, in the thousandths that <c>TJ</c> counts in.</summary>
    private static double Advance(in GraphicsState state, in Glyph glyph)
    {
        if (state.FontSize == 0)
        {
            return 0;
        }

        var spacing = state.CharSpacing + (glyph.CodeLength == 1 && glyph.Code == 32 ? state.WordSpacing : 0);
        return ((glyph.Font.GlyphOf(glyph.Code).Width * state.FontSize) + spacing) * 1000 / state.FontSize;
    }

    private static void AppendMatrix(StringBuilder text, PendingShow show, (double X, double Y) origin)
    {
        var m = show.TextMatrix;
        var rise = show.State.Rise;
        text.Append(Matrix(new Matrix(m.A, m.B, m.C, m.D, origin.X - (rise * m.C), origin.Y - (rise * m.D))));
    }

    private static void Hex(StringBuilder text, ReadOnlySpan<byte> code) => text.Append('<').Append(Convert.ToHexString(code)).Append('>');
}
