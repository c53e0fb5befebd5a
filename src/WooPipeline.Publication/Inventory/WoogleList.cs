namespace WooPipeline.Publication.Inventory;

/// <summary>The delivery list of Woogle (<c>Bestandsnaam,Titel,…</c>): only what has a file. Sender and recipient stay empty: they are persons.</summary>
internal static class WoogleList
{
    private static readonly string[] Header = ["Bestandsnaam", "Titel", "Datum", "Documentsoort", "Beoordeling", "Uitzonderingsgrond", "Verzender", "Ontvanger", "Beschrijving"];

    /// <summary>The file's text.</summary>
    public static string Text(PackageInput input)
    {
        var documents = input.Documents.OrderBy(d => d.Id, StringComparer.Ordinal).SelectMany(d => d.PublicFiles, Row);
        var rendered = input.Rendered.OrderBy(r => r.Path, StringComparer.Ordinal).Select(r => (IEnumerable<string>)
            [r.Path, r.Title, PackageDates.Iso(r.Date ?? PackageDates.Of(input.Dossier)), r.Kind, DocumentState.Public.ToJudgement(), "", "", "", ""]);
        return CsvFile.Text(Header, rendered.Concat(documents));
    }

    private static IEnumerable<string> Row(PackageDocument document, string file) =>
    [
        file, DisplayNames.Title(document), PackageDates.Iso(document.Date), DisplayNames.Of(document.Kind), document.State.ToJudgement(),
        string.Join("; ", DocumentGrounds.Of(document)), "", "", document.Remark,
    ];
}
