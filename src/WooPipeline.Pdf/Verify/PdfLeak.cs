namespace WooPipeline.Pdf.Verify;

/// <summary>A form that still stands in a file.</summary>
/// <param name="Form">Index of the form among those given.</param>
/// <param name="Place">Where: <c>bytes at 1234</c>, <c>stream at 1234</c>, <c>text of stream at 1234</c>. Never the form itself.</param>
public sealed record PdfLeak(int Form, string Place);
