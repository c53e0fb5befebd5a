using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace WooPipeline.Documents;

/// <summary>All grounds, from <c>Data/grounds.csv</c>; reads any printed spelling, writes the canonical one.</summary>
public static partial class GroundCatalog
{
    private static readonly ImmutableArray<Ground> Grounds = Load();
    private static readonly FrozenDictionary<string, Ground> ByCode =
        Grounds.ToFrozenDictionary(g => g.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every ground in the order of the law.</summary>
    public static ImmutableArray<Ground> All => Grounds;

    /// <summary>Art. 5.1 lid 2 onder e: personal privacy.</summary>
    public static Ground Privacy => ByCode["5.1.2e"];

    /// <summary>
    /// Reads a ground as printed on blocks and in lists: <c>5.1.2e</c>, <c>5.1.2.e</c>, <c>5.1.2,e</c>, <c>5.1 lid 2 sub e</c>,
    /// <c>artikel 5.1, tweede lid, aanhef en onder e, van de Woo</c>, <c>5.2.1</c>, <c>(10)(2e)</c>. Returns null where it is none.
    /// </summary>
    public static Ground? Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var plain = text.Trim();
        if (ByCode.TryGetValue(plain, out var exact))
        {
            return exact;
        }

        var match = Spelling().Match(Ordinals(plain));
        if (!match.Success)
        {
            return null;
        }

        var head = match.Groups["a"].Value + (match.Groups["b"].Success ? "." + match.Groups["b"].Value : "");
        var lid = match.Groups["lid"].Value;
        var letter = match.Groups["letter"].Value;
        return Candidates(head, lid, letter).Select(c => ByCode.GetValueOrDefault(c)).FirstOrDefault(g => g is not null);
    }

    private static IEnumerable<string> Candidates(string head, string lid, string letter)
    {
        if (lid.Length > 0)
        {
            yield return $"{head}.{lid}{letter}";
        }

        if (letter.Length > 0)
        {
            yield return $"{head}{letter}";
        }

        // Art. 5.2 has one ground whatever its paragraph; others must match in full.
        if (head == "5.2" || (lid.Length == 0 && letter.Length == 0))
        {
            yield return head;
        }
    }

    private static string Ordinals(string text)
    {
        var lower = text.ToLowerInvariant();
        string[] words = ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende"];
        for (var i = 0; i < words.Length; i++)
        {
            lower = lower.Replace(words[i] + " lid", "lid " + (i + 1), StringComparison.Ordinal);
        }

        return lower;
    }

    [GeneratedRegex(
        """^\W*(?:(?:woo|wob)\W*)?(?:art(?:\.|ikel)?\s*)?\(?(?<a>5|10|11)\)?(?:\s*[.,]\s*(?<b>[124])(?=\D|$)|(?=\W*\(|\W*lid|[.,]1$|\.[12]))\W*(?:lid\s*)?\(?(?<lid>[1-7])?\)?\W*(?:(?:aanhef(?:\s+en)?\W*)?(?:(?:sub|onder|onderdeel)\W*)?)?\(?(?<letter>[a-i])?\)?(?:\W*(?:(?:van\s+)?(?:de\s+)?(?:woo|wob|wet open overheid|wet openbaarheid van bestuur))?)\W*$""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Spelling();

    private static ImmutableArray<Ground> Load()
    {
        using var stream = typeof(GroundCatalog).Assembly.GetManifestResourceStream("WooPipeline.Documents.Data.grounds.csv")
            ?? throw new InvalidOperationException("Data/grounds.csv is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var grounds = ImmutableArray.CreateBuilder<Ground>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(';');
            if (cells.Length == 4)
            {
                grounds.Add(new Ground(cells[0], cells[1], cells[2], cells[3] == "ja"));
            }
        }

        return grounds.ToImmutable();
    }
}
