namespace WooPipeline.Documents;

/// <summary>
/// Where a run stands in the native file. The format that read it gives both numbers their meaning
/// (PDF: page and first glyph; DOCX: package part and first UTF-16 unit; sheet: sheet and cell ordinal).
/// </summary>
/// <param name="Part">Page, package part or sheet, zero based.</param>
/// <param name="Offset">First native unit of the run in that part.</param>
public readonly record struct Origin(int Part, int Offset);
