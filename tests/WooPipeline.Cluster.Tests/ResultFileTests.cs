using FsCheck;
using FsCheck.Fluent;

namespace WooPipeline.Cluster;

/// <summary>The results of a message in one file.</summary>
public sealed class ResultFileTests
{
    [Fact]
    public void Each_result_comes_back_and_what_failed_left_nothing() => Prop.ForAll<byte[]?[]>(results =>
    {
        using var writer = new ResultWriter();
        foreach (var result in results)
        {
            writer.Content.Write(result ?? [1, 2, 3]);
            if (result is null)
            {
                writer.Fail();
            }
            else
            {
                writer.End();
            }
        }

        writer.Close();
        var file = new MemoryStream();
        writer.Content.WriteTo(file);
        using var reader = new ResultReader(file);
        Assert.Equal(results.Length, reader.Count);
        for (var i = 0; i < results.Length; i++)
        {
            Assert.Equal(results[i] is null, reader.HasFailed(i));
            if (results[i] is { } expected)
            {
                Assert.Equal(expected, Bytes(reader.At(i)));
                Assert.Equal(expected, file.ToArray().AsSpan((int)reader.OffsetOf(i), expected.Length));
            }
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 255, 255, 255, 255 })]
    [InlineData(new byte[] { 9, 0, 0, 0 })]
    [InlineData(new byte[] { 255, 255, 255, 127 })]
    public void A_file_that_is_none_is_told_so(byte[] bytes) => Assert.Throws<InvalidDataException>(() => new ResultReader(new MemoryStream(bytes)));

    private static byte[] Bytes(Stream result)
    {
        var bytes = new byte[result.Length];
        result.ReadExactly(bytes);
        Assert.Equal(-1, result.ReadByte());
        return bytes;
    }
}
