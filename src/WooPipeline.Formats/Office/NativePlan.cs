using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Office;

/// <summary>A stretch of a piece to take out.</summary>
/// <param name="Start">First UTF-16 unit within the piece.</param>
/// <param name="End">One past the last.</param>
/// <param name="Mark">What to put there; empty where the passage's mark stands in an earlier piece of the same line.</param>
internal readonly record struct NativeCut(int Start, int End, string Mark);

/// <summary>What to take out of which native piece, worked out from passages of the text view.</summary>
internal sealed class NativePlan
{
    private readonly Dictionary<NativeText, List<NativeCut>> cuts = new(ReferenceEqualityComparer.Instance as IEqualityComparer<NativeText>);

    /// <summary>Pieces with their cuts, in order of the walk; cuts in order, never overlapping.</summary>
    public IEnumerable<(NativeText Piece, List<NativeCut> Cuts)> Pieces => cuts.Select(c => (c.Key, c.Value));

    /// <summary>All visible text as it must read afterwards, white space left out.</summary>
    public string Expected { get; private set; } = "";

    /// <summary>True where anything of the piece is taken out.</summary>
    public bool Touches(NativeText piece) => cuts.ContainsKey(piece);

    /// <summary>Works out the plan.</summary>
    /// <param name="view">The view of the tree that the natives were mapped with.</param>
    /// <param name="redactions">Passages in that view's units, any order.</param>
    /// <param name="natives">Where the pieces are.</param>
    /// <param name="lineOf">What a piece's line is: a passage gets one mark in each line it touches.</param>
    public static NativePlan Of(TextView view, IReadOnlyList<Redaction> redactions, NativeMap natives, Func<NativeText, object> lineOf)
    {
        var plan = new NativePlan();
        var expected = new StringBuilder();
        var marked = new HashSet<(int, object)>();
        var sorted = Joined(redactions);
        var first = 0;
        foreach (var run in view.Runs)
        {
            if (natives.Find(run.Origin) is not { } found)
            {
                continue;
            }

            while (first < sorted.Count && sorted[first].Span.End <= run.Span.Start)
            {
                first++;
            }

            var start = expected.Length;
            var position = run.Span.Start;
            for (var r = first; r < sorted.Count && sorted[r].Span.Start < run.Span.End; r++)
            {
                var shared = sorted[r].Span.Intersect(run.Span);
                var mark = marked.Add((r, lineOf(found.Piece))) ? sorted[r].MarkText : "";
                plan.Add(found.Piece, new NativeCut(shared.Start - run.Span.Start + found.Offset, shared.End - run.Span.Start + found.Offset, mark));
                Append(expected, view.Text.AsSpan(position, shared.Start - position));
                Append(expected, mark);
                position = shared.End;
            }

            Append(expected, view.Text.AsSpan(position, run.Span.End - position));
            if (found.Piece.Attribute is not null)
            {
                expected.Length = start; // names must be made unique afterwards, so they can't be compared to the letter
            }
        }

        plan.Expected = expected.ToString();
        return plan;
    }

    /// <summary>A text with its cuts made, marks as text.</summary>
    public static string Cut(string text, List<NativeCut> cuts)
    {
        var result = new StringBuilder();
        var position = 0;
        foreach (var cut in cuts)
        {
            result.Append(text, position, Math.Max(0, cut.Start - position)).Append(cut.Mark);
            position = Math.Max(position, cut.End);
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>Visible text of a view without white space, to compare with <see cref="Expected"/>.</summary>
    public static string Visible(TextView view, NativeMap natives)
    {
        var text = new StringBuilder();
        foreach (var run in view.Runs)
        {
            if (natives.Find(run.Origin) is { Piece.Attribute: null })
            {
                Append(text, view.Slice(run.Span));
            }
        }

        return text.ToString();
    }

    private void Add(NativeText piece, NativeCut cut)
    {
        if (!cuts.TryGetValue(piece, out var list))
        {
            cuts[piece] = list = [];
        }

        list.Add(cut);
    }

    private static List<Redaction> Joined(IReadOnlyList<Redaction> redactions)
    {
        var result = new List<Redaction>();
        foreach (var redaction in redactions.Where(r => !r.Span.IsEmpty).OrderBy(r => r.Span))
        {
            if (result.Count > 0 && result[^1].Span.End > redaction.Span.Start)
            {
                result[^1] = result[^1] with { Span = new TextSpan(result[^1].Span.Start, Math.Max(result[^1].Span.End, redaction.Span.End)) };
            }
            else
            {
                result.Add(redaction);
            }
        }

        return result;
    }

    private static void Append(StringBuilder target, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                target.Append(character);
            }
        }
    }
}
