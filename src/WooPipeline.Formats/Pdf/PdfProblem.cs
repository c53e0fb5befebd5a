using WooPipeline.Pdf.Objects;

namespace WooPipeline.Formats.Pdf;

/// <summary>What the coordinator is told when a PDF can't be read or redacted.</summary>
internal static class PdfProblem
{
    public static PdfBudget Budget(ReadLimits limits) => new()
    {
        MaxBytes = limits.MaxUnpackedBytes,
        MaxStreamBytes = (int)Math.Min(limits.MaxUnpackedBytes, 512L * 1024 * 1024),
        MaxTime = limits.MaxTime,
    };

    public static Quarantined Quarantine(string code) => new(code == "geen-pdf" ? "beschadigd" : code, code switch
    {
        "versleuteld" => "De PDF is met een wachtwoord beveiligd. Vraag de bron om een exemplaar zonder wachtwoord.",
        "geen-pdf" => "Het bestand heet PDF maar is het niet. Controleer bij de bron welk bestand bedoeld is.",
        "te-groot" => "De PDF pakt uit tot meer dan de grens of kost te veel tijd. Splits het document of verhoog de grens in dossier.yaml.",
        "te-diep" => "De PDF is dieper genest dan de grens. Druk het document opnieuw af naar PDF.",
        "scan" => "De PDF bevat een bladzijde die alleen uit een afbeelding bestaat en hier niet kan worden gelezen. Installeer tesseract met Nederlandse taaldata (nld) om scans te lezen, of lak het document met de hand.",
        "onleesbaar" => "De letters van de PDF zijn niet naar tekst te herleiden. Druk het document opnieuw af naar PDF, of lak het met de hand.",
        "niet-verwijderd" => "Van een passage kon niet worden aangetoond dat zij uit de PDF is verwijderd. Lak dit document met de hand.",
        _ => "De PDF is zo beschadigd dat er geen bladzijden in te vinden zijn. Vraag het bestand opnieuw op bij de bron.",
    });
}
