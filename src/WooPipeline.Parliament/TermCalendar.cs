using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>The terms of a dossier: when the answer is due, until when it may be put off, and when commitments must be met.</summary>
/// <param name="Entries">The terms, in order of their days.</param>
public sealed record TermCalendar(ImmutableArray<TermEntry> Entries)
{
    private const int Extension = 21;

    /// <summary>The terms of a dossier.</summary>
    public static TermCalendar Of(ParliamentDossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var entries = dossier.QuestionSets.DistinctBy(s => s.CaseNumber.Length > 0 ? s.CaseNumber : s.Source.Source).SelectMany(Terms)
            .Concat(dossier.Commitments.Where(c => c is { DueOn: not null, Status: CommitmentStatus.Open or CommitmentStatus.PartlyFulfilled } or { DueOn: not null, Kind: CommitmentKind.Deadline })
                .Select(c => new TermEntry(c.DueOn!.Value, string.Create(CultureInfo.InvariantCulture, $"toezegging-{c.Number}"), $"Toezegging {c.Number} nakomen", c.Status == CommitmentStatus.Fulfilled, c.Source)));
        return new TermCalendar([.. entries.OrderBy(e => e.Day).ThenBy(e => e.Id, StringComparer.Ordinal)]);
    }

    /// <summary>A line for each term, with the days left where a day to count from is given.</summary>
    public string ToText(DateOnly? today)
    {
        var text = new StringBuilder();
        foreach (var entry in Entries)
        {
            text.Append(DutchText.LongDate(entry.Day)).Append(": ").Append(entry.Title).Append(entry.IsMet ? " (gedaan)" : Left(entry.Day, today)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The open terms as all-day events of an iCalendar (RFC 5545); the same dossier gives the same bytes.</summary>
    /// <param name="stamp">The day that the events are stamped with: the dossier's own date.</param>
    public string ToICalendar(DateOnly stamp)
    {
        var lines = new List<string> { "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//WooPipeline//Termijnen//NL", "CALSCALE:GREGORIAN" };
        foreach (var entry in Entries.Where(e => !e.IsMet))
        {
            lines.AddRange(
            [
                "BEGIN:VEVENT", $"UID:{entry.Id}@woopipeline", $"DTSTAMP:{Compact(stamp)}T000000Z", $"DTSTART;VALUE=DATE:{Compact(entry.Day)}",
                $"DTEND;VALUE=DATE:{Compact(entry.Day.AddDays(1))}", $"SUMMARY:{Escaped(entry.Title)}", "TRANSP:TRANSPARENT", "END:VEVENT",
            ]);
        }

        lines.Add("END:VCALENDAR");
        return string.Concat(lines.SelectMany(Folded).Select(l => l + "\r\n"));
    }

    private static IEnumerable<TermEntry> Terms(QuestionSet set)
    {
        if (set.IsOral || set.DueOn is not { } due)
        {
            yield break;
        }

        var name = set.CaseNumber.Length > 0 ? set.CaseNumber : set.Source.Source;
        var answered = set.AnsweredOn is not null;
        yield return new TermEntry(due, $"{name}-antwoord", $"Antwoord of uitstelbericht op vragen {name}", answered || set.Extensions.Length > 0, set.Source);
        if (set.Extensions.Length > 0)
        {
            var until = set.Extensions[^1].ExpectedBy ?? due.AddDays(Extension);
            yield return new TermEntry(until, $"{name}-uitstel", $"Antwoord op vragen {name} na uitstel", answered, set.Source);
        }
    }

    private static string Left(DateOnly day, DateOnly? today) => today is not { } from ? ""
        : day.DayNumber - from.DayNumber is var left && left < 0 ? $" ({DutchText.Count(-left, "dag", "dagen")} te laat)"
        : left == 0 ? " (vandaag)"
        : $" (nog {DutchText.Count(left, "dag", "dagen")})";

    private static string Compact(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // RFC 5545 §3.1: at most 75 octets a line, the rest behind a space; no character is cut in two.
    private static IEnumerable<string> Folded(string line)
    {
        var start = 0;
        var octets = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var size = char.IsLowSurrogate(line[i]) ? 0 : char.IsHighSurrogate(line[i]) ? 4 : Encoding.UTF8.GetByteCount(line.AsSpan(i, 1));
            if (octets + size > (start == 0 ? 75 : 74))
            {
                yield return (start == 0 ? "" : " ") + line[start..i];
                (start, octets) = (i, 0);
            }

            octets += size;
        }

        yield return (start == 0 ? "" : " ") + line[start..];
    }
}
