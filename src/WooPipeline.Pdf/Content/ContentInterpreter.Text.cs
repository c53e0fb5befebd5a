using WooPipeline.Pdf.Fonts;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Content;

/// <summary>Text operators and the showing of glyphs (§9.4).</summary>
internal sealed partial class ContentInterpreter
{
    private Matrix textMatrix = Matrix.Identity;
    private Matrix lineMatrix = Matrix.Identity;
    private GlyphFlags hidden;
    private GlyphFlags markFlags;
    private int mcid = -1;
    private byte[] text = new byte[256];

    private bool ExecuteText(ContentOperation operation)
    {
        switch (operation.Operator)
        {
            case ContentOperator.BeginText:
                textMatrix = lineMatrix = Matrix.Identity;
                return true;
            case ContentOperator.EndText:
                return true;
            case ContentOperator.CharSpacing:
                state.CharSpacing = operation.Last(0);
                return true;
            case ContentOperator.WordSpacing:
                state.WordSpacing = operation.Last(0);
                return true;
            case ContentOperator.HorizontalScale:
                state.HorizontalScale = operation.Last(0) / 100;
                return true;
            case ContentOperator.Leading:
                state.Leading = operation.Last(0);
                return true;
            case ContentOperator.Rise:
                state.Rise = operation.Last(0);
                return true;
            case ContentOperator.RenderMode:
                state.RenderMode = (int)Math.Clamp(operation.Last(0), 0, 7);
                return true;
            case ContentOperator.Font:
                SetFont(operation);
                return true;
            default:
                return MoveText(operation);
        }
    }

    private bool MoveText(ContentOperation operation)
    {
        switch (operation.Operator)
        {
            case ContentOperator.MoveText:
                Move(operation.Last(1), operation.Last(0));
                return true;
            case ContentOperator.MoveTextSetLeading:
                state.Leading = -operation.Last(0);
                Move(operation.Last(1), operation.Last(0));
                return true;
            case ContentOperator.TextMatrix when operation.HasNumbers(6):
                textMatrix = lineMatrix = Six(operation);
                return true;
            case ContentOperator.NextLine or ContentOperator.ShowNextLine:
                Move(0, -state.Leading);
                return true;
            case ContentOperator.ShowNextLineSpaced:
                if (operation.Operands.Count >= 3)
                {
                    state.WordSpacing = operation.Last(2);
                    state.CharSpacing = operation.Last(1);
                }

                Move(0, -state.Leading);
                return true;
            case ContentOperator.Show or ContentOperator.ShowArray:
                return true;
            default:
                return false;
        }
    }

    private void Move(double x, double y) => textMatrix = lineMatrix = lineMatrix.Moved(x, y);

    private void SetFont(ContentOperation operation)
    {
        state.FontSize = operation.Last(0);
        if (operation.Operands.Count >= 2 && NameOperand(operation, operation.Operands.Count - 2) is { } name)
        {
            state.Font = source.File.Resolve(Resource("Font", name)) is PdfDictionary dictionary ? source.Fonts.Load(dictionary) : null;
        }
    }

    private void ShowOperands(ContentOperation operation)
    {
        var isArray = operation.Operator == ContentOperator.ShowArray;
        for (var i = 0; i < operation.Operands.Count; i++)
        {
            var operand = operation.Operands[i];
            if (operand.Kind is PdfTokenKind.LiteralString or PdfTokenKind.HexString)
            {
                ShowString(operation, i);
            }
            else if (isArray && operand.Kind is PdfTokenKind.Integer or PdfTokenKind.Real)
            {
                var shift = -operand.Number / 1000 * state.FontSize;
                textMatrix = state.Font is { IsVertical: true } ? textMatrix.Moved(0, shift) : textMatrix.Moved(shift * state.HorizontalScale, 0);
            }
        }
    }

    private void ShowString(ContentOperation operation, int index)
    {
        var operand = operation.Operands[index];
        var token = Instance.Bytes.Span[operand.Start..operand.End];
        if (text.Length < token.Length)
        {
            text = new byte[Math.Max(token.Length, text.Length * 2)];
        }

        var bytes = text.AsSpan(0, PdfStringDecoder.Decode(token, text));
        source.File.Budget.Step(bytes.Length);
        var font = state.Font ?? source.Fonts.StandIn;
        var scale = new Matrix(state.FontSize * state.HorizontalScale, 0, 0, state.FontSize, 0, state.Rise).Then(textMatrix).Then(state.Ctm);
        var glyph = new Glyph
        {
            Font = font,
            UpX = scale.C,
            UpY = scale.D,
            Instance = Instance,
            Operation = operation.Start,
            Operand = index,
            Mcid = mcid,
            Stretch = font.IsVertical || state.HorizontalScale == 0 ? 1 : state.HorizontalScale,
            PaintOrder = painted,
        };
        var flags = hidden | markFlags | (state.RenderMode is 3 or 7 ? GlyphFlags.Invisible : GlyphFlags.None);
        double along = 0;
        var vertical = font.IsVertical;
        for (var at = 0; at < bytes.Length;)
        {
            var length = Math.Max(1, font.ReadCode(bytes, at, out var code));
            var shown = font.GlyphOf(code);
            var spacing = state.CharSpacing + (length == 1 && code == 32 ? state.WordSpacing : 0);
            Place(ref glyph, shown, scale, along, vertical);
            glyph.Text = shown.Text;
            glyph.Code = code;
            glyph.CodeStart = at;
            glyph.CodeLength = (byte)length;
            glyph.Flags = glyph.Ink is { Width: 0, Height: 0 } || glyph.Ink.Grow(0.2 * glyph.Size).Overlaps(state.Clip) ? flags : flags | GlyphFlags.Outside;
            sink.Glyph(glyph);
            along += (shown.Width * state.FontSize) + spacing;
            at += length;
        }

        textMatrix = vertical ? textMatrix.Moved(0, along) : textMatrix.Moved(along * state.HorizontalScale, 0);
    }

    /// <summary>Sets where a glyph stands; <paramref name="along"/> is the way so far in unscaled text space.</summary>
    private void Place(ref Glyph glyph, FontGlyph shown, in Matrix scale, double along, bool vertical)
    {
        var ems = state.FontSize == 0 ? 0 : along / state.FontSize;
        var (x, y) = vertical ? scale.Apply(-shown.VerticalOrigin.X, ems - shown.VerticalOrigin.Y) : scale.Apply(ems, 0);
        glyph.X = x;
        glyph.Y = y;
        (glyph.AdvanceX, glyph.AdvanceY) = vertical ? scale.Turn(0, shown.Width) : scale.Turn(shown.Width, 0);
        var ink = shown.Ink;
        if (ink is { Width: 0, Height: 0 })
        {
            glyph.Ink = new Box(x, y, x, y);
            return;
        }

        var (dx, dy) = vertical ? scale.Turn(0, ems) : scale.Turn(ems, 0);
        var box = scale.Apply(ink);
        glyph.Ink = new Box(box.Left + dx, box.Bottom + dy, box.Right + dx, box.Top + dy);
    }
}
