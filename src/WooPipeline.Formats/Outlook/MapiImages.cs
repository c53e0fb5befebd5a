using WooPipeline.Documents;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>Gives a body the images attached to its message, and tells which were shown.</summary>
internal sealed class MapiImages(MapiMessage message)
{
    private readonly HashSet<int> shown = [];

    /// <summary>The image of a <c>cid:</c> source or a file name; null where there is none that can be shown.</summary>
    public ImageContent? Find(string source)
    {
        var isId = source.StartsWith("cid:", StringComparison.OrdinalIgnoreCase);
        var id = Uri.UnescapeDataString(isId ? source[4..] : source).Trim('<', '>');
        for (var i = 0; i < message.Attachments.Count; i++)
        {
            var p = message.Attachments[i].Properties;
            if (Same(p.Text(MapiTag.AttachContentId).Trim('<', '>'), id) || Same(p.Text(MapiTag.AttachContentLocation), id)
                || (isId && id.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && Same(p.FirstText(MapiTag.AttachLongFilename, MapiTag.AttachFilename), id[..at])))
            {
                shown.Add(i);
                return ImageBytes.Of(message.Attachments[i].Content);
            }
        }

        return null;
    }

    public bool IsShown(int attachment) => shown.Contains(attachment);

    private static bool Same(string one, string other) => one.Length > 0 && one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
