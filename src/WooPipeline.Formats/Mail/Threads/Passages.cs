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

    /// <summary>The set of a message, whole (<see cref="PassageSet"/>); empty where the body is too short to tell.</summary>
    /// <param name="mail">The message.</param>
    /// <param name="body">The text of its body.</param>
    public static string Of(MailContent mail, StringBuilder body)
    {
        var hashes = Hashes(body);
        if (hashes.Count == 0)
        {
            return "";
        }

        foreach (var attachment in mail.Attachments.Where(a => a.Role != AttachmentRole.Inline))
        {
            hashes.Add(Hash(string.Create(CultureInfo.InvariantCulture, $"{attachment.Name}:{attachment.Content.Length}")));
        }

        return PassageSet.Write(Sorted(hashes), whole: true);
    }

    /// <summary>The set of any other document, of a long one a part; empty where it is too short to tell.</summary>
    public static string Of(StringBuilder body) => Hashes(body) is { Count: > 0 } hashes ? PassageSet.Write(Sorted(hashes), whole: false) : "";

    private static List<uint> Hashes(StringBuilder body)
    {
        var words = Words(body);
        var hashes = new List<uint>(words.Count);
        for (var i = 0; words.Count >= LeastWords && i + WordsInRow <= words.Count; i++)
        {
            var hash = Basis;
            for (var j = i; j < i + WordsInRow; j++)
            {
                hash = (hash ^ words[j]) * Prime;
            }

            hashes.Add(hash);
        }

        return hashes;
    }

    /// <summary>Each once, ascending.</summary>
    private static uint[] Sorted(List<uint> hashes)
    {
        hashes.Sort();
        var count = 0;
        for (var i = 0; i < hashes.Count; i++)
        {
            if (count == 0 || hashes[count - 1] != hashes[i])
            {
                hashes[count++] = hashes[i];
            }
        }

        return [.. hashes[..count]];
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
