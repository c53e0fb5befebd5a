using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Writing;

/// <summary>
/// Writes a file whose objects, but for streams, are packed in object streams, found by a cross-reference stream (ISO
/// 32000-1 §7.5.7 and §7.5.8): a tagged file is a third of its size so. The same objects give the same bytes.
/// </summary>
internal sealed class CompactFileWriter
{
    private const int MostInStream = 250;
    private const int EntrySize = 7;

    private readonly MemoryStream memory;
    private readonly PdfOutput file;
    private readonly PdfObjectStore store;

    /// <summary>Per object: 1 and an offset, or 2, the number of an object stream and a place in it.</summary>
    private readonly List<(byte Type, long Where, int Index)> entries = [(0, 0, 0xFFFF)];

    private CompactFileWriter(PdfObjectStore store, MemoryStream memory)
    {
        (this.store, this.memory) = (store, memory);
        file = new PdfOutput(memory);
    }

    /// <summary>Writes a file.</summary>
    public static void Write(Stream output, PdfObjectStore store, PdfReference root, PdfReference information)
    {
        using var memory = new MemoryStream();
        var writer = new CompactFileWriter(store, memory);
        writer.WriteObjects();
        writer.WriteEnd(root, information);
        memory.WriteTo(output);
    }

    private void WriteObjects()
    {
        file.Raw("%PDF-1.7\n"u8);
        file.Raw([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var packed = new List<(int Number, PdfObject Value)>();
        foreach (var (number, value) in store.All())
        {
            entries.Add(default);
            if (value is PdfStream)
            {
                entries[number] = (1, WriteObject(number, value), 0);
            }
            else if (value is not null)
            {
                packed.Add((number, value));
            }
        }

        foreach (var chunk in packed.Chunk(MostInStream))
        {
            WritePacked(chunk);
        }
    }

    private void WritePacked((int Number, PdfObject Value)[] objects)
    {
        var number = entries.Count;
        var bodies = new MemoryStream();
        var body = new PdfOutput(bodies);
        var index = new StringBuilder();
        for (var i = 0; i < objects.Length; i++)
        {
            index.Append(CultureInfo.InvariantCulture, $"{objects[i].Number} {body.Position} ");
            body.Object(objects[i].Value);
            body.Raw("\n"u8);
            entries[objects[i].Number] = (2, number, i);
        }

        body.Flush();
        var first = index.Length;
        byte[] content = [.. Encoding.ASCII.GetBytes(index.ToString()), .. bodies.GetBuffer().AsSpan(0, (int)bodies.Length)];
        var dictionary = new PdfDictionary { { "Type", "ObjStm" }, { "N", objects.Length }, { "First", first } };
        entries.Add((1, WriteObject(number, Deflate.Stream(dictionary, content)), 0));
    }

    private long WriteObject(int number, PdfObject value)
    {
        var offset = file.Position;
        file.Integer(number);
        file.Raw(" 0 obj\n"u8);
        file.Object(value);
        file.Raw("\nendobj\n"u8);
        return offset;
    }

    private void WriteEnd(PdfReference root, PdfReference information)
    {
        file.Flush();
        var start = file.Position;
        var number = entries.Count;
        entries.Add((1, start, 0));
        var table = new byte[EntrySize * entries.Count];
        for (var e = 0; e < entries.Count; e++)
        {
            var entry = table.AsSpan(EntrySize * e);
            entry[0] = entries[e].Type;
            BinaryPrimitives.WriteUInt32BigEndian(entry[1..], checked((uint)entries[e].Where));
            BinaryPrimitives.WriteUInt16BigEndian(entry[5..], (ushort)entries[e].Index);
        }

        var id = new PdfString(SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length)).AsMemory(0, 16), isHex: true);
        WriteObject(number, Deflate.Stream(
            new PdfDictionary
            {
                { "Type", "XRef" },
                { "Size", entries.Count },
                { "W", PdfArray.OfNumbers(1, 4, 2) },
                { "Root", root },
                { "Info", information },
                { "ID", new PdfArray([id, id]) },
            },
            table));
        file.Raw(Encoding.ASCII.GetBytes($"startxref\n{start}\n%%EOF\n"));
        file.Flush();
    }
}
