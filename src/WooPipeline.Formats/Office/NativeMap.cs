using WooPipeline.Documents;

namespace WooPipeline.Formats.Office;

/// <summary>Gives every piece of visible text of a package its origin.</summary>
internal sealed class NativeMap
{
    private readonly Dictionary<string, int> parts = new(StringComparer.Ordinal);
    private readonly List<int> lengths = [];
    private readonly List<List<int>> offsets = [];
    private readonly Dictionary<Origin, NativeText> pieces = [];

    /// <summary>Adds a piece and gives its origin: part in order of first use, UTF-16 offset within the part.</summary>
    public Origin Add(string part, NativeText piece)
    {
        if (!parts.TryGetValue(part, out var index))
        {
            parts[part] = index = lengths.Count;
            lengths.Add(0);
            offsets.Add([]);
        }

        var origin = new Origin(index, lengths[index]);
        offsets[index].Add(lengths[index]);
        lengths[index] += Math.Max(1, piece.Text.Length);
        pieces[origin] = piece;
        return origin;
    }

    /// <summary>The piece that an origin lies in and the origin's offset within it, or null.</summary>
    public (NativeText Piece, int Offset)? Find(Origin? origin)
    {
        if (origin is not { } known)
        {
            return null;
        }

        if (pieces.TryGetValue(known, out var exact))
        {
            return (exact, 0);
        }

        // A later line of a piece with several lines: its piece begins at the nearest offset before.
        var starts = known.Part < offsets.Count ? offsets[known.Part] : [];
        var at = starts.BinarySearch(known.Offset);
        return at < 0 && ~at > 0 ? (pieces[known with { Offset = starts[~at - 1] }], known.Offset - starts[~at - 1]) : null;
    }
}
