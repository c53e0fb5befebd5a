using System.Collections.Frozen;

namespace WooPipeline.Privacy;

/// <summary>Labels of mail headers in Dutch, English and the like, as programs write them; folded.</summary>
internal static class HeaderLabels
{
    private static readonly FrozenSet<string> Address = new[]
    {
        "from", "to", "cc", "bcc", "sender", "reply-to", "van", "aan", "afzender", "ontvanger", "ontvangers", "verzonden door", "sent by", "on behalf of", "namens", "organisator", "organizer", "organiser",
        "verplichte deelnemers", "optionele deelnemers", "required attendees", "optional attendees", "vereiste deelnemers", "deelnemers", "attendees", "de", "a", "von", "an", "kopie", "kopie aan", "c.c.", "c.c", "b.c.c.",
        "delivered-to", "resent-from", "resent-to", "return-path", "x-original-to", "disposition-notification-to", "genodigden", "voor", "gesprek met",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsAddressHeader(string folded) => Address.Contains(folded);
}
