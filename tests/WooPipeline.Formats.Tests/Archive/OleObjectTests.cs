using System.Text;
using WooPipeline.Formats.Tests.Legacy;

namespace WooPipeline.Formats.Tests.Archive;

public sealed class OleObjectTests
{
    private static ContainerMember Member(byte[] bytes)
    {
        var reader = FormatCatalog.Default.ContainerFor("word/embeddings/oleObject1.bin", bytes);
        Assert.NotNull(reader);
        return Assert.Single(reader.Members(new MemoryStream(bytes), "oleObject1.bin", ReadLimits.Default));
    }

    private static byte[] Native(string label, byte[] file)
    {
        byte[] body = [2, 0, .. Encoding.Latin1.GetBytes(label), 0, .. "C:\\map\\"u8, 0, 0, 0, 3, 0, 4, 0, 0, 0, .. "a:\\\0"u8, .. BitConverter.GetBytes(file.Length), .. file];
        return [.. BitConverter.GetBytes(body.Length), .. body];
    }

    [Fact]
    public void A_packed_file_comes_out_with_its_name()
    {
        var member = Member(CompoundBuilder.Of(("\u0001Ole10Native", Native("nota één.txt", "inhoud"u8.ToArray()))));
        Assert.Null(member.Problem);
        Assert.Equal("nota één.txt", member.Name);
        Assert.Equal("inhoud", Encoding.UTF8.GetString(member.Content.Span));
    }

    [Fact]
    public void A_document_is_itself_and_the_unknown_is_told()
    {
        Assert.Equal("object.ppt", Member(SmallPpt.Bytes).Name);
        Assert.Equal("object.pdf", Member(CompoundBuilder.Of(("CONTENTS", "%PDF-1.4"u8.ToArray()))).Name);
        Assert.NotNull(Member(CompoundBuilder.Of(("VisioDocument", new byte[100]))).Problem);
    }

    [Fact]
    public void Damage_is_told_and_never_thrown()
    {
        var bytes = CompoundBuilder.Of(("\u0001Ole10Native", Native("a.txt", new byte[2000])));
        var random = new Random(4);
        for (var round = 0; round < 300; round++)
        {
            var broken = round % 2 == 0 ? bytes[..random.Next(8, bytes.Length)] : (byte[])bytes.Clone();
            for (var i = 0; i < 8; i++)
            {
                broken[random.Next(8, broken.Length)] = (byte)random.Next(256);
            }

            Assert.NotNull(Member(broken));
        }
    }

    [Fact]
    public void Objects_of_the_corpus_give_their_files()
    {
        if (Repository.Shared("corpus", "docx", "apache-tika", "EmbeddedOutlook.docx") is { } path)
        {
            var read = Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(new SourceFile("a.docx", File.ReadAllBytes(path)), ReadLimits.Default));
            var member = Member(read.Attachments.Single(a => a.Name.EndsWith(".bin", StringComparison.Ordinal)).Content.ToArray());
            Assert.EndsWith(".msg", member.Name, StringComparison.Ordinal);
            Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(new SourceFile(member.Name, member.Content), ReadLimits.Default));
        }
    }
}
