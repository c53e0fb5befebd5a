using System.Text;

namespace WooPipeline.Cluster;

/// <summary>Words planted in a dossier, that must not be found where no document belongs.</summary>
internal static class Tokens
{
    public const string Name = "Quirijntje";
    public const string Word = "zwaluwstaartkwast";
    public const string InPath = "Uilenboomgaardje";

    public static string[] All { get; } = [Name, Word, InPath];

    /// <summary>Files of a folder in whose bytes a token stands, in UTF-8 or UTF-16.</summary>
    public static IEnumerable<string> FilesWith(string folder)
    {
        byte[][] forms = [.. All.SelectMany(t => new[] { t, t.ToLowerInvariant() }).SelectMany(t => new[] { Encoding.UTF8.GetBytes(t), Encoding.Unicode.GetBytes(t) })];
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        return files.Where(f => forms.Any(form => Bytes(f).AsSpan().IndexOf(form) >= 0));
    }

    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
