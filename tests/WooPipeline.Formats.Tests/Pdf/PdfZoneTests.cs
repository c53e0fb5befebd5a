using System.Globalization;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Pdf;
using WooPipeline.Pdf.Redaction;

namespace WooPipeline.Formats.Tests.Pdf;

/// <summary>A name in each place that the reader reads: header, footer, annotation, field, alternative text, outline, hidden text. Each is read, and taken out.</summary>
public sealed class PdfZoneTests
{
    private static readonly string[] Names =
        ["Kopregelman", "Voetregelman", "Lopendman", "Opmerkingman", "Auteurman", "Stempelman", "Veldwaardeman", "Veldnaamman", "Bladwijzerman", "Beschrijvingman", "Verborgenman", "Koppelingman", "Titelman"];

    [Theory]
    [InlineData(PdfWidthMode.Safe)]
    [InlineData(PdfWidthMode.KeepLayout)]
    [InlineData(PdfWidthMode.WholeLine)]
    public void What_is_read_can_be_taken_out(PdfWidthMode mode)
    {
        var file = new SourceFile("bronnen/zones.pdf", Make());
        var tree = Assert.IsType<DocumentRead>(new PdfReader().Read(file, ReadLimits.Default)).Tree;
        var view = TextView.Of(tree);
        var redactions = new List<Redaction>();
        foreach (var name in Names)
        {
            Assert.True(view.Text.Contains(name, StringComparison.Ordinal), $"{name} is not read");
            for (var at = view.Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = view.Text.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                redactions.Add(new Redaction(TextSpan.At(at, name.Length), "5.1.2e", GroundCatalog.Privacy, Label.Name));
            }
        }

        var result = new PdfNativeRedactor(mode).Redact(file, tree, redactions, ReadLimits.Default);

        Assert.Null(result.Problem);
        var left = WooPipeline.Pdf.Verify.PdfLeakScanner.Scan(result.Content, Names).Select(l => $"{Names[l.Form]} in {l.Place}");
        Assert.Equal("", string.Join(" | ", left));
        var after = TextView.Of(Assert.IsType<DocumentRead>(new PdfReader().Read(new SourceFile("a.pdf", result.Content), ReadLimits.Default)).Tree).Text;
        Assert.Contains("blijft staan", after, StringComparison.Ordinal);
        Assert.DoesNotContain(Names, n => after.Contains(n, StringComparison.Ordinal));
        Assert.Equal(mode == PdfWidthMode.KeepLayout, result.Notes.Any(n => n.Code == "box-leak-bits" && n.Place.StartsWith("bladzijde 1: ", StringComparison.Ordinal)));
    }

    private static byte[] Make()
    {
        var pages = new StringBuilder();
        var kids = new StringBuilder();
        for (var page = 0; page < 3; page++)
        {
            var number = 20 + (2 * page);
            kids.Append(number).Append(" 0 R ");
            var annotations = page == 0 ? "/Annots [10 0 R 11 0 R 12 0 R 13 0 R]" : "";
            pages.Append(number).Append(CultureInfo.InvariantCulture, $" 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R {annotations} /Resources << /Font << /F 5 0 R >> >> >>\nendobj\n");
            var lines = string.Concat(Enumerable.Range(0, 12).Select(l => $"0 -16 Td (Regel {l} van bladzijde {page} blijft staan.) Tj "));
            var content = $"BT /F 9 Tf 72 810 Td (Dossier van Kopregelman) Tj ET BT /F 11 Tf 72 700 Td (De heer Lopendman schrijft en dit blijft staan.) Tj {lines}ET "
                + "BT /F 11 Tf 3 Tr 72 300 Td (tekst) Tj 0 Tr 900 0 Td (Verborgenman) Tj ET BT /F 9 Tf 72 30 Td (Behandeld door Voetregelman) Tj ET";
            pages.Append(number + 1).Append(CultureInfo.InvariantCulture, $" 0 obj\n<< /Length {content.Length} >>\nstream\n{content}\nendstream\nendobj\n");
        }

        const string Stamp = "BT /F 10 Tf 2 5 Td (Gezien Stempelman) Tj ET";
        return Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R /StructTreeRoot 8 0 R /AcroForm << /Fields [13 0 R] /DR << /Font << /F 5 0 R >> >> >> >>\nendobj\n"
            + $"2 0 obj\n<< /Type /Pages /Kids [{kids}] /Count 3 >>\nendobj\n"
            + "5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>\nendobj\n"
            + "6 0 obj\n<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>\nendobj\n7 0 obj\n<< /Title (Brief aan Bladwijzerman) /Parent 6 0 R /Dest [20 0 R /Fit] >>\nendobj\n"
            + "8 0 obj\n<< /Type /StructTreeRoot /K 9 0 R >>\nendobj\n9 0 obj\n<< /Type /StructElem /S /Figure /P 8 0 R /Pg 20 0 R /Alt (Foto van Beschrijvingman) >>\nendobj\n"
            + "10 0 obj\n<< /Type /Annot /Subtype /Text /Rect [400 600 420 620] /T (Auteurman) /Contents (Vraag het Opmerkingman) >>\nendobj\n"
            + "11 0 obj\n<< /Type /Annot /Subtype /Stamp /Rect [300 500 500 520] /AP << /N 15 0 R >> >>\nendobj\n"
            + "12 0 obj\n<< /Type /Annot /Subtype /Link /Rect [72 690 200 712] /A << /S /URI /URI (https://voorbeeld.nl/Koppelingman) >> >>\nendobj\n"
            + "13 0 obj\n<< /Type /Annot /Subtype /Widget /FT /Tx /T (Veldnaamman) /V (Veldwaardeman) /DA (/F 10 Tf 0 g) /Rect [72 200 300 220] >>\nendobj\n"
            + $"15 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F 5 0 R >> >> /Length {Stamp.Length} >>\nstream\n{Stamp}\nendstream\nendobj\n"
            + "16 0 obj\n<< /Title (Verslag van Titelman) >>\nendobj\n"
            + pages + "trailer\n<< /Root 1 0 R /Info 16 0 R >>\n");
    }
}
