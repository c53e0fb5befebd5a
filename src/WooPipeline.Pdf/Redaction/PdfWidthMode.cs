namespace WooPipeline.Pdf.Redaction;

/// <summary>What becomes of the width of what was removed, which tells much of a name by itself.</summary>
public enum PdfWidthMode
{
    /// <summary>Breedte veilig: the gap is rounded to steps of at least 24 points and the rest of the line is set anew without the source's shifts.</summary>
    Safe,

    /// <summary>Opmaak behouden: everything stays where it was; the box is as wide as what it hides.</summary>
    KeepLayout,

    /// <summary>Hele regel: the whole line goes.</summary>
    WholeLine,
}
