using System.Globalization;

namespace WooPipeline.Formats.Outlook;

/// <summary>Paths of folders by the parents that nodes name; what hangs from nothing is an orphan.</summary>
internal sealed class PstFolders(IReadOnlyDictionary<uint, PstNode> nodes, PstMessages messages)
{
    private const uint RootFolder = 0x122;
    private const int MaxDepth = 64;
    private readonly Dictionary<uint, string> paths = [];

    /// <summary>Path of the folder that a message is in, without the root's name.</summary>
    public string PathOf(PstNode message) => Folder(message.Parent, 0);

    private string Folder(uint id, int depth)
    {
        if (paths.TryGetValue(id, out var known))
        {
            return known;
        }

        if (!nodes.TryGetValue(id, out var folder) || depth > MaxDepth)
        {
            return "losse berichten"; // no folder lists it any more
        }

        var name = string.Concat(messages.FolderName(folder).Select(c => c is '/' or '\\' || char.IsControl(c) ? '_' : c)).Trim();
        name = name.Length > 0 ? name : string.Create(CultureInfo.InvariantCulture, $"map {id:X}");
        var isTop = id == RootFolder || folder.Parent == id;
        var path = isTop ? name : folder.Parent == RootFolder ? name : $"{Folder(folder.Parent, depth + 1)}/{name}";
        return paths[id] = path;
    }
}
