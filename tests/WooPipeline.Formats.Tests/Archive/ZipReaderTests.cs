using System.IO.Compression;
using System.Text;
using WooPipeline.Formats.Archive;

namespace WooPipeline.Formats.Tests.Archive;

public sealed class ZipReaderTests
{
    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static List<ContainerMember> Members(byte[] zip, ReadLimits? limits = null) =>
        [.. new ZipReader().Members(new MemoryStream(zip), "a.zip", limits ?? ReadLimits.Default)];

    [Fact]
    public void Members_keep_names_and_bytes_and_lead_nowhere_outside()
    {
        var members = Members(Zip(("map/a.txt", "een"u8.ToArray()), ("../../etc/a.txt", "twee"u8.ToArray()), (@"C:\map\a.txt", "drie"u8.ToArray()), ("map/", [])));
        Assert.Equal(["map/a.txt", "etc/a.txt", "map/a (2).txt"], members.Select(m => m.Name));
        Assert.Equal(["een", "twee", "drie"], members.Select(m => Encoding.UTF8.GetString(m.Content.Span)));
    }

    [Fact]
    public void A_bomb_is_told_and_its_neighbours_are_read()
    {
        var members = Members(Zip(("bom.bin", new byte[64 * 1024 * 1024]), ("goed.txt", "goed"u8.ToArray())), new ReadLimits { MaxRatio = 100 });
        Assert.Equal("zip-bom", members[0].Problem?.Code);
        Assert.Null(members[1].Problem);
    }

    [Fact]
    public void All_entries_together_stay_within_the_limit()
    {
        var part = new byte[600_000];
        new Random(1).NextBytes(part);
        var members = Members(Zip([.. Enumerable.Range(0, 10).Select(i => ($"{i}.bin", part))]), new ReadLimits { MaxUnpackedBytes = 2_000_000 });
        Assert.Equal(10, members.Count);
        Assert.Equal(7, members.Count(m => m.Problem?.Code == "zip-bom"));
    }

    [Fact]
    public void Damaged_archives_give_a_problem_and_never_throw()
    {
        var zip = Zip(("a.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("tekst ", 1000)))));
        for (var length = 0; length < zip.Length; length += 7)
        {
            Assert.All(Members(zip[..length]), m => Assert.NotNull(m.Problem));
        }

        for (var at = 0; at < zip.Length; at += 5)
        {
            var broken = (byte[])zip.Clone();
            broken[at] ^= 0x55;
            _ = Members(broken);
        }
    }

    [Fact]
    public void A_table_of_contents_beyond_all_measure_is_told() =>
        Assert.Equal("zip-bom", Assert.Single(Members(Zip([.. Enumerable.Range(0, 3000).Select(i => ($"{i}", Array.Empty<byte>()))]), new ReadLimits { MaxMembers = 1000 })).Problem?.Code);

    [Fact]
    public void Office_files_are_no_archives()
    {
        var docx = Zip(("[Content_Types].xml", "<x/>"u8.ToArray()), ("word/document.xml", "<x/>"u8.ToArray()));
        Assert.False(new ZipReader().Recognises("a.docx", docx));
        Assert.False(new ZipReader().Recognises("zonder-extensie", docx));
        Assert.True(new ZipReader().Recognises("a.zip", docx));
    }
}
