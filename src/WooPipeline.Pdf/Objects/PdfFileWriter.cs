using System.Security.Cryptography;
using System.Text;

namespace WooPipeline.Pdf.Objects;

/// <summary>
/// Writes a whole file: header, objects in order of number, a classic cross-reference table, trailer (§7.5). The same store
/// gives the same bytes: the file identifier is a hash of the content.
/// </summary>
public static class PdfFileWriter
{
    /// <summary>Writes a file.</summary>
    /// <param name="output">Where to; need not be able to seek.</param>
    /// <param name="store">The objects.</param>
    /// <param name="root">The catalog.</param>
    /// <param name="info">The document information dictionary, or null for none.</param>
    /// <param name="version">Version of the header: <c>1.7</c>.</param>
    public static void Write(Stream output, PdfObjectStore store, PdfReference root, PdfReference? info, string version = "1.7")
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var hashing = new HashingStream(output, hash);
        var pdf = new PdfOutput(hashing);
        pdf.Raw(Encoding.ASCII.GetBytes($"%PDF-{version}\n"));
        pdf.Raw([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var offsets = new long[store.Size];
        foreach (var (number, value) in store.All())
        {
            offsets[number] = value is null ? -1 : pdf.Position;
            if (value is not null)
            {
                pdf.Integer(number);
                pdf.Raw(" 0 obj\n"u8);
                pdf.Object(value);
                pdf.Raw("\nendobj\n"u8);
            }
        }

        var start = pdf.Position;
        WriteTable(pdf, offsets);
        pdf.Flush();
        WriteTrailer(pdf, store.Size, root, info, hash.GetCurrentHash());
        pdf.Raw(Encoding.ASCII.GetBytes($"\nstartxref\n{start}\n%%EOF\n"));
        pdf.Flush();
    }

    private static void WriteTable(PdfOutput pdf, long[] offsets)
    {
        pdf.Raw(Encoding.ASCII.GetBytes($"xref\n0 {offsets.Length}\n0000000000 65535 f \n"));
        foreach (var offset in offsets.AsSpan(1))
        {
            pdf.Raw(Encoding.ASCII.GetBytes(offset < 0 ? "0000000000 65535 f \n" : $"{offset:D10} 00000 n \n"));
        }
    }

    private static void WriteTrailer(PdfOutput pdf, int size, PdfReference root, PdfReference? info, byte[] hash)
    {
        var id = new PdfString(hash.AsMemory(0, 16), isHex: true);
        var trailer = new PdfDictionary { { "Size", size }, { "Root", root }, { "ID", new PdfArray([id, id]) } };
        trailer["Info"] = info;
        pdf.Raw("trailer\n"u8);
        pdf.Object(trailer);
    }
}
