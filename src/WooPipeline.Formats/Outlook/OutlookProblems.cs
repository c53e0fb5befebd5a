namespace WooPipeline.Formats.Outlook;

/// <summary>Quarantines of Outlook's own kinds.</summary>
internal static class OutlookProblems
{
    public static Quarantined Reference { get; } = new(
        "extern", "De bijlage is een verwijzing naar een bestand op een andere plaats; het bestand zelf zit niet in het bericht. Vraag het op bij de bron.");

    public static Quarantined OleObject { get; } = new(
        "niet-ondersteund", "De bijlage is een ingesloten object van een ander programma dat hier niet kan worden gelezen. Open het bericht in Outlook en sla het object apart op.");
}
