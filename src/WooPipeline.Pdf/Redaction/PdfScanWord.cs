namespace WooPipeline.Pdf.Redaction;

/// <summary>A word that was read from the pixels of a page.</summary>
/// <param name="Page">Zero-based page.</param>
/// <param name="Text">The word.</param>
/// <param name="X">Left end of its baseline on the page, in points.</param>
/// <param name="Y">The same, upwards.</param>
/// <param name="AlongX">Vector along the baseline to the word's right end.</param>
/// <param name="AlongY">The same, upwards.</param>
/// <param name="Size">Height of its line in points.</param>
public sealed record PdfScanWord(int Page, string Text, double X, double Y, double AlongX, double AlongY, double Size);
