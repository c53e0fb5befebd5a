namespace WooPipeline.Parliament;

/// <summary>Words by which messages of an inquiry are known, from <c>Data/uitvraagwoorden.csv</c>.</summary>
internal static class InquiryWords
{
    private static readonly ILookup<string, string> Words = EmbeddedList.Rows("uitvraagwoorden.csv").ToLookup(r => r[0], r => r[1], StringComparer.Ordinal);

    /// <summary>True where a subject is that of an inquiry.</summary>
    public static bool IsInquiry(string subject) => Holds("uitvraag", subject);

    /// <summary>True for a message that no person wrote.</summary>
    public static bool IsAutomatic(ArchivedMessage message) => Holds("automatisch", message.Facts.Subject);

    /// <summary>The words with which a message says that more is to come; null where it doesn't.</summary>
    public static string? Partial(string text) => Words["deels"].FirstOrDefault(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static bool Holds(string kind, string text) => Words[kind].Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));
}
