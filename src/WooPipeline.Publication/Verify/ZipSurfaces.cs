using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>
/// Members of a zip (docx, xlsx) by their local headers, so that a member which the central directory leaves out is opened too
/// (APPNOTE.TXT §4.3.7).
/// </summary>
internal sealed class ZipSurfaces(SurfaceReader reader, string place, int depth)
{
    private const int HeaderLength = 30;

    /// <summary>Surfaces of every member, and the members' names.</summary>
    public IEnumerable<Surface> Read(byte[] bytes)
    {
        var at = 0;
        while ((at = Next(bytes, at, "PK\u0003\u0004"u8)) >= 0 && at + HeaderLength <= bytes.Length)
        {
            var header = bytes.AsSpan(at);
            int method = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
            int flags = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);
            long size = BinaryPrimitives.ReadUInt32LittleEndian(header[18..]);
            int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
            var start = at + HeaderLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
            at += 4;
            if (start > bytes.Length)
            {
                continue;
            }

            var name = Encoding.UTF8.GetString(bytes, at - 4 + HeaderLength, nameLength);
            yield return new Surface(SurfaceKind.Properties, SurfaceReader.Place(place, "naam van een onderdeel"), name) { IsSyntax = true };
            var content = (flags & 1) != 0 ? null : Unpack(bytes, start, size, method);
            if (content is null)
            {
                reader.Fault(SurfaceReader.Place(place, name), "kan niet worden uitgepakt en is dus niet nagezien");
                continue;
            }

            foreach (var surface in Member(name, content))
            {
                yield return surface;
            }
        }
    }

    private IEnumerable<Surface> Member(string name, byte[] content)
    {
        var inner = SurfaceReader.Place(place, name);
        foreach (var surface in Pieces(name, content).SelectMany(p => reader.Read(inner, name, p, depth + 1)))
        {
            // Properties of an office file stand in parts of their own.
            yield return name.StartsWith("docProps/", StringComparison.Ordinal) ? surface with { Kind = SurfaceKind.Properties } : surface;
        }

        yield return Surface.OfBytes(inner, content);
    }

    /// <summary>A worksheet by its rows: what ends one row and begins the next is no one's number or name.</summary>
    private static IEnumerable<byte[]> Pieces(string name, byte[] content)
    {
        var start = 0;
        while (name.StartsWith("xl/worksheets/", StringComparison.Ordinal) && Next(content, start, "</row>"u8) is var end and >= 0)
        {
            end += "</row>"u8.Length;
            yield return content[start..end];
            start = end;
        }

        yield return content[start..];
    }

    private static byte[]? Unpack(byte[] bytes, int start, long size, int method)
    {
        if (method == 0)
        {
            var end = size > 0 && start + size <= bytes.Length ? start + (int)size : Next(bytes, start, "PK"u8);
            return bytes[start..(end < 0 ? bytes.Length : end)];
        }

        return method == 8 ? Inflate(bytes, start) : null;
    }

    private static byte[]? Inflate(byte[] bytes, int start)
    {
        try
        {
            using var deflate = new DeflateStream(new MemoryStream(bytes, start, bytes.Length - start), CompressionMode.Decompress);
            return Limited.ReadAll(deflate);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static int Next(byte[] bytes, int from, ReadOnlySpan<byte> signature)
    {
        var found = bytes.AsSpan(from).IndexOf(signature);
        return found < 0 ? -1 : from + found;
    }
}
