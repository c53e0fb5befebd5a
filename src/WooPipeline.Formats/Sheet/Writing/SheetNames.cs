using System.Collections.Immutable;
using System.Globalization;

namespace WooPipeline.Formats.Sheet;

/// <summary>Names that tabs can hold: 31 characters, none of <c>: \ / ? * [ ]</c>, no quote at an end, all different.</summary>
internal static class SheetNames
{
    private const int MaxLength = 31;

    public static ImmutableArray<string> Of(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var result = ImmutableArray.CreateBuilder<string>();
        foreach (var name in names)
        {
            var plain = string.Concat(name.Select(c => c is ':' or '\\' or '/' or '?' or '*' or '[' or ']' || char.IsControl(c) || char.IsSurrogate(c) ? '-' : c)).Trim().Trim('\'');
            plain = plain.Length == 0 ? "Blad" : plain.Length > MaxLength ? plain[..MaxLength] : plain;
            var unique = plain;
            for (var i = 2; !taken.Add(unique); i++)
            {
                var tail = " " + i.ToString(CultureInfo.InvariantCulture);
                unique = plain[..Math.Min(plain.Length, MaxLength - tail.Length)] + tail;
            }

            result.Add(unique);
        }

        return result.ToImmutable();
    }
}
