using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Pdf;
using WooPipeline.Formats.Sheet;
using WooPipeline.Formats.Word;

namespace WooPipeline.Benchmarks;

/// <summary>Makes the documents of a generated dossier that are no mail.</summary>
internal sealed class OfficeMaker(TextMaker text)
{
    private const int CharactersPerPage = 2_600;

    public byte[] Docx()
    {
        using var output = new MemoryStream();
        DocxWriter.Write(Note(), new HouseStyle(), new DocxWriteOptions { Title = "Notitie", Language = "nl-NL" }, output);
        return output.ToArray();
    }

    public byte[] Pdf()
    {
        using var output = new MemoryStream();
        PdfDocumentWriter.Write(Note(), new HouseStyle(), new PdfWriteOptions { Title = "Notitie", Language = "nl-NL" }, output);
        return output.ToArray();
    }

    public byte[] Xlsx()
    {
        using var output = new MemoryStream();
        XlsxWriter.Write(new Workbook([new Worksheet("Contacten", ["Naam", "Adres", "Bedrag", "Opmerking"], Rows())]), output);
        return output.ToArray();
    }

    public byte[] Csv() => Encoding.UTF8.GetBytes("Naam;Adres;Bedrag;Opmerking\r\n" + string.Concat(Rows().Select(r => string.Join(';', r) + "\r\n")));

    public byte[] Html() => Encoding.UTF8.GetBytes(
        "<!DOCTYPE html><html lang=\"nl\"><head><meta charset=\"utf-8\"><title>Verslag</title></head><body><h1>Verslag</h1>"
        + string.Concat(text.Paragraphs(text.Size(2_000, 20_000)).Select(p => $"<p>{p}</p>")) + "</body></html>");

    public byte[] Chat()
    {
        var (one, other) = (text.AnyPerson(), text.AnyPerson());
        var at = text.Date();
        var lines = Enumerable.Range(0, text.Size(20, 200)).Select(i =>
            $"{at.AddMinutes(i * 7).ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture)} - {(i % 3 == 0 ? other : one).FullName}: {text.Sentence()}");
        return Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
    }

    private ImmutableArray<ImmutableArray<string>> Rows() =>
        [.. Enumerable.Range(0, text.Size(10, 200)).Select(_ => text.AnyPerson()).Select(p =>
            ImmutableArray.Create(p.FullName, p.Address, text.Number(100, 90_000).ToString(CultureInfo.InvariantCulture), text.Sentence()))];

    private DocumentTree Note()
    {
        var author = text.AnyPerson();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Heading(1, [new TextRun(text.Sentence().TrimEnd('.'))]));
        blocks.Add(Paragraph.Of($"Opgesteld door {author.FullName} op {text.Date().ToString("d-M-yyyy", CultureInfo.InvariantCulture)}"));
        foreach (var paragraph in text.Paragraphs(text.Size(CharactersPerPage / 2, CharactersPerPage * 20)))
        {
            blocks.Add(Paragraph.Of(paragraph));
        }

        return new DocumentTree { Title = "Notitie", Blocks = blocks.ToImmutable() };
    }
}
