using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>What the recognisers of one document share.</summary>
internal sealed class RecogniserContext(PrivacyDocument document, TokenText text, PrivacyRegisters registers, PersonRegister? persons, List<Field> fields)
{
    private readonly SpanSet taken = new(text.Text.Length);
    private ILookup<int, Field>? rows;

    /// <summary>The dossier's persons; null in the first pass.</summary>
    public PersonRegister? Persons { get; } = persons;

    public List<Field> Fields { get; } = fields;

    public SortedSet<string> PublicNumbers { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Homes { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Offices { get; } = new(StringComparer.Ordinal);

    /// <summary>True for a chat and for notes in small letters.</summary>
    public bool IsInformal { get; init; }

    /// <summary>Words of the domains of mail addresses.</summary>
    public SortedSet<string> Domains { get; } = new(StringComparer.Ordinal);

    /// <summary>The cells of the row that holds a position; empty outside tables.</summary>
    public IEnumerable<Field> RowAt(int position)
    {
        rows ??= Fields.Where(f => f.IsCell).ToLookup(f => f.Row);
        var row = rows[LineStart(position)];
        return row.Any(f => f.Start <= position && position < f.End) ? row : [];
    }

    public PrivacyDocument Document { get; } = document;

    public TokenText Words { get; } = text;

    public string Text => Words.Text;

    public PrivacyRegisters Registers { get; } = registers;

    public List<Recognised> Found { get; } = [];

    public void Add(int start, int end, Label? label, string rule, double confidence)
    {
        Found.Add(new Recognised(new TextSpan(start, end), label, rule, confidence));
        taken.Add(start, end);
    }

    /// <summary>True where an earlier recogniser claimed part of a span.</summary>
    public bool IsTaken(int start, int end) => taken.Overlaps(start, end);

    /// <summary>Start of the line that holds a position.</summary>
    public int LineStart(int position) => position <= 0 ? 0 : Text.LastIndexOf('\n', position - 1, Math.Min(position, 2000)) + 1 is var start && start > 0 ? start : Math.Max(0, position - 2000);

    /// <summary>End of the line that holds a position.</summary>
    public int LineEnd(int position)
    {
        var end = Text.IndexOf('\n', position, Math.Min(2000, Text.Length - position));
        return end < 0 ? Math.Min(Text.Length, position + 2000) : end;
    }

    /// <summary>Words of the classes before a position on the same line, nearest first; null where none within the reach.</summary>
    public WordClass CueBefore(int position, int reach, WordClass classes)
    {
        var k = Words.IndexAt(position) - 1;
        for (var step = 0; step < reach && k >= 0; step++, k--)
        {
            if (Words.GapBefore(k + 1) is Gap.Paragraph or Gap.Line)
            {
                break;
            }

            var found = Words[k].Class & classes;
            if (found != 0)
            {
                // "Tel. nr.": what is numbered stands before it.
                var kind = Words.Folded(k) is "nr" or "nrs" && Words.GapBefore(k) is Gap.Space or Gap.Dot or Gap.DotSpace ? Words[k - 1].Class & classes : WordClass.None;
                return kind != 0 ? kind : found;
            }
        }

        return WordClass.None;
    }
}
