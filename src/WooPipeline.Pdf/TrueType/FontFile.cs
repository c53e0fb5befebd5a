using System.Text;

namespace WooPipeline.Pdf.TrueType;

/// <summary>A font in a file, known by its family without its being read whole.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Index">Which font of a collection.</param>
/// <param name="Family">Name of its family.</param>
/// <param name="Length">Size of the file.</param>
/// <param name="Changed">When the file was changed.</param>
internal sealed record FontFile(string Path, int Index, string Family, long Length, DateTime Changed)
{
    private const int LargestFile = 64 * 1024 * 1024;
    private const int MostFiles = 5000;

    /// <summary>The fonts below a folder, by path; none where it isn't there.</summary>
    public static IEnumerable<FontFile> In(string folder)
    {
        if (string.IsNullOrEmpty(folder) || !Directory.Exists(folder))
        {
            return [];
        }

        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            MaxRecursionDepth = 8,
            MatchCasing = MatchCasing.CaseInsensitive,
        };
        return Directory.EnumerateFiles(folder, "*.tt?", options)
            .Where(f => System.IO.Path.GetExtension(f).ToUpperInvariant() is ".TTF" or ".TTC")
            .Take(MostFiles)
            .Order(StringComparer.Ordinal)
            .SelectMany(Open);
    }

    /// <summary>Reads the font; null where it can't be used.</summary>
    public TrueTypeFont? Load()
    {
        try
        {
            return TrueTypeFont.TryRead(File.ReadAllBytes(Path), Index);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static List<FontFile> Open(string path)
    {
        var found = new List<FontFile>();
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length is 0 or > LargestFile)
            {
                return found;
            }

            var start = new FontTable(Read(stream, 0, 12 + (4 * 64)));
            var isCollection = start.U32(0) == 0x74746366;
            for (var i = 0; i < (isCollection ? Math.Min(start.U32(8), 64) : 1); i++)
            {
                if (FamilyAt(stream, isCollection ? start.U32(12 + (4 * i)) : 0) is { Length: > 0 } family)
                {
                    found.Add(new FontFile(path, i, family, stream.Length, File.GetLastWriteTimeUtc(path)));
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            found.Clear(); // a font that can't be read isn't there
        }

        return found;
    }

    private static string? FamilyAt(FileStream stream, long start)
    {
        var directory = new FontTable(Read(stream, start, 12 + (16 * 64)));
        for (var t = 0; t < Math.Min(directory.U16(4), 64); t++)
        {
            var record = 12 + (16 * t);
            if (Encoding.Latin1.GetString(directory.Slice(record, 4).Span) == "name")
            {
                var names = new FontTable(Read(stream, directory.U32(record + 8), (int)Math.Min(directory.U32(record + 12), 1 << 20)));
                return FontNames.Find(names, FontNames.TypographicFamily) ?? FontNames.Find(names, FontNames.Family);
            }
        }

        return null;
    }

    private static byte[] Read(FileStream stream, long offset, int length)
    {
        stream.Position = offset;
        var bytes = new byte[length];
        var count = stream.ReadAtLeast(bytes, length, throwOnEndOfStream: false);
        return bytes[..count];
    }
}
