using System.Text;
using WooPipeline.Formats.Archive;

namespace WooPipeline.Formats.Tests.Archive;

public sealed class PackedArchiveTests
{
    private static readonly (string Name, byte[] Content)[] Files = [("map/a.txt", "een"u8.ToArray()), ("../b.txt", "twee"u8.ToArray()), ("map/A.TXT", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("drie ", 5000))))];

    private static List<ContainerMember> Members(byte[] bytes, ReadLimits? limits = null)
    {
        var reader = FormatCatalog.Default.ContainerFor("zonder-extensie", bytes);
        Assert.IsType<PackedArchiveReader>(reader);
        return [.. reader.Members(new MemoryStream(bytes), "a", limits ?? ReadLimits.Default)];
    }

    public static TheoryData<string> Kinds() => ["7z", "rar"];

    private static byte[] Pack(string kind, params (string Name, byte[] Content)[] files) => kind == "7z" ? PackedArchives.SevenZip(files) : PackedArchives.Rar(false, files);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Members_keep_names_and_bytes_and_lead_nowhere_outside(string kind)
    {
        var members = Members(Pack(kind, Files));
        Assert.All(members, m => Assert.Null(m.Problem));
        Assert.Equal(["map/a.txt", "b.txt", "map/A (2).TXT"], members.Select(m => m.Name));
        Assert.Equal(Files.Select(f => Encoding.UTF8.GetString(f.Content)), members.Select(m => Encoding.UTF8.GetString(m.Content.Span)));
    }

    [Fact]
    public void Passwords_are_told()
    {
        Assert.Equal("versleuteld", Assert.Single(Members(PackedArchives.EncryptedSevenZip())).Problem?.Code);
        Assert.Equal("versleuteld", Members(PackedArchives.Rar(true, Files))[0].Problem?.Code);
    }

    [Fact]
    public void A_bomb_is_told()
    {
        var members = Members(PackedArchives.SevenZip(("goed.txt", "goed"u8.ToArray()), ("bom.bin", new byte[64 * 1024 * 1024])), new ReadLimits { MaxRatio = 100 });
        Assert.Null(members[0].Problem);
        Assert.Equal("zip-bom", members[1].Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Number_size_and_time_are_bounded(string kind)
    {
        var many = Pack(kind, [.. Enumerable.Range(0, 200).Select(i => ($"{i}.txt", "x"u8.ToArray()))]);
        var listed = Members(many, new ReadLimits { MaxMembers = 100 });
        Assert.Equal("zip-bom", listed[^1].Problem?.Code);
        Assert.True(listed.Count <= 102);
        var large = new byte[3_000_000];
        new Random(1).NextBytes(large);
        Assert.Equal("zip-bom", Members(Pack(kind, ("a.bin", large)), new ReadLimits { MaxFileBytes = 1_000_000 })[0].Problem?.Code);
        Assert.Equal("te-traag", Members(Pack(kind, ("a.bin", large)), new ReadLimits { MaxTime = TimeSpan.Zero })[0].Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Damage_is_told_and_never_thrown(string kind)
    {
        var bytes = Pack(kind, Files);
        for (var length = 8; length < bytes.Length; length += 3)
        {
            var members = Members(bytes[..length]);
            Assert.True(kind == "rar" || members.Exists(m => m.Problem is not null));
        }

        for (var at = 8; at < bytes.Length; at += kind == "7z" ? 5 : 11)
        {
            var broken = (byte[])bytes.Clone();
            broken[at] ^= 0x55;
            _ = Members(broken);
        }
    }

    [Fact]
    public void A_rar_cut_short_says_so()
    {
        var bytes = PackedArchives.Rar(false, Files);
        Assert.Contains(Members(bytes[..^3000]), m => m.Problem is not null);
    }
}
