using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>Gives a body its images and tells afterwards which attachments were shown there.</summary>
internal sealed class InlineImages(PartCollector parts)
{
    private readonly HashSet<int> shown = [];

    /// <summary>The image of a <c>cid:</c> source; null where there is none that can be shown.</summary>
    public ImageContent? Find(string source)
    {
        if (!source.StartsWith("cid:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var id = Uri.UnescapeDataString(source[4..]).Trim('<', '>');
        foreach (var file in parts.Inline)
        {
            if (file.ContentId.Equals(id, StringComparison.OrdinalIgnoreCase))
            {
                shown.Add(file.Attachment);
                return ImageBytes.Of(file.Content);
            }
        }

        return null;
    }

    /// <summary>The attachments, those shown in the body with their role changed.</summary>
    public ImmutableArray<Attachment> Attachments() =>
        [.. parts.Attachments.Select((a, i) => shown.Contains(i) ? a with { Role = AttachmentRole.Inline } : a)];
}
