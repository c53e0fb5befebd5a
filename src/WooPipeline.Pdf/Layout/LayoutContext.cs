using System.Globalization;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Layout;

/// <summary>What the layout of one document shares.</summary>
internal sealed class LayoutContext
{
    /// <summary>Width of the bar beside a quotation.</summary>
    public const double BarWidth = 1.5;

    /// <summary>Highest image in a line or cell, as a part of the page: a table's headings must fit above it.</summary>
    public const double HighestInRow = 0.5;

    /// <summary>Size below which nothing is set, so that it can be read.</summary>
    public const double SmallestSize = 5;

    private readonly FlowDocument document;
    private readonly IReadOnlyDictionary<string, int> anchorPages;
    private readonly HashSet<string> anchors;

    public LayoutContext(
        FlowDocument document, IReadOnlyDictionary<string, int> anchorPages, HashSet<string> anchors, FontStack fonts, ImageStore images, FlowProblems problems)
    {
        (this.document, this.anchorPages, this.anchors) = (document, anchorPages, anchors);
        (Fonts, Images, Problems) = (fonts, images, problems);
        Notes = new NoteBook(document.Notes, this);
    }

    /// <summary>Colour of links, of quiet text and of rules.</summary>
    public static FlowColor LinkColor => new(0x01, 0x56, 0x89);

    public static FlowColor QuietColor => new(0x59, 0x59, 0x59);

    public static FlowColor RuleColor => new(0xB8, 0xBE, 0xC6);

    public static FlowColor HeaderFill => new(0xEE, 0xF1, 0xF5);

    public FlowStyle Style => document.Style;

    public FontStack Fonts { get; }

    public ImageStore Images { get; }

    public FlowProblems Problems { get; }

    public NoteBook Notes { get; }

    public double TextWidth => Style.PageWidth - Style.MarginLeft - Style.MarginRight;

    public double TextHeight => Style.PageHeight - Style.MarginTop - Style.MarginBottom;

    /// <summary>True where the text names pages, so that it depends on where things come to stand.</summary>
    public bool UsesPageNumbers { get; private set; }

    /// <summary>The page of an anchor as text; a question mark where it isn't there.</summary>
    public string PageOf(string anchor)
    {
        if (!anchors.Contains(anchor))
        {
            Problems.Add("page-reference-without-target", "page reference");
            return "?";
        }

        UsesPageNumbers = true;
        return anchorPages.GetValueOrDefault(anchor, 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>True where a link can be made: to a web address, a mail address or an anchor.</summary>
    public bool CanLink(string target)
    {
        if (target is ['#', .. var anchor])
        {
            var exists = anchors.Contains(anchor);
            if (!exists)
            {
                Problems.Add("link-without-target", "link within the document");
            }

            return exists;
        }

        var can = Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";
        if (!can)
        {
            Problems.Add("link-not-made", "link with another scheme than http, https or mailto");
        }

        return can;
    }
}
