using System.Collections.Immutable;

namespace WooPipeline.Privacy;

/// <summary>The capital letters by which a person signs: <c>JV</c>, <c>JdV</c>, <c>JHW</c>, <c>MLT</c>.</summary>
internal static class InitialCodes
{
    /// <summary>All codes of a name, folded.</summary>
    public static IReadOnlyList<string> Of(PersonName name)
    {
        if (name.Surname.Length == 0 || !name.IsFull)
        {
            return [];
        }

        var codes = new List<string>();
        var particles = Letters(name.Particles);
        var starts = Starts(name);
        foreach (var end in Ends(name))
        {
            foreach (var start in starts)
            {
                Add(codes, start + end);
                Add(codes, particles.Length > 0 ? start + particles + end : "");
            }
        }

        codes.Sort(StringComparer.Ordinal);
        if (name.Given.Length > 1)
        {
            codes.Insert(0, Letters(name.Given));
        }

        return codes;
    }

    /// <summary>What a code begins with: the first given name or initial, or all of them.</summary>
    private static List<string> Starts(PersonName name)
    {
        var starts = new List<string>(4);
        if (name.Given.Length > 0)
        {
            starts.Add(name.Given[0][..1]);
            starts.Add(Letters(name.Given));
        }

        if (name.Initials.Length > 0)
        {
            starts.Add(name.Initials[..1]);
            starts.Add(name.Initials);
        }

        return starts;
    }

    /// <summary>What a code ends with: the letters of the surname, of one half or of the last words of both, or its first two.</summary>
    private static List<string> Ends(PersonName name)
    {
        var ends = new List<string>(6) { Letters(name.Surname) };
        var lasts = "";
        foreach (var half in name.SurnameHalves())
        {
            if (half.Length > 0)
            {
                ends.Add(lasts.Length == 0 ? half[0][..1] : "");
                ends.Add(Letters(half));
                lasts += half[^1][0];
            }
        }

        ends.Add(lasts);
        ends.Add(name.Surname[0].Length > 2 ? name.Surname[0][..2] : "");
        ends.RemoveAll(string.IsNullOrEmpty);
        return ends;
    }

    private static void Add(List<string> codes, string code)
    {
        if (code.Length is >= 2 and <= 6 && !codes.Contains(code))
        {
            codes.Add(code);
        }
    }

    /// <summary>The first letters of words.</summary>
    private static string Letters(ImmutableArray<string> words) => words.Length switch
    {
        0 => "",
        1 => words[0][..1],
        _ => string.Concat(words.Select(w => w[0])),
    };
}
