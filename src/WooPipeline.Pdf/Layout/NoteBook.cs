using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Layout;

/// <summary>The notes of a document, each laid out when it is first referred to.</summary>
internal sealed class NoteBook(ImmutableDictionary<string, FlowNote> notes, LayoutContext context)
{
    private const double Scale = 0.82;
    private readonly Dictionary<string, NoteLayout> made = new(StringComparer.Ordinal);

    /// <summary>A note; null where the document has none of that id.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="parent">The element that refers to it; the first one becomes its parent.</param>
    public NoteLayout? Find(string id, StructureElement parent)
    {
        if (made.TryGetValue(id, out var known))
        {
            return known;
        }

        if (!notes.TryGetValue(id, out var note))
        {
            return null;
        }

        var element = parent.NewChild("Note");
        element.Id = "note" + (made.Count + 1).ToString(CultureInfo.InvariantCulture);
        var layout = new NoteLayout(note.Number, element);
        made.Add(id, layout); // before its text is laid out: a note may refer to itself
        layout.Strips = Lay(note, element);
        return layout;
    }

    private ImmutableArray<Strip> Lay(FlowNote note, StructureElement element)
    {
        var size = Math.Max(LayoutContext.SmallestSize, context.Style.FontSize * Scale);
        var label = InlineShaper.Shape(context, [new FlowText(note.Number)], new RunStyle(element.AddChild("Lbl"), size * 0.8) { Rise = size * 0.25 });
        var indent = Math.Max(10, label.Sum(i => i.Width) + 4);
        var frame = new Frame(element, indent, context.TextWidth - indent, size);
        var strips = new BlockLayout(context).Lay(note.Blocks, frame);
        ListLayout.PutLabel(strips, [.. label], 0, frame, context);
        return [.. strips];
    }
}

/// <summary>A note as it stands at the foot of a page.</summary>
internal sealed class NoteLayout(string number, StructureElement element)
{
    public string Number { get; } = number;

    public StructureElement Element { get; } = element;

    public ImmutableArray<Strip> Strips { get; set; } = [];
}
