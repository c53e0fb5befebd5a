using System.Buffers.Binary;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Mail;
using WooPipeline.Formats.Outlook;

namespace WooPipeline.Formats.Tests.Outlook;

public sealed class TnefTests
{
    [Fact]
    public void Body_and_attachments_of_a_winmail_dat_become_those_of_the_mail()
    {
        var mail = $"From: a@example.nl\r\nTo: b@example.nl\r\nSubject: test\r\nMIME-Version: 1.0\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Sample())}";
        var read = Assert.IsType<DocumentRead>(new EmlReader().Read(new SourceFile("a.eml", Encoding.ASCII.GetBytes(mail)), ReadLimits.Default));
        Assert.Contains("Tekst van het bericht", PlainText.Of(read.Tree.Blocks), StringComparison.Ordinal);
        var attachment = Assert.Single(read.Attachments);
        Assert.Equal("notitie.txt", attachment.Name);
        Assert.Equal("inhoud", Encoding.ASCII.GetString(attachment.Content.Span));
    }

    [Fact]
    public void Cut_and_changed_bytes_never_throw()
    {
        var sample = Sample();
        var random = new Random(5);
        for (var length = 0; length < sample.Length; length++)
        {
            _ = TnefParser.Parse(sample.AsMemory(0, length), ReadLimits.Default);
        }

        for (var round = 0; round < 2000; round++)
        {
            var broken = (byte[])sample.Clone();
            broken[random.Next(broken.Length)] = (byte)random.Next(256);
            broken[random.Next(6, broken.Length)] = (byte)random.Next(256);
            _ = TnefParser.Parse(broken, ReadLimits.Default);
        }
    }

    private static byte[] Sample()
    {
        var bytes = new List<byte>();
        Number(bytes, 0x223E9F78);
        bytes.AddRange([1, 0]);
        var properties = new List<byte>();
        Number(properties, 1);
        Number(properties, 0x1000001F);
        Number(properties, 1);
        var text = Encoding.Unicode.GetBytes("Tekst van het bericht\0");
        Number(properties, (uint)text.Length);
        properties.AddRange(text);
        properties.AddRange(new byte[(4 - (text.Length % 4)) % 4]);
        Attribute(bytes, 1, 0x00069003, [.. properties]);
        Attribute(bytes, 2, 0x00069002, new byte[14]);
        Attribute(bytes, 2, 0x00018010, "notitie.txt\0"u8.ToArray());
        Attribute(bytes, 2, 0x0006800F, "inhoud"u8.ToArray());
        return [.. bytes];
    }

    private static void Attribute(List<byte> bytes, byte level, uint id, byte[] data)
    {
        bytes.Add(level);
        Number(bytes, id);
        Number(bytes, (uint)data.Length);
        bytes.AddRange(data);
        var sum = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(sum, (ushort)data.Sum(b => b));
        bytes.AddRange(sum);
    }

    private static void Number(List<byte> bytes, uint number)
    {
        var four = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(four, number);
        bytes.AddRange(four);
    }
}
