using System.Globalization;
using WooPipeline.Formats;

namespace WooPipeline.Pipeline;

/// <summary>What a source was given and took more of.</summary>
/// <param name="Code"><see cref="Time"/> or <see cref="Memory"/>.</param>
/// <param name="Given">How much it was given: seconds or bytes.</param>
internal sealed record Overrun(string Code, long Given)
{
    /// <summary>Code of time.</summary>
    public const string Time = "tijd";

    /// <summary>Code of memory.</summary>
    public const string Memory = "geheugen";

    private const long Megabyte = 1024 * 1024;

    /// <summary>Why the source is in quarantine, and what to do.</summary>
    public Quarantined Reason => Code == Time
        ? new(Code, $"Het lezen van een document in dit bestand duurde langer dan {Amount(Given, 60, "minuten", "seconden")} en is gestopt. Splits het bestand of zet het om naar PDF, geef meer tijd met --leestijd, of beoordeel het met de hand.")
        : new(Code, $"Het lezen van dit bestand kostte meer dan {Amount(Given, Megabyte, "MB", "bytes")} geheugen en is gestopt. Splits het bestand of zet het om naar PDF, geef meer geheugen met --leesgeheugen, of beoordeel het met de hand.");

    /// <summary>True where a budget gives no more than it had.</summary>
    public bool Holds(ApartReading budget) => Code == Time ? budget.Time.TotalSeconds <= Given : budget.Memory <= Given;

    private static string Amount(long given, long size, string whole, string parts) =>
        given >= size && given % size == 0 ? (given / size).ToString(CultureInfo.InvariantCulture) + " " + whole : given.ToString(CultureInfo.InvariantCulture) + " " + parts;
}
