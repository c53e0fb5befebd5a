namespace WooPipeline.Documents;

/// <summary>What kind of thing a document was; the inventory's file type (Dutch government platform list, SourceType).</summary>
public enum DocumentKind
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>A mail message.</summary>
    Email,

    /// <summary>A text document.</summary>
    Text,

    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>A spreadsheet or csv.</summary>
    Spreadsheet,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>A chat export.</summary>
    Chat,

    /// <summary>An image.</summary>
    Image,

    /// <summary>A presentation.</summary>
    Presentation,

    /// <summary>An appointment or note of a mail program.</summary>
    Note,

    /// <summary>A contact card.</summary>
    ContactCard,

    /// <summary>Structured data (json, xml).</summary>
    Data,
}
