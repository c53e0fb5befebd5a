using System.IO.Compression;
using System.Text;

namespace WooPipeline.EndToEnd;

/// <summary>Whatever is wrong with a file, no word of it comes into what a run prints, notes or reports of it.</summary>
public sealed class SilenceTests
{
    private const string Token = "kwispelzwaan";

    [Fact]
    public void No_word_of_a_hostile_file_is_told()
    {
        using var folder = new TemporaryFolder();
        var sources = folder.File("dossier", "bronnen");
        Directory.CreateDirectory(sources);
        foreach (var (name, content) in Hostile())
        {
            File.WriteAllBytes(Path.Combine(sources, name), content);
        }

        File.WriteAllText(Path.Combine(sources, "goed.txt"), "Een gewoon bericht over de planning.\n");
        var output = folder.File("uit");
        var result = Woo.Run("run", folder.File("dossier"), "--out", output, "--progress-json");
        Assert.True(result.ExitCode is 0 or 1, result.Output + result.Error);
        foreach (var verb in new[] { "read", "detect", "check" })
        {
            var other = Woo.Run(verb, folder.File("dossier"));
            Assert.DoesNotContain(Token, other.Output + other.Error, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain(Token, result.Output + result.Error, StringComparison.OrdinalIgnoreCase);
        var notes = Directory.GetFiles(folder.File("dossier", ".woo"), "*.log").Concat(
            new[] { "quarantaine.json", "verslag.json", "verslag.html", "manifest.json" }.Select(f => Path.Combine(output, "intern", f)));
        Assert.All(notes, note => Assert.DoesNotContain(Token, File.ReadAllText(note), StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<(string Name, byte[] Content)> Hostile()
    {
        yield return ("kapot.eml", Bytes($"From: {Token} <{Token}@\nContent-Type: multipart/mixed; boundary={Token}\n\n--{Token}\nContent-Transfer-Encoding: base64\n\n{Token}!!\n"));
        yield return ("diep.eml", Bytes(string.Concat(Enumerable.Range(0, 300).Select(i => $"Content-Type: multipart/mixed; boundary={Token}{i}\n\n--{Token}{i}\n"))));
        yield return ("kapot.pdf", Bytes($"%PDF-1.7\n1 0 obj << /Type /{Token} /Length 99 >> stream\n({Token}) Tj\nxref\n{Token}\ntrailer << /Root 9 0 R /Encrypt {Token} >>\n"));
        yield return ("kapot.docx", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", $"<w:document><w:p>{Token}<{Token}")));
        yield return ("lus.docx", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", $"<!DOCTYPE a [<!ENTITY {Token} \"{Token}\">]><a>&{Token};</a>")));
        yield return ("kapot.xlsx", Zip(("xl/workbook.xml", $"<workbook><sheets><sheet name=\"{Token}\" r:id=\"{Token}\"/>")));
        yield return ("kapot.odt", Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", $"<office:text>{Token}<text:{Token}")));
        yield return ("kapot.csv", Bytes($"\"{Token};{Token}\n\"\"\"{Token}\0\n"));
        yield return ("diep.html", Bytes(string.Concat(Enumerable.Repeat($"<div title={Token}>", 20_000)) + Token));
        yield return ("kapot.rtf", Bytes($"{{\\rtf1 {{{{{{\\{Token} {Token} \\u99999999 {Token}"));
        yield return ("kapot.zip", [.. Zip((Token + ".txt", Token)).Take(60)]);
        yield return ("kapot.msg", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Bytes(string.Concat(Enumerable.Repeat(Token, 200)))]);
        yield return ("kapot.json", Bytes($"{{\"{Token}\": [{Token}"));
        yield return ("kapot.png", [0x89, .. "PNG\r\n\u001a\n"u8, .. Bytes(Token)]);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip(params (string Name, string Text)[] members)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in members)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Bytes(text));
            }
        }

        return output.ToArray();
    }
}
