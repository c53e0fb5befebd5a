namespace WooPipeline.Formats.Outlook;

/// <summary>What an RTF body holds (MS-OXRTFEX).</summary>
/// <param name="Kind">HTML that was wrapped in RTF, plain text that was, or RTF of its own, given as plain text.</param>
/// <param name="Text">The HTML or text.</param>
internal sealed record RtfText(RtfKind Kind, string Text)
{
    /// <summary>Reads RTF; never throws on content.</summary>
    public static RtfText Read(ReadOnlySpan<byte> rtf, ReadBudget? budget = null) => new RtfParser(rtf.ToArray(), budget).Parse();
}

/// <summary>What an RTF was made from.</summary>
internal enum RtfKind
{
    Html,
    PlainText,
    Rtf,
}
