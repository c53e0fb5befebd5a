using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>
/// What a message says as a set of short hashes: one for every four words in a row of its body, and one for each attachment. A message
/// is wholly contained in another where all its hashes are among the other's, however the lines were broken or marked. The
/// hashes tell no word.
/// </summary>
internal static class Passages
{
    private const int WordsInRow = 4;
    private const int LeastWords = 5;
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The sorted set, four bytes each, little-endian, in base64; empty where the body is too short to tell.</summary>
    /// <param name="mail">The message.</param>
    /// <param name="body">The text of its body.</param>
    public static string Of(MailContent mail, StringBuilder body)
    {
        var words = Words(body);
        if (words.Count < LeastWords)
        {
            return "";
        }

        var hashes = new SortedSet<uint>();
        for (var i = 0; i + WordsInRow <= words.Count; i++)
        {
            var hash = Basis;
            for (var j = i; j < i + WordsInRow; j++)
            {
                hash = (hash ^ words[j]) * Prime;
            }

            hashes.Add(hash);
        }

        foreach (var attachment in mail.Attachments.Where(a => a.Role != AttachmentRole.Inline))
        {
            hashes.Add(Hash(string.Create(CultureInfo.InvariantCulture, $"{attachment.Name}:{attachment.Content.Length}")));
        }

        var bytes = new byte[hashes.Count * 4];
        var at = 0;
        foreach (var hash in hashes)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), hash);
            at += 4;
        }

        return Convert.ToBase64String(bytes);
    }

    /// <summary>True where every hash of one set is in the other and the other has more.</summary>
    public static bool IsWithin(string one, string other)
    {
        if (one.Length == 0 || one.Length > other.Length)
        {
            return false;
        }

        var (few, many) = (Read(one), Read(other));
        var at = 0;
        foreach (var hash in few)
        {
            while (at < many.Length && many[at] < hash)
            {
                at++;
            }

            if (at == many.Length || many[at] != hash)
            {
                return false;
            }
        }

        return many.Length > few.Length;
    }

    private static uint[] Read(string text)
    {
        var bytes = Convert.FromBase64String(text);
        var hashes = new uint[bytes.Length / 4];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * 4));
        }

        return hashes;
    }

    private static List<uint> Words(StringBuilder body)
    {
        var words = new List<uint>();
        var hash = Basis;
        var inWord = false;
        foreach (var chunk in body.GetChunks())
        {
            foreach (var c in chunk.Span)
            {
                if (char.IsLetterOrDigit(c))
                {
                    hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
                    inWord = true;
                }
                else if (inWord)
                {
                    words.Add(hash);
                    (hash, inWord) = (Basis, false);
                }
            }
        }

        if (inWord)
        {
            words.Add(hash);
        }

        return words;
    }

    private static uint Hash(string text)
    {
        var hash = Basis;
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }
}
