using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace WooPipeline.Pipeline;

/// <summary>
/// What reading a source gave, as one file: trees and native bytes one behind the other, then a list of them with what else goes in the
/// workspace, then the length of that list. Later tasks read their own part of it.
/// </summary>
internal sealed class ReadResultFile
{
    /// <summary>Where each tree stands.</summary>
    public required IReadOnlyList<TreePlace> Trees { get; init; }

    /// <summary>What else goes in the workspace, as it is kept there; the units of the source last, since they say that all is there.</summary>
    public required IReadOnlyList<WorkspaceItem> Items { get; init; }

    /// <summary>The units.</summary>
    public ImmutableArray<StoredUnit> Units => JsonSerializer.Deserialize<ImmutableArray<StoredUnit>>(
        Items.LastOrDefault(i => i.Kind == Workspace.SourceKind)?.Value ?? throw new InvalidDataException("What was read holds no units."));

    /// <summary>The list of a file.</summary>
    /// <exception cref="InvalidDataException">The file isn't whole.</exception>
    public static ReadResultFile Read(Stream file)
    {
        Span<byte> length = stackalloc byte[4];
        file.Position = file.Length - length.Length;
        file.ReadExactly(length);
        var list = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
        file.Position = file.Length - length.Length - list.Length;
        file.ReadExactly(list);
        var from = new PackReader(list);
        return new ReadResultFile
        {
            Trees = from.All(() => new TreePlace(from.Word(), from.Part(), from.Maybe(from.Part), from.Bytes())),
            Items = from.All(() => new WorkspaceItem(from.Word(), from.Word(), from.Bytes())),
        };
    }

    /// <summary>Puts what was read in a workspace as if it had been read there.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="file">The file that this is the list of.</param>
    /// <exception cref="InvalidDataException">The file isn't whole.</exception>
    public ImmutableArray<StoredUnit> KeepIn(Workspace workspace, Stream file)
    {
        var units = Units;
        foreach (var tree in Trees)
        {
            workspace.Put(Workspace.TreeKind, tree.Key, Bytes(file, tree.Tree));
            if (tree.Content is { } content)
            {
                workspace.Put(Workspace.ContentKind, tree.Key, Bytes(file, content));
            }
        }

        foreach (var item in Items)
        {
            workspace.Put(item.Kind is Workspace.SourceKind or Workspace.PassagesKind ? item.Kind : throw new InvalidDataException("What was read holds another kind of thing."), item.Key, item.Value);
        }

        return units;
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
        var to = new PackWriter();
        to.All(Trees, t =>
        {
            to.Text(t.Key);
            to.Part(t.Tree);
            to.Maybe(t.Content, to.Part);
            to.Bytes(t.Facts);
        });
        to.All(Items, i =>
        {
            to.Text(i.Kind);
            to.Text(i.Key);
            to.Bytes(i.Value);
        });
        var list = to.ToArray();
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
/// <param name="Facts">What was seen in it of persons (<see cref="FactsPack"/>), without the number of its document; empty where that wasn't looked for.</param>
internal sealed record TreePlace(string Key, FilePart Tree, FilePart? Content, byte[] Facts);

/// <summary>A value of a workspace.</summary>
internal sealed record WorkspaceItem(string Kind, string Key, byte[] Value);
