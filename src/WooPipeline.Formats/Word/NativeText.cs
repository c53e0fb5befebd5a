using System.Xml.Linq;

namespace WooPipeline.Formats.Word;

/// <summary>A piece of visible text where it stands in its part.</summary>
/// <param name="Element">The element that holds or stands for it (<c>w:t</c>, <c>w:tab</c>, <c>a:t</c>, a drawing).</param>
/// <param name="Text">The text as the tree has it.</param>
/// <param name="Attribute">The attribute that holds it; null where the element's text does.</param>
internal sealed record NativeText(XElement Element, string Text, XName? Attribute = null);

/// <summary>Gives every piece of visible text of a package its origin.</summary>
internal sealed class NativeMap
{
    private readonly Dictionary<string, int> parts = new(StringComparer.Ordinal);
    private readonly List<int> lengths = [];
    private readonly Dictionary<Documents.Origin, NativeText> pieces = [];

    /// <summary>Adds a piece and gives its origin: part in order of first use, UTF-16 offset within the part.</summary>
    public Documents.Origin Add(string part, NativeText piece)
    {
        if (!parts.TryGetValue(part, out var index))
        {
            parts[part] = index = lengths.Count;
            lengths.Add(0);
        }

        var origin = new Documents.Origin(index, lengths[index]);
        lengths[index] += Math.Max(1, piece.Text.Length);
        pieces[origin] = piece;
        return origin;
    }

    /// <summary>The piece with an origin, or null.</summary>
    public NativeText? Find(Documents.Origin? origin) => origin is { } known ? pieces.GetValueOrDefault(known) : null;
}
