namespace WooPipeline.Pdf.Objects;

/// <summary>Kinds of tokens (§7.2).</summary>
internal enum PdfTokenKind : byte
{
    End,
    Integer,
    Real,
    Name,
    LiteralString,
    HexString,
    ArrayOpen,
    ArrayClose,
    DictionaryOpen,
    DictionaryClose,
    Keyword,
}
