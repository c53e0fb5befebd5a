using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using WooPipeline.Formats.Archive;

namespace WooPipeline.Formats.Tests.Archive;

public sealed class OtherArchiveTests
{
    private static byte[] Tar()
    {
        using var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "map/a.txt") { DataStream = new MemoryStream("een"u8.ToArray()) });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "b") { LinkName = "/etc/passwd" });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "../c.txt") { DataStream = new MemoryStream("drie"u8.ToArray()) });
        }

        return stream.ToArray();
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return stream.ToArray();
    }

    private static List<ContainerMember> Members(string path, byte[] bytes, ReadLimits? limits = null)
    {
        var reader = FormatCatalog.Default.ContainerFor(path, bytes);
        Assert.NotNull(reader);
        return [.. reader.Members(new MemoryStream(bytes), path, limits ?? ReadLimits.Default)];
    }

    [Fact]
    public void Files_of_a_tar_are_members_and_links_are_told()
    {
        var members = Members("a.tar", Tar());
        Assert.Equal(["map/a.txt", "b", "c.txt"], members.Select(m => m.Name));
        Assert.Equal("koppeling", members[1].Problem?.Code);
        Assert.Equal("drie", Encoding.UTF8.GetString(members[2].Content.Span));
    }

    [Fact]
    public void A_gzip_gives_what_is_in_it_or_tells_a_bomb()
    {
        var member = Assert.Single(Members("a.tgz", Gzip(Tar())));
        Assert.Equal("a.tar", member.Name);
        Assert.Equal(3, Members(member.Name, member.Content.ToArray()).Count);
        Assert.Equal("zip-bom", Assert.Single(Members("b.gz", Gzip(new byte[50_000_000]), new ReadLimits { MaxRatio = 10 })).Problem?.Code);
    }

    [Fact]
    public void Damage_is_told_and_never_thrown()
    {
        var tar = Tar();
        var gzip = Gzip(tar);
        for (var at = 0; at < tar.Length; at += 13)
        {
            var broken = (byte[])tar.Clone();
            broken[at] ^= 0x7F;
            _ = new WooPipeline.Formats.Archive.TarReader().Members(new MemoryStream(broken), "a.tar", ReadLimits.Default).Count();
        }

        for (var length = 3; length < gzip.Length; length += 5)
        {
            Assert.NotNull(Assert.Single(Members("a.gz", gzip[..length])));
        }
    }

    [Fact]
    public void Archives_that_cannot_be_opened_say_what_to_do()
    {
        var result = FormatCatalog.Default.Read(new SourceFile("a.cab", "MSCF\0\0\0\0inhoud"u8.ToArray()), ReadLimits.Default);
        Assert.Contains("zip", Assert.IsType<Quarantined>(result).Reason, StringComparison.Ordinal);
    }
}
