namespace WooPipeline.Pdf.Objects;

/// <summary>A file can't be read or redacted. The message tells what is wrong, never what the file says.</summary>
/// <param name="code">Stable code: <c>geen-pdf</c>, <c>versleuteld</c>, <c>beschadigd</c>, <c>te-groot</c>, <c>te-diep</c>.</param>
/// <param name="message">What is wrong, for a developer.</param>
public sealed class PdfException(string code, string message) : Exception(message)
{
    /// <summary>Stable code.</summary>
    public string Code { get; } = code;
}
