using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>Where text is shown, and what has been shown: words are parted where the pen jumps.</summary>
internal sealed class PdfTextState
{
    private const double WordGap = 0.17;
    private const double LineGap = 0.35;

    private (double X, double Y) lastEnd = (double.NaN, double.NaN);
    private PdfMatrix text = PdfMatrix.Identity;
    private PdfMatrix line = PdfMatrix.Identity;

    public PdfMatrix Page { get; set; } = PdfMatrix.Identity;

    public PdfFontCodes? Font { get; set; }

    public double Size { get; set; } = 1;

    public double CharSpace { get; set; }

    public double WordSpace { get; set; }

    public double Scale { get; set; } = 1;

    public double Leading { get; set; }

    /// <summary>What is shown.</summary>
    public StringBuilder Body { get; } = new();

    /// <summary>What is shown within artifacts: page headers and footers, repeated table headings.</summary>
    public StringBuilder Artifacts { get; } = new();

    /// <summary>True within an artifact.</summary>
    public bool InArtifact { get; set; }

    public void Begin() => text = line = PdfMatrix.Identity;

    public void SetMatrix(PdfMatrix matrix) => text = line = matrix;

    public void NextLine(double x, double y) => text = line = line.Shifted(x, y);

    /// <summary>A number within <c>TJ</c>: thousandths of the size, to the left.</summary>
    public void Adjust(double thousandths) => text = text.Shifted(-thousandths / 1000 * Size * Scale, 0);

    /// <summary>Shows the codes of a string.</summary>
    public void Show(byte[] codes)
    {
        if (Font is null)
        {
            return;
        }

        var target = InArtifact ? Artifacts : Body;

        // Between the letters of a string the pen jumps only where letters are spaced out.
        var isSpaced = CharSpace > Size * WordGap;
        for (var at = 0; Font.TryNext(codes, ref at, out var code);)
        {
            if (isSpaced || at == Font.CodeLength)
            {
                Part(target, text.Then(Page));
            }

            Font.Shown.Add(code);
            target.Append(Font.TextOf(code));
            text = text.Shifted(((Font.WidthOf(code) / 1000 * Size) + CharSpace + (Font.IsSpace(code) ? WordSpace : 0)) * Scale, 0);
            if (isSpaced)
            {
                var after = text.Then(Page);
                lastEnd = (after.E - (CharSpace * after.A), after.F - (CharSpace * after.B));
            }
        }

        if (!isSpaced && codes.Length >= Font.CodeLength)
        {
            var after = text.Then(Page);
            lastEnd = (after.E, after.F);
        }
    }

    private void Part(StringBuilder target, PdfMatrix device)
    {
        var length = Math.Sqrt((device.A * device.A) + (device.B * device.B));
        var size = Math.Abs(Size) * (length > 0 ? length : 1);
        var (dx, dy) = (device.E - lastEnd.X, device.F - lastEnd.Y);
        var (ux, uy) = length > 0 ? (device.A / length, device.B / length) : (1.0, 0.0);
        var along = (dx * ux) + (dy * uy);
        var across = Math.Abs((dy * ux) - (dx * uy));
        if (double.IsNaN(along) || across > LineGap * size)
        {
            target.Append('\n');
        }
        else if (along > WordGap * size || along < -0.5 * size)
        {
            target.Append(' ');
        }
    }
}
