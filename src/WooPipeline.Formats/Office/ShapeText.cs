using System.Collections.Immutable;
using System.Xml.Linq;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Office;

/// <summary>Text that is drawn: DrawingML shapes and diagrams, titles of charts and the values that charts keep.</summary>
internal static class ShapeText
{
    private static readonly XName Text = XName.Get("t", OfficeNames.Drawing);
    private static readonly XName Paragraph = XName.Get("p", OfficeNames.Drawing);

    /// <summary>The pieces among some elements, a line for each paragraph and each kept value.</summary>
    public static ImmutableArray<Inline> Read(IEnumerable<XElement> elements, Func<NativeText, Origin?> place)
    {
        var runs = ImmutableArray.CreateBuilder<Inline>();
        XElement? last = null;
        foreach (var element in elements.Where(IsPiece))
        {
            var group = element.Ancestors(Paragraph).FirstOrDefault() ?? element;
            if (last is not null && group != last)
            {
                runs.Add(new LineBreak());
            }

            last = group;
            var text = element.Value.Replace('\n', ' ');
            runs.Add(new TextRun(text, TextStyle.None, place(new NativeText(element, text))));
        }

        return runs.ToImmutable();
    }

    /// <summary>True for <c>a:t</c> and for the <c>v</c> of a chart's kept point.</summary>
    private static bool IsPiece(XElement element) =>
        !element.HasElements && element.Value.Length > 0
        && (element.Name == Text || (element.Name.LocalName == "v" && element.Parent?.Name.LocalName is "pt" or "tx"));
}
