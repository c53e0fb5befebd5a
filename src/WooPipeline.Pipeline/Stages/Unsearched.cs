using WooPipeline.Formats;

namespace WooPipeline.Pipeline;

/// <summary>
/// A document that is only a picture can show names that nothing searched. It is published on a person's judgement, never by itself.
/// </summary>
internal static class Unsearched
{
    private const string Code = "image-not-searched";

    /// <summary>True where the words on a picture were not read.</summary>
    public static bool IsFor(StoredUnit unit) => unit.Deviations.Any(d => d.Code == Code);

    /// <summary>Why a unit waits for a person; null where it needn't.</summary>
    public static Quarantined? Reason(StoredUnit unit) => IsFor(unit)
        ? new Quarantined("beeld", "Dit is een afbeelding; wat erop staat, is niet doorzocht. Bekijk haar en geef een oordeel (openbaar of niet openbaar) in besluiten/ of met 'woo review'.")
        : null;
}
