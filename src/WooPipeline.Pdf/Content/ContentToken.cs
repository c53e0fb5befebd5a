using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Content;

/// <summary>An operand's token, or a bracket of one.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Start">First byte in the stream.</param>
/// <param name="End">One past its last byte.</param>
/// <param name="Number">Value of a number.</param>
internal readonly record struct ContentToken(PdfTokenKind Kind, int Start, int End, double Number);
