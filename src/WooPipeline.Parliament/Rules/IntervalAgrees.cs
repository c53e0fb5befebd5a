using System.Globalization;
using System.Text.RegularExpressions;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>The time to a platform's reply as a text states it can be the time between the two messages, as precisely as those are known.</summary>
internal sealed partial class IntervalAgrees : IRule
{
    public string Code => "R10-reactietijd";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        foreach (var record in context.Dossier.Cases)
        {
            if (record.ReportedAt is { } reported && record.ConfirmedAt is { } confirmed && confirmed.Local < reported.Local)
            {
                yield return this.Error(record.Basis[^1].At("bevestigd_op"), "De bevestiging is van vóór de melding. Controleer beide tijden en hun tijdzone.");
            }
            else if (record.Interval is { } real)
            {
                foreach (var (place, said) in Statements(context, record).Where(s => Stated(s.Said) is { } stated && !Fits(stated, real)))
                {
                    yield return this.Warning(place, $"Hier staat '{said.Trim()}', maar tussen melding en bevestiging zitten minstens {Written(real.Shortest)} en hoogstens {Written(real.Longest)}. Schrijf 'binnen …' of pas het getal aan.");
                }
            }
        }
    }

    // The record's own words, and what the report says in a sentence that names the platform.
    private static IEnumerable<(Provenance Place, string Said)> Statements(RuleContext context, CaseRecord record)
    {
        if (record.StatedInterval.Length > 0)
        {
            yield return (record.Basis[^1].At("reactietijd_vermeld"), record.StatedInterval);
        }

        var names = context.Dossier.Platforms.FirstOrDefault(p => p.Name == record.Platform) is { } platform ? platform.Aliases.Select(a => a.Name).Append(platform.Name).ToList() : [record.Platform];
        foreach (var sentence in Sentences.Of(context.OwnText("rapportage")).Where(s => names.Any(n => Regex.IsMatch(s, $@"\b{Regex.Escape(n)}\b", RegexOptions.CultureInvariant))))
        {
            if (Reply().Match(sentence) is { Success: true } reply && !record.StatedInterval.Contains(reply.Value.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                yield return (context.Place("rapportage"), reply.Value);
            }
        }
    }

    private static bool Fits((bool Within, TimeSpan Time) stated, (TimeSpan Shortest, TimeSpan Longest) real) =>
        stated.Within ? real.Longest <= stated.Time : real.Shortest <= stated.Time && stated.Time <= real.Longest;

    private static (bool Within, TimeSpan Time)? Stated(string text)
    {
        var match = Form().Match(text);
        if (!match.Success || DutchText.ReadCardinal(match.Groups["number"].Value) is not { } number)
        {
            return null;
        }

        var unit = match.Groups["unit"].Value[..3].ToLowerInvariant() switch { "sec" => 1, "min" => 60, "uur" or "ure" => 3600, _ => 86400 };
        return (match.Groups["within"].Success, TimeSpan.FromSeconds((double)number * unit));
    }

    private static string Written(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} uur en {time.Minutes} minuten")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} minuten en {time.Seconds} seconden");

    [GeneratedRegex(@"\b(?:na|binnen)\s+(?:\d{1,4}|[a-zé]{2,12})\s+(?:seconden?|minuut|minuten|uur|uren)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reply();

    [GeneratedRegex(@"(?<within>\bbinnen\b|\bin minder dan\b)?\s*\b(?<number>\d{1,4}|[a-zé]{2,12})\s+(?<unit>seconden?|minuut|minuten|uur|uren|dag|dagen)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
