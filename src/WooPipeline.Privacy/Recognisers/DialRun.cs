using System.Collections.Immutable;

namespace WooPipeline.Privacy;

/// <summary>Digits with what people put between them in a telephone number.</summary>
/// <param name="Start">First unit: a plus, an opening bracket or a digit.</param>
/// <param name="End">One past the last digit.</param>
/// <param name="Stop">Where reading ended; nothing before it can be another number.</param>
/// <param name="Groups">How many digits stand together.</param>
/// <param name="HasPlus">A plus opens it.</param>
/// <param name="HasBracket">Digits stand between brackets.</param>
/// <param name="IsInternational">It opens with 00.</param>
/// <param name="Dots">How many dots part its groups.</param>
/// <param name="Hyphens">How many hyphens.</param>
internal readonly record struct DialRun(int Start, int End, int Stop, ImmutableArray<int> Groups, bool HasPlus, bool HasBracket, bool IsInternational, int Dots, int Hyphens)
{
    private const int MostUnits = 48;

    /// <summary>How many digits it has.</summary>
    public int Digits => Groups.Sum();

    /// <summary>Reads from a position on.</summary>
    public static DialRun Read(string text, int start)
    {
        var groups = ImmutableArray.CreateBuilder<int>();
        var (end, dots, hyphens, opened, closed, plus) = (start, 0, 0, -1, false, false);
        var i = start;
        for (var limit = Math.Min(text.Length, start + MostUnits); i < limit; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                var first = i;
                while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
                {
                    i++;
                }

                groups.Add(i + 1 - first);
                end = i + 1;
                continue;
            }

            if (c == '+' ? groups.Count > 0 || plus : !IsSeparator(c) || Repeats(text, start, i, end))
            {
                break;
            }

            plus |= c == '+';
            opened = c == '(' ? i : opened;
            closed |= c == ')' && opened >= 0;
            dots += c == '.' ? 1 : 0;
            hyphens += c == '-' ? 1 : 0;
        }

        // A bracket that never closes stands around more than the number.
        var from = opened == start && !closed ? start + 1 : start;
        dots -= end < i && text.AsSpan(end, i - end).Contains('.') ? 1 : 0;
        var international = groups.Count > 0 && text.AsSpan(from).TrimStart('(').StartsWith("00", StringComparison.Ordinal) && !text.AsSpan(from).TrimStart('(').StartsWith("000", StringComparison.Ordinal);
        return new DialRun(from, end, i, groups.ToImmutable(), plus, closed || opened >= 0, international, dots, hyphens);
    }

    private static bool IsSeparator(char c) => c is ' ' or '\u00A0' or '\u202F' or '-' or '\u2010' or '\u2011' or '.' or '/' or '(' or ')';

    /// <summary>True where a separator may not follow: the same twice, or more than three in a row.</summary>
    private static bool Repeats(string text, int start, int i, int end) => i > start && (text[i] == text[i - 1] || (end > start && i - end >= 3));
}
