namespace WooPipeline.Formats.Archive;

/// <summary>Quarantines that all archives share.</summary>
internal static class ArchiveProblems
{
    public static Quarantined Bomb { get; } = new(
        "zip-bom", "Het bestand pakt uit tot veel meer bytes dan is toegestaan; dat wijst op een zip-bom. Pak het met de hand uit als u de bron vertrouwt.");

    public static Quarantined Encrypted { get; } = new(
        "versleuteld", "Het bestand in het archief is met een wachtwoord beveiligd. Pak het uit met het wachtwoord en lever de bestanden los aan.");

    public static Quarantined Link { get; } = new(
        "koppeling", "Dit is een verwijzing in een archief, geen bestand. Vraag het bestand zelf op bij de bron.");

    public static Quarantined Damaged { get; } = new(
        "beschadigd", "Het bestand in het archief kan niet worden uitgepakt. Vraag het opnieuw op bij de bron.");
}
