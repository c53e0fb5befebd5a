using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace WooPipeline.Publication;

/// <summary>The staging folder: writes files, lists them in one order on every system, hashes them.</summary>
internal sealed class PackageFiles(string staging)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly ConcurrentDictionary<string, string> hashes = new(StringComparer.Ordinal);

    /// <summary>Path of the staging folder.</summary>
    public string Staging => staging;

    /// <summary>Writes text as UTF-8.</summary>
    /// <param name="path">Relative, with <c>/</c>.</param>
    /// <param name="text">The text.</param>
    /// <param name="mark">True to begin with a byte order mark, which spreadsheets need for a csv.</param>
    public void WriteText(string path, string text, bool mark = false) => Write(path, output =>
    {
        if (mark)
        {
            output.Write([0xEF, 0xBB, 0xBF]);
        }

        output.Write(Utf8.GetBytes(text));
    });

    /// <summary>Takes away a folder that an earlier round wrote.</summary>
    public void Clear(string path)
    {
        if (Directory.Exists(Full(path)))
        {
            Directory.Delete(Full(path), recursive: true);
        }
    }

    /// <summary>Writes a file.</summary>
    public void Write(string path, Action<Stream> write)
    {
        var full = Full(path);
        hashes.TryRemove(path, out _);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        using var stream = File.Create(full);
        write(stream);
    }

    /// <summary>True where the file is there.</summary>
    public bool Has(string path) => File.Exists(Full(path));

    /// <summary>All files below a folder, relative to the staging folder, with <c>/</c>, in ordinal order.</summary>
    public IReadOnlyList<string> List(string folder)
    {
        var root = Full(folder);
        return !Directory.Exists(root) ? [] : [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(staging, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>A file's bytes.</summary>
    public byte[] Read(string path) => File.ReadAllBytes(Full(path));

    /// <summary>SHA-256 in lower-case hex; a file is read for it once.</summary>
    public string Sha256(string path) => hashes.GetOrAdd(path, Hash);

    private string Hash(string path)
    {
        using var stream = File.OpenRead(Full(path));
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Size in bytes.</summary>
    public long Size(string path) => new FileInfo(Full(path)).Length;

    private string Full(string path) => Path.Combine(staging, path.Replace('/', Path.DirectorySeparatorChar));
}
