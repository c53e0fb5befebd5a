using System.Security.Cryptography;
using WooPipeline.Documents;
using WooPipeline.Formats.Outlook;

namespace WooPipeline.Formats.Tests.Outlook;

public sealed class PstReaderTests
{
    private static string? Sample => Repository.Shared("corpus", "pst", "apache-tika", "testPST_variousBodyTypes.pst");

    private static List<ContainerMember> Members(byte[] bytes) => [.. new PstReader().Members(new MemoryStream(bytes), "a.pst", ReadLimits.Default)];

    [Fact]
    public void Every_message_node_is_a_member_with_its_document()
    {
        if (Sample is not { } path)
        {
            return;
        }

        var bytes = File.ReadAllBytes(path);
        var nodes = PstFile.Open(new MemoryStream(bytes), ReadLimits.Default).Nodes(_ => { }).Count(n => n.Kind == PstNode.Message);
        var members = Members(bytes);
        Assert.True(nodes > 0);
        Assert.Equal(nodes, members.Count);
        Assert.All(members, m => Assert.Contains("original email", PlainText.Of(m.Document!.Tree.Blocks), StringComparison.Ordinal));
        Assert.Equal(members.Count, members.Select(m => m.Name).Distinct().Count());
        Assert.Equal(members.Count, members.Select(m => Convert.ToHexString(SHA256.HashData(m.Content.Span))).Distinct().Count());
    }

    [Fact]
    public void Two_readings_give_the_same()
    {
        if (Sample is not { } path)
        {
            return;
        }

        var bytes = File.ReadAllBytes(path);
        Assert.Equal(
            Members(bytes).Select(m => m.Name + Convert.ToHexString(m.Content.Span)),
            Members(bytes).Select(m => m.Name + Convert.ToHexString(m.Content.Span)));
    }

    [Fact]
    public void Damage_costs_only_what_is_damaged_and_never_throws()
    {
        if (Sample is not { } path)
        {
            return;
        }

        var bytes = File.ReadAllBytes(path);
        var random = new Random(11);
        for (var round = 0; round < 60; round++)
        {
            var broken = (byte[])bytes.Clone();
            for (var i = 0; i < 200; i++)
            {
                broken[random.Next(600, broken.Length)] = (byte)random.Next(256);
            }

            Assert.NotEmpty(Members(broken));
        }

        for (var length = 0; length < bytes.Length; length += 30_011)
        {
            Assert.NotEmpty(Members(bytes[..length]));
        }
    }

    [Theory]
    [InlineData(PstCrypt.Compressible)]
    [InlineData(PstCrypt.Cyclic)]
    public void Decryption_undoes_the_published_encryption(byte method)
    {
        var plain = Enumerable.Range(0, 1000).Select(i => (byte)(i * 7)).ToArray();
        var encrypted = Encrypt(plain, method, 0x12345678);
        PstCrypt.Decrypt(encrypted, method, 0x12345678);
        Assert.Equal(plain, encrypted);
    }

    // MS-PST §5.1 gives the substitution by its inverse, and the cyclic way is its own inverse (§5.2).
    private static byte[] Encrypt(byte[] plain, byte method, ulong key)
    {
        var result = (byte[])plain.Clone();
        if (method == PstCrypt.Cyclic)
        {
            PstCrypt.Decrypt(result, method, key);
            return result;
        }

        var inverse = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        PstCrypt.Decrypt(inverse, method, key);
        return [.. plain.Select(b => (byte)Array.IndexOf(inverse, b))];
    }

    [Fact]
    public void A_file_locked_by_the_organisation_is_told()
    {
        if (Sample is { } path)
        {
            var bytes = File.ReadAllBytes(path);
            bytes[513] = 0x10;
            Assert.Equal("versleuteld", Assert.Single(Members(bytes)).Problem?.Code);
        }
    }
}
