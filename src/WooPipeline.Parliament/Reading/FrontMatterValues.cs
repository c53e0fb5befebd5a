using System.Collections.Immutable;
using System.Globalization;

namespace WooPipeline.Parliament;

/// <summary>Typed values of front matter; what doesn't fit is a problem and reads as absent.</summary>
internal static class FrontMatterValues
{
    public static DateOnly? Date(this FrontMatter keys, string key, ProblemList problems)
    {
        var text = keys.Text(key);
        if (text.Length == 0)
        {
            return null;
        }

        if (Instant.TryParse(text, out var instant))
        {
            return instant.Date;
        }

        problems.Error("voorblad-datum", keys.Source.At(key), "Hier hoort een datum: 2023-02-14 of 14-2-2023.");
        return null;
    }

    public static int? Number(this FrontMatter keys, string key, ProblemList problems) =>
        keys.Has(key) ? keys.Numbers(key, problems).Cast<int?>().FirstOrDefault() : null;

    public static ImmutableArray<int> Numbers(this FrontMatter keys, string key, ProblemList problems)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        foreach (var text in keys.List(key).SelectMany(t => t.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
            else
            {
                problems.Error("voorblad-getal", keys.Source.At(key), "Hier horen hele getallen.");
            }
        }

        return numbers.ToImmutable();
    }

    /// <summary>Warns of keys that mean nothing here, so that a typing mistake shows.</summary>
    public static void Expect(this FrontMatter keys, ProblemList problems, params string[] known)
    {
        foreach (var key in keys.Values.Keys.Where(k => !known.Contains(k)))
        {
            problems.Warn("voorblad-sleutel", keys.Source.At(key), $"Deze sleutel is onbekend en wordt niet gebruikt. Bekend zijn: {string.Join(", ", known)}.");
        }
    }
}
