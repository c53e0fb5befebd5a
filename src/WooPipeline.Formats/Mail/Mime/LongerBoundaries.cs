using System.Buffers;

namespace WooPipeline.Formats.Mail;

/// <summary>
/// The boundaries declared in a multipart's body that begin with its own boundary. A line counts as a delimiter where the boundary
/// stands in its entirety at its start, whatever follows (RFC 2046 §5.1.1, note to implementors), unless a part within declares the longer one.
/// </summary>
internal sealed class LongerBoundaries
{
    private const int MaxDeclared = 1000;
    private static readonly SearchValues<byte> Ends = SearchValues.Create("\"; \t\r\n"u8);
    private readonly List<byte[]> rests = [];

    public LongerBoundaries(ReadOnlySpan<byte> body, ReadOnlySpan<byte> boundary)
    {
        for (var at = 0; at < body.Length && rests.Count < MaxDeclared;)
        {
            var found = body[at..].IndexOf("oundary="u8);
            if (found < 0)
            {
                return;
            }

            at += found + "oundary=".Length;
            var value = body[at..];
            value = value.StartsWith("\""u8) ? value[1..] : value;
            var end = value.IndexOfAny(Ends);
            value = end < 0 ? value : value[..end];
            if (value.Length > boundary.Length && value.StartsWith(boundary))
            {
                rests.Add(value[boundary.Length..].ToArray());
            }
        }
    }

    /// <summary>True where what follows the boundary on a line makes it a delimiter of a longer one.</summary>
    public bool Explain(ReadOnlySpan<byte> rest)
    {
        foreach (var longer in rests)
        {
            if (rest.StartsWith(longer))
            {
                return true;
            }
        }

        return false;
    }
}
