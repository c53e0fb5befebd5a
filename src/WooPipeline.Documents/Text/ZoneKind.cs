namespace WooPipeline.Documents;

/// <summary>What a stretch of text is in its document; detection and policy differ by it.</summary>
public enum ZoneKind
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>A field of a mail header, a note's reference block or a form; the zone's name is the native field name (<c>From</c>).</summary>
    HeaderField,

    /// <summary>The opening of a letter or mail (<c>Beste Jan,</c>).</summary>
    Salutation,

    /// <summary>Closing, name, function and contact lines of the writer.</summary>
    Signature,

    /// <summary>A standard text added by a mail system.</summary>
    Disclaimer,

    /// <summary>An earlier message, quoted; the level counts the depth from 1.</summary>
    QuotedReply,

    /// <summary>A cell of a table; the zone's name is the column's heading where there is one.</summary>
    TableCell,

    /// <summary>A heading; the level is 1 to 6.</summary>
    Heading,

    /// <summary>A footnote or endnote.</summary>
    Footnote,

    /// <summary>Repeated at the head of pages.</summary>
    PageHeader,

    /// <summary>Repeated at the foot of pages.</summary>
    PageFooter,

    /// <summary>A comment or annotation; never published.</summary>
    Comment,

    /// <summary>Text that a reader of the native file does not see; never published.</summary>
    Hidden,

    /// <summary>Who wrote a chat message; the zone's name is <c>Sender</c>.</summary>
    Sender,

    /// <summary>When a chat message was written.</summary>
    Timestamp,

    /// <summary>Where a link goes; shown only as a link, dropped when a word of it is removed.</summary>
    LinkTarget,

    /// <summary>The description of an image.</summary>
    AlternativeText,

    /// <summary>The name of the file or of an attachment.</summary>
    FileName,

    /// <summary>A property of the native file; the zone's name is the property's. Never published.</summary>
    Metadata,
}
