using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace WooPipeline.Pdf.TrueType;

/// <summary>
/// Inter, the font that every machine has: it is read out of the resources of the assembly of Avalonia.Fonts.Inter, which is
/// embedded here as data and never loaded as code. Parsed once.
/// </summary>
internal static class BuiltInFonts
{
    private const string AssemblyResource = "WooPipeline.Pdf.Fonts.Inter";
    private const string PackedResource = "!AvaloniaResources";

    private static readonly Lazy<FontFamily> Family = new(Load);

    /// <summary>Inter, regular and bold; it has no italic.</summary>
    public static FontFamily Inter => Family.Value;

    private static FontFamily Load()
    {
        var assembly = ReadResource();
        var packed = FindPacked(assembly);
        return new FontFamily("Inter", Face(packed, "Inter-Regular.ttf")) { Bold = Face(packed, "Inter-Bold.ttf") };
    }

    private static byte[] ReadResource()
    {
        using var stream = typeof(BuiltInFonts).Assembly.GetManifestResourceStream(AssemblyResource)
            ?? throw new InvalidOperationException("The default font is missing from WooPipeline.Pdf; restore and build again.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static ReadOnlyMemory<byte> FindPacked(byte[] assembly)
    {
        using var image = new PEReader(new MemoryStream(assembly));
        var metadata = image.GetMetadataReader();
        image.PEHeaders.TryGetDirectoryOffset(image.PEHeaders.CorHeader!.ResourcesDirectory, out var resources);
        foreach (var handle in metadata.ManifestResources)
        {
            var resource = metadata.GetManifestResource(handle);
            if (metadata.StringComparer.Equals(resource.Name, PackedResource))
            {
                var start = resources + (int)resource.Offset;
                var length = BinaryPrimitives.ReadInt32LittleEndian(assembly.AsSpan(start));
                return assembly.AsMemory(start + 4, length);
            }
        }

        throw new InvalidOperationException($"The font assembly has no resource {PackedResource}.");
    }

    /// <summary>
    /// Finds a file in the packed resource: length of the index, version 2, count, then per entry a length-prefixed path,
    /// offset and size; offsets count from the end of the index.
    /// </summary>
    private static TrueTypeFont Face(ReadOnlyMemory<byte> packed, string name)
    {
        var index = BinaryPrimitives.ReadInt32LittleEndian(packed.Span);
        using var reader = new BinaryReader(new MemoryStream(packed.ToArray()), Encoding.UTF8);
        reader.BaseStream.Position = 4;
        if (reader.ReadInt32() != 2)
        {
            throw new InvalidOperationException("The font assembly's resource has another version than 2.");
        }

        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var path = reader.ReadString();
            var offset = reader.ReadInt32();
            var size = reader.ReadInt32();
            if (path.EndsWith("/" + name, StringComparison.Ordinal))
            {
                var data = packed.Slice(4 + index + offset, size).ToArray();
                return TrueTypeFont.TryRead(data) ?? throw new InvalidOperationException($"{name} is no TrueType font.");
            }
        }

        throw new InvalidOperationException($"The font assembly holds no {name}.");
    }
}
