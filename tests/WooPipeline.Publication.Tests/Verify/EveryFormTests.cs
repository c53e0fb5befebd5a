using System.Collections.Immutable;
using System.Text;
using static WooPipeline.Publication.Tests.Planting;

namespace WooPipeline.Publication.Tests;

/// <summary>Forms of every kind that the policy removes, each in every kind of place.</summary>
public class EveryFormTests
{
    private static readonly string[] Forms =
    [
        "Jan de Boer", "J. de Boer", "JdB", "Jip", "Öztürk", "Nguyễn Thị Hoa", "Brzęczyszczykiewicz", "O'Connor", "Anne-Fleur", "van 't Hof", "'s-Gravesande",
        "j.deboer2", "070-3391234", "+31 6 11223344", "B07.123", "Lindelaan 12 bis", "2511 DP", "12-04-1978", "123456782", "NL91ABNA0417164300", "12-ABC-3",
        "@jipschrijft", "19:abc123DEF@thread.v2", "Welkom2024!", "p0rt4al", "Прохоров", "李小龙",
    ];

    public static TheoryData<string> Places => ["text", "pdf page", "pdf property", "pdf stream", "word run", "word property", "comment", "base64", "file name", "exif"];

    [Theory]
    [MemberData(nameof(Places))]
    public void Is_found_there(string place)
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Write(folder.Path);
        PackageWriter.Write(folder.Path, input with { Removed = [.. Forms.Select(f => new RemovedForm(f, ImmutableDictionary<string, int>.Empty))] });
        Assert.Equal(0, PackageVerifier.Verify(folder.Path).ExitCode);
        var planted = Forms.Select((form, index) => (form, Path: Plant(folder, place, form, index))).ToArray();

        var leaks = PackageVerifier.Verify(folder.Path).Findings.Where(f => f.Kind == VerifyKind.Leak).Select(f => f.File).ToHashSet();

        Assert.Equal([], planted.Where(p => !leaks.Contains("publicatie/" + p.Path)).Select(p => p.form));
    }

    /// <summary>A copy of a public file with the form in it, under a name of its own.</summary>
    private static string Plant(TemporaryFolder folder, string place, string form, int index)
    {
        var (path, bytes) = Plant(folder, place, form);
        var copy = place == "file name" ? path : $"documenten/9{index:000}{Path.GetExtension(path)}";
        File.WriteAllBytes(folder.File("publicatie", copy), bytes);
        return copy;
    }

    private static (string Path, byte[] Bytes) Plant(TemporaryFolder folder, string place, string form)
    {
        byte[] Read(string path) => File.ReadAllBytes(folder.File("publicatie", path));
        const string Mail = "documenten/0001.pdf";
        const string Word = "documenten/0003.docx";
        const string Page = "documenten/0009.html";
        var xml = System.Security.SecurityElement.Escape(form);
        return place switch
        {
            "text" => (Page, Before(Read(Page), "</body>", $"<p>x {xml} y</p>")),
            "pdf page" => (Mail, PdfOf($"Zie {form} hier.")),
            "pdf property" => (Mail, PdfObject(Read(Mail), $"<< /Author <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(form))}> >>")),
            "pdf stream" => (Mail, PdfStream(Read(Mail), "/Filter /FlateDecode", Flate(Utf8($"x {form} y")))),
            "word run" => (Word, Member(Read(Word), "word/footnotes.xml", Utf8($"<w:p><w:r><w:t>x {xml[..1]}</w:t></w:r><w:r><w:t>{xml[1..]} y</w:t></w:r></w:p>"))),
            "word property" => (Word, Member(Read(Word), "docProps/app.xml", Utf8($"<p><Manager>{xml}</Manager></p>"))),
            "comment" => (Page, Before(Read(Page), "</body>", $"<!-- {form} -->")),
            "base64" => (Page, Before(Read(Page), "</body>", $"<p>{Convert.ToBase64String(Utf8("naam: " + form))}</p>")),
            "file name" => ($"documenten/Mail {form.Replace('/', ' ').Replace(':', ' ')}.txt", Utf8("leeg")),
            _ => (Word, Member(Read(Word), "word/media/image9.jpeg", Jpeg(Utf8("Artist\0" + form + "\0")))),
        };
    }
}
