using System.Text;

namespace WooPipeline.Parliament;

/// <summary>Reads the texts of a dossier: UTF-8 with or without a mark, else Windows-1252 as older office programs write.</summary>
internal static class DossierFile
{
    private const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>The text, or null with a problem.</summary>
    public static string? Read(string folder, string relative, ProblemList problems) =>
        Bytes(folder, relative, problems) is { } bytes ? Decode(bytes) : null;

    /// <summary>The bytes, or null with a problem.</summary>
    public static byte[]? Bytes(string folder, string relative, ProblemList problems)
    {
        var path = Path.Combine(folder, relative);
        var place = new Provenance(relative);
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                problems.Error("bestand-te-groot", place, "Het bestand is groter dan 64 MB. Splits het.");
                return null;
            }

            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error("bestand-onleesbaar", place, "Het bestand kan niet worden geopend. Sluit het in andere programma's en controleer de rechten.");
            return null;
        }
    }

    public static string Decode(byte[] bytes)
    {
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException)
        {
            return (CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1).GetString(bytes);
        }
    }

    /// <summary>The files below a folder of the dossier with an extension, in order of their path.</summary>
    public static IEnumerable<string> List(string folder, string subfolder, params string[] extensions)
    {
        var root = Path.Combine(folder, subfolder);
        return !Directory.Exists(root) ? [] : Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(p => extensions.Contains(Path.GetExtension(p), StringComparer.OrdinalIgnoreCase))
            .Select(p => Path.GetRelativePath(folder, p).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal);
    }
}
