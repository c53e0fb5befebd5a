namespace WooPipeline.Formats.Archive;

/// <summary>Quarantines that all archives share.</summary>
internal static class ArchiveProblems
{
    public static Quarantined Bomb { get; } = new(
        "zip-bom", "Het bestand pakt uit tot veel meer bytes dan is toegestaan; dat wijst op een zip-bom. Pak het met de hand uit als u de bron vertrouwt.");

    public static Quarantined Damaged { get; } = new(
        "beschadigd", "Het bestand in het archief kan niet worden uitgepakt. Vraag het opnieuw op bij de bron.");
}
