using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using WooPipeline.Formats;
using WooPipeline.Privacy;

namespace WooPipeline.Pipeline;

/// <summary>
/// What reading a source gave, as one file: trees and native bytes one behind the other, then a list of them with the units, then the
/// length of that list. Later tasks read their own part of it.
/// </summary>
internal sealed class ReadResultFile
{
    /// <summary>The units.</summary>
    public ImmutableArray<StoredUnit> Units { get; init; } = [];

    /// <summary>Where each tree stands.</summary>
    public List<TreePlace> Trees { get; init; } = [];

    /// <summary>The list of a file.</summary>
    public static ReadResultFile Read(Stream file)
    {
        Span<byte> length = stackalloc byte[4];
        file.Position = file.Length - length.Length;
        file.ReadExactly(length);
        var list = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
        file.Position = file.Length - length.Length - list.Length;
        file.ReadExactly(list);
        return JsonSerializer.Deserialize<ReadResultFile>(list) ?? throw new JsonException("The result holds no list.");
    }

    /// <summary>Puts what was read in a workspace as if it had been read there; the units last, since they say that all is there.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="key">Key of the source.</param>
    /// <param name="file">The file that this is the list of.</param>
    public ImmutableArray<StoredUnit> KeepIn(Workspace workspace, string key, Stream file)
    {
        foreach (var tree in Trees)
        {
            workspace.Put(Workspace.TreeKind, tree.Key, Bytes(file, tree.Tree));
            if (tree.Content is { } content)
            {
                workspace.Put(Workspace.ContentKind, tree.Key, Bytes(file, content));
            }
        }

        workspace.Put(key, Units);
        return [.. Units.Select(u => u.WithoutPassages())];
    }

    /// <summary>The bytes of a part.</summary>
    public static byte[] Bytes(Stream file, FilePart part)
    {
        var bytes = new byte[part.Length];
        file.Position = part.Offset;
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Ends a file with its list.</summary>
    public void WriteTo(Stream file)
    {
        var list = JsonSerializer.SerializeToUtf8Bytes(this);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, list.Length);
        file.Write(list);
        file.Write(length);
    }

    /// <summary>First 16 hex digits of the SHA-256 of a part.</summary>
    public static string CheckOf(ReadOnlySpan<byte> part) => Convert.ToHexStringLower(SHA256.HashData(part).AsSpan(0, 8));
}

/// <summary>Where the tree of a unit stands.</summary>
/// <param name="Key">Key of the tree in a workspace.</param>
/// <param name="Tree">The tree.</param>
/// <param name="Content">The native bytes; null where none are kept.</param>
/// <param name="Facts">What was seen in it of persons, without the number of its document; null where that can't be seen.</param>
internal sealed record TreePlace(string Key, FilePart Tree, FilePart? Content, DocumentFacts? Facts);
