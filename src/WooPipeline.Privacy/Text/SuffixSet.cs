namespace WooPipeline.Privacy;

/// <summary>Tells whether a word ends in one of many endings, whatever its case; looks only at those with the same last letter.</summary>
internal sealed class SuffixSet
{
    private readonly string[][] byLast = new string[26][];

    /// <summary>Makes a set of endings in small letters a to z.</summary>
    public SuffixSet(params ReadOnlySpan<string> endings)
    {
        var lists = new List<string>[26];
        foreach (var ending in endings)
        {
            (lists[ending[^1] - 'a'] ??= []).Add(ending);
        }

        for (var i = 0; i < 26; i++)
        {
            byLast[i] = lists[i]?.ToArray() ?? [];
        }
    }

    public bool EndsIn(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || !char.IsAsciiLetter(word[^1]))
        {
            return false;
        }

        foreach (var ending in byLast[(word[^1] | 0x20) - 'a'])
        {
            if (word.Length >= ending.Length && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
