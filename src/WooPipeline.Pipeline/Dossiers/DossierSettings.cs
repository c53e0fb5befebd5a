using WooPipeline.Pdf.Redaction;

namespace WooPipeline.Pipeline;

/// <summary>What <c>dossier.yaml</c> says; every field has a default, so that a folder with only <c>bronnen/</c> is a dossier.</summary>
public sealed record DossierSettings
{
    /// <summary><c>organisatie</c>: who publishes.</summary>
    public string Organisation { get; init; } = "";

    /// <summary><c>onderwerp</c>: what it is about.</summary>
    public string Subject { get; init; } = "";

    /// <summary><c>soort</c>: <c>woo-verzoek</c>, <c>kamervragen</c> or <c>rapportage</c>.</summary>
    public DossierKind Kind { get; init; } = DossierKind.WooRequest;

    /// <summary><c>kenmerk</c> (or <c>referentie</c>): the organisation's own reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary><c>datum</c>: date of decision or publication; the only date that outputs carry as their own.</summary>
    public DateOnly? Date { get; init; }

    /// <summary><c>periode.van</c>.</summary>
    public DateOnly? PeriodStart { get; init; }

    /// <summary><c>periode.tot</c>.</summary>
    public DateOnly? PeriodEnd { get; init; }

    /// <summary><c>matter</c>: the inventory's matter number; the reference where absent.</summary>
    public string Matter { get; init; } = "";

    /// <summary><c>uitvoer.native</c>: also publish the redacted docx and xlsx themselves.</summary>
    public bool Native { get; init; }

    /// <summary><c>uitvoer.libreoffice</c>: make the public PDF of Word documents by LibreOffice, where it is installed, from the redacted docx.</summary>
    public bool ByLibreOffice { get; init; }

    /// <summary><c>uitvoer.kopregels</c>: <c>false</c> leaves the original header lines of mail out of the public document.</summary>
    public bool OriginalHeaders { get; init; } = true;

    /// <summary><c>uitvoer.lakbreedte</c>: <c>veilig</c> (the width tells nothing), <c>opmaak</c> (all stays in place) or <c>regel</c> (whole lines), for PDF.</summary>
    public PdfWidthMode WidthMode { get; init; } = PdfWidthMode.Safe;

    /// <summary><c>producten</c>: which rendered texts are made; empty for all that the dossier has data for.</summary>
    public IReadOnlyList<string> Renderings { get; init; } = [];

    /// <summary>The section <c>beleid</c> as YAML, for the policy's own reader; empty where absent.</summary>
    public string PolicyYaml { get; init; } = "";

    /// <summary>The whole file as read, for the rooms that read their own parts; empty where absent.</summary>
    public string Yaml { get; init; } = "";
}
