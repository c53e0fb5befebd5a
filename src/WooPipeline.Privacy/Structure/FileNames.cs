using System.Buffers;

namespace WooPipeline.Privacy;

/// <summary>Names of files in a text: words glued by underscores and hyphens, with the ending of a file kind.</summary>
internal static class FileNames
{
    private const int Longest = 120;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"'`“”‘’<>|*;,()[]");

    private static readonly string[] Kinds = [".docx", ".doc", ".pdf", ".xlsx", ".xls", ".csv", ".txt", ".msg", ".eml", ".pptx", ".png", ".jpg", ".jpeg", ".heic", ".gif", ".tif", ".mp4", ".mov", ".mp3", ".m4a", ".wav", ".zip", ".odt", ".rtf"];

    /// <summary>True where a position lies in the name of a file.</summary>
    public static bool Holds(string text, int position)
    {
        var rest = text.AsSpan(position, Math.Min(Longest, text.Length - position));
        var end = rest.IndexOfAny(Ends);
        rest = (end < 0 ? rest : rest[..end]).TrimEnd('.');
        foreach (var kind in Kinds)
        {
            if (rest.EndsWith(kind, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
