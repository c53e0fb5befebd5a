using System.Text;
using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Redaction;

/// <summary>
/// The new bytes of one content stream: untouched stretches of the old, with pieces between that can still be changed while
/// the stream runs.
/// </summary>
internal sealed class InstanceWriter(ContentInstance instance)
{
    private readonly List<ReadOnlyMemory<byte>> chunks = [];
    private int copied;

    public ContentInstance Instance => instance;

    /// <summary>How far the old bytes were copied or left out.</summary>
    public int Copied => copied;

    public UsedResources Resources { get; } = new();

    /// <summary>True where something of this use was removed or changed, so that other uses of the stream must not share it.</summary>
    public bool IsRedacted { get; set; }

    /// <summary>Text objects, saves and marks that are open, and restores too many.</summary>
    public int Saves { get; set; }

    public int Restores { get; set; }

    public int Marks { get; set; }

    public bool IsInText { get; set; }

    /// <summary>Copies the old bytes up to a place.</summary>
    public void CopyTo(int position)
    {
        if (position > copied)
        {
            chunks.Add(instance.Bytes[copied..position]);
            copied = position;
        }
    }

    /// <summary>Leaves out the old bytes up to a place.</summary>
    public void SkipTo(int position) => copied = Math.Max(copied, position);

    /// <summary>Adds new bytes; gives the number by which <see cref="Change"/> can change them.</summary>
    public int Add(string text)
    {
        chunks.Add(Encoding.Latin1.GetBytes(text));
        return chunks.Count - 1;
    }

    /// <summary>Copies the old bytes of an operation as a piece of its own.</summary>
    public int CopyPiece(int start, int end)
    {
        CopyTo(start);
        chunks.Add(instance.Bytes[start..end]);
        copied = end;
        return chunks.Count - 1;
    }

    /// <summary>Changes a piece.</summary>
    public void Change(int piece, string text) => chunks[piece] = Encoding.Latin1.GetBytes(text);

    public byte[] ToArray()
    {
        var result = new byte[chunks.Sum(c => (long)c.Length)];
        var at = 0;
        foreach (var chunk in chunks)
        {
            chunk.Span.CopyTo(result.AsSpan(at));
            at += chunk.Length;
        }

        return result;
    }
}
