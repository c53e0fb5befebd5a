using System.Security.Cryptography;

namespace WooPipeline.Pdf.Redaction;

/// <summary>
/// A digest of texts in order, to compare what a page shows with what it should without keeping either. Blanks don't count:
/// those that no line holds are left out where a line is set anew.
/// </summary>
internal sealed class TextTrace
{
    private readonly List<char> letters = [];
    private string? digest;

    /// <summary>Takes in the text of a glyph.</summary>
    public void Add(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            letters.AddRange(text.AsSpan());
            letters.Add('\uFFFF');
        }
    }

    /// <summary>The digest of all so far; the letters are let go of.</summary>
    public string Digest()
    {
        if (digest is null)
        {
            var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(letters);
            digest = Convert.ToHexString(SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(span)));
            letters.Clear();
            letters.TrimExcess();
        }

        return digest;
    }
}
