using System.Collections.Immutable;

namespace WooPipeline.Documents;

/// <summary>A run of the tree as it stands in the view.</summary>
/// <param name="Span">Where, in the view's UTF-16 units, end exclusive.</param>
/// <param name="Origin">Where it stands in the native file; null where the format is rebuilt.</param>
public readonly record struct ViewRun(TextSpan Span, Origin? Origin);

/// <summary>
/// A document tree laid out as one string, cut in zones. Detection sees this and nothing else. The same tree always gives the
/// same view: blocks end in <c>\n</c>, cells are parted by <c>\t</c>, an image is <c>U+FFFC</c>; after the body come the notes,
/// the link targets, the descriptions of images, the file name and the properties.
/// </summary>
public sealed class TextView
{
    private readonly Lazy<ZoneIndex> index;

    internal TextView(string text, ImmutableArray<Zone> zones, ImmutableArray<ViewRun> runs, int bodyEnd)
    {
        Text = text;
        Zones = zones;
        Runs = runs;
        BodyEnd = bodyEnd;
        index = new Lazy<ZoneIndex>(() => new ZoneIndex(text.Length, Zones));
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>All zones by start, outer before inner.</summary>
    public ImmutableArray<Zone> Zones { get; }

    /// <summary>All runs in order.</summary>
    public ImmutableArray<ViewRun> Runs { get; }

    /// <summary>One past the last unit of what is shown (body and notes); what follows is link targets, names and properties.</summary>
    public int BodyEnd { get; }

    /// <summary>The innermost zone at a position; null in plain body text.</summary>
    public Zone? ZoneAt(int position) => index.Value.At(position);

    /// <summary>The kind of the innermost zone at a position; <see cref="ZoneKind.Body"/> in plain body text.</summary>
    public ZoneKind KindAt(int position) => ZoneAt(position)?.Kind ?? ZoneKind.Body;

    /// <summary>True where a zone of the kind covers the position, at any depth.</summary>
    public bool IsIn(int position, ZoneKind kind) => index.Value.IsIn(position, kind);

    /// <summary>The text of a span.</summary>
    public ReadOnlySpan<char> Slice(TextSpan span) => Text.AsSpan(span.Start, span.Length);

    /// <summary>Lays out a tree.</summary>
    public static TextView Of(DocumentTree tree) => new TextLayout(tree).View;

    /// <summary>A view of plain text without zones, for tests and for text that has no structure.</summary>
    public static TextView OfText(string text) => new(text, [], [new ViewRun(new TextSpan(0, text.Length), null)], text.Length);

    /// <summary>A view of plain text with zones given, for tests.</summary>
    public static TextView OfText(string text, IEnumerable<Zone> zones) =>
        new(text, [.. zones.OrderBy(z => z.Span)], [new ViewRun(new TextSpan(0, text.Length), null)], text.Length);
}
