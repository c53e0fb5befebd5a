using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// Streets whose name does not end as streets do, once an address has told that they are streets: where <c>Lethe 12, 9983 PJ</c> stands in the
/// dossier, <c>Lethe 23</c> is an address too.
/// </summary>
internal static class KnownStreets
{
    private const int FewestLetters = 4;

    public static void Run(RecogniserContext context)
    {
        var names = Names(context);
        var others = context.Persons?.StreetNames;
        if (names.Count == 0 && others is null or { Count: 0 })
        {
            return;
        }

        var words = context.Words;
        for (var k = words.NextNear(0, WordClass.None, Shape.Digit, 1); k < words.Count - 1; k = words.NextNear(k + 1, WordClass.None, Shape.Digit, 1))
        {
            if (words[k].IsCapital && words[k].IsWord && words[k].Length >= FewestLetters && words[k + 1].HasDigit && words.GapBefore(k + 1) == Gap.Space && !context.IsTaken(words[k].Start, words[k + 1].End)
                && AddressRecogniser.HouseNumber(words, k + 1) is var end && end > k + 1 && words.Folded(k) is var name && (names.Contains(name) || others?.Contains(name) == true))
            {
                AddressRecogniser.Emit(context, words[k].Start, words[end - 1].End, k, end);
            }
        }
    }

    /// <summary>Last words of the streets that this document gave with a postcode, a town or a word for living.</summary>
    private static HashSet<string> Names(RecogniserContext context)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in context.Found)
        {
            if (item.Label == Label.Address && item.Rule == "address.private")
            {
                Add(names, context, item.Span);
            }
        }

        return names;
    }

    private static void Add(HashSet<string> names, RecogniserContext context, TextSpan span)
    {
        var words = context.Words;
        for (var k = words.IndexAt(span.Start); k < words.Count - 1 && words[k + 1].Start < span.End; k++)
        {
            if (words[k + 1].HasDigit)
            {
                if (words[k].IsCapital && words[k].IsWord && IsUnlisted(words[k].Class))
                {
                    names.Add(words.Folded(k));
                }

                return;
            }
        }
    }

    /// <summary>A word that means nothing else, or is a name at most.</summary>
    private static bool IsUnlisted(WordClass classes) => (classes & ~(WordClass.Surname | WordClass.Plain)) == WordClass.None;

    /// <summary>The last word before the number of a folded address (<c>lethe 12</c>); empty where a list knows the word.</summary>
    public static string NameOf(string key)
    {
        var parts = key.Split(' ');
        var number = Array.FindIndex(parts, p => p.Length > 0 && char.IsAsciiDigit(p[0]));
        return number > 0 && parts[number - 1].Length >= FewestLetters && IsUnlisted(Lexicon.Default.Find(parts[number - 1])) ? parts[number - 1] : "";
    }
}
