using System.Buffers.Binary;

namespace WooPipeline.Formats.Tests.Outlook;

public sealed class HostileMsgTests
{
    private static ReadResult Read(byte[] bytes) => FormatCatalog.Default.Read(new SourceFile("a.msg", bytes), ReadLimits.Default);

    [Fact]
    public void Chains_that_go_round_end_in_quarantine()
    {
        if (Sample() is not { } sample)
        {
            return;
        }

        // The first sector of the allocation table: every sector follows itself.
        var fat = (int)((BinaryPrimitives.ReadUInt32LittleEndian(sample.AsSpan(76)) + 1) * 512);
        for (var i = 0; i < 128; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(sample.AsSpan(fat + (i * 4)), (uint)i);
        }

        Assert.Equal("beschadigd", Assert.IsType<Quarantined>(Read(sample)).Code);
    }

    [Fact]
    public void A_sector_list_that_goes_round_ends_in_quarantine()
    {
        if (Sample() is not { } sample)
        {
            return;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(sample.AsSpan(68), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(sample.AsSpan((2 * 512) + 508), 1);
        Assert.Equal("beschadigd", Assert.IsType<Quarantined>(Read(sample)).Code);
    }

    [Fact]
    public void Files_cut_short_and_changed_bytes_never_throw()
    {
        if (Sample() is not { } sample)
        {
            return;
        }

        var random = new Random(7);
        var reader = new WooPipeline.Formats.Outlook.MsgReader();
        for (var length = 0; length < sample.Length; length += 997)
        {
            Assert.NotNull(reader.Read(new SourceFile("a.msg", sample.AsMemory(0, length)), ReadLimits.Default));
        }

        for (var round = 0; round < 300; round++)
        {
            var broken = (byte[])sample.Clone();
            for (var i = 0; i < 20; i++)
            {
                broken[random.Next(round % 2 == 0 ? 4096 : broken.Length)] = (byte)random.Next(256);
            }

            Assert.NotNull(reader.Read(new SourceFile("a.msg", broken), ReadLimits.Default));
        }
    }

    [Fact]
    public void Random_bytes_are_refused()
    {
        var bytes = new byte[20_000];
        new Random(3).NextBytes(bytes);
        Assert.IsType<Quarantined>(Read(bytes));
    }

    private static byte[]? Sample() =>
        Repository.Shared("corpus", "msg", "apache-poi", "attachment_test_msg.msg") is { } path ? File.ReadAllBytes(path) : null;
}
