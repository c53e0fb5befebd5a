using System.Text;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>The body of an Outlook message in the richest form it has: HTML, HTML wrapped in RTF, plain text, RTF.</summary>
internal static class MapiBody
{
    /// <summary>The alternatives, each with its text; empty where the message has no body.</summary>
    public static IReadOnlyList<BodyPart> Parts(MapiProperties properties, List<Deviation> deviations, ReadLimits limits)
    {
        var parts = new List<BodyPart>();
        var plain = properties.Text(MapiTag.Body);
        if (!string.IsNullOrWhiteSpace(plain))
        {
            parts.Add(new BodyPart(BodyKind.Plain, plain));
        }

        var html = Html(properties);
        var rtf = string.IsNullOrWhiteSpace(html) && properties.Binary(MapiTag.RtfCompressed) is { Length: > 0 } packed ? Rtf(packed, deviations, limits) : null;
        if (rtf is { Kind: RtfKind.Html })
        {
            html = rtf.Text;
        }

        if (!string.IsNullOrWhiteSpace(html))
        {
            parts.Add(new BodyPart(BodyKind.Html, html));
        }
        else if (rtf is not null && !string.IsNullOrWhiteSpace(rtf.Text))
        {
            parts.Insert(0, new BodyPart(BodyKind.Plain, rtf.Text)); // the plain text, where there is one, is what Outlook made of it
        }

        return parts;
    }

    private static string Html(MapiProperties properties)
    {
        if (properties[MapiTag.Html] is not { } value)
        {
            return "";
        }

        if (value.Type != MapiType.Binary)
        {
            return properties.Text(MapiTag.Html);
        }

        var page = properties.Int(MapiTag.InternetCodepage);
        var context = new MimeContext(ReadLimits.Default);
        var declared = page is > 0 ? "cp" + page.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        // What the page itself says is what its writer used; the property is often wrong.
        return HtmlCharset.Decode(value.Data.Span, HtmlCharset.Declared(value.Data.Span) ?? declared, context).TrimEnd('\0');
    }

    private static RtfText? Rtf(ReadOnlyMemory<byte> packed, List<Deviation> deviations, ReadLimits limits)
    {
        if (CompressedRtf.Decompress(packed.Span) is { } rtf)
        {
            return RtfText.Read(rtf, limits.Budget);
        }

        deviations.Add(new Deviation("msg-bad-rtf", "tekst"));
        return null;
    }
}
