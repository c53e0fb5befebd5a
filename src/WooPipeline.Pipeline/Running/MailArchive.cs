using System.Collections.Immutable;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Parliament;

namespace WooPipeline.Pipeline;

/// <summary>The messages of a dossier as the papers' room draws proposals from them; texts are laid out only where they are asked for.</summary>
internal static class MailArchive
{
    public static IEnumerable<ArchivedMessage> Of(DossierSession session) => session.Documents
        .Where(d => d.HasText && d.Unit.Message is not null && d.DuplicateOf is null)
        .Select(d =>
        {
            var view = new Lazy<TextView>(() => TextView.Of(session.TreeOf(d.Unit)));
            return new ArchivedMessage(d.Unit.Path, d.Unit.Message!, new Lazy<string>(() => view.Value.Text[..view.Value.BodyEnd]), new Lazy<string>(() => OwnText(view.Value)));
        });

    /// <summary>The text without what it quotes and without header fields.</summary>
    private static string OwnText(TextView view)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var zone in view.Zones.Where(z => z.Kind is ZoneKind.QuotedReply or ZoneKind.HeaderField && z.Span.End <= view.BodyEnd))
        {
            if (zone.Span.Start > at)
            {
                text.Append(view.Text, at, zone.Span.Start - at);
            }

            at = Math.Max(at, zone.Span.End);
        }

        return text.Append(view.Text, at, Math.Max(0, view.BodyEnd - at)).ToString();
    }
}
