using WooPipeline.Pdf.Fonts;

namespace WooPipeline.Pdf.Tests.Fonts;

/// <summary>CIDs of the Adobe collections as their specifications (technical notes 5078, 5079, 5080, 5093) print them.</summary>
public sealed class CidCollectionTests
{
    [Theory]
    [InlineData("Japan1", "あ", 843)]
    [InlineData("Japan1", "亜", 1125)]
    [InlineData("Japan1", "弌", 4090)]
    [InlineData("Japan1", "A", 34)]
    [InlineData("GB1", "啊", 940)]
    [InlineData("GB1", "亍", 4695)]
    [InlineData("CNS1", "一", 595)]
    [InlineData("Korea1", "가", 1086)]
    [InlineData("Korea1", "伽", 3436)]
    public void Characters_and_numbers_lead_to_each_other(string ordering, string text, int cid)
    {
        var collection = CidCollection.Of(ordering)!;
        Assert.Equal(cid, collection.CidOf(text, 1));
        Assert.Equal(text, collection.TextOf(cid));
    }

    [Theory]
    [InlineData("90ms-RKSJ-H", new byte[] { 0x88, 0x9F }, "亜", 1125, 2)]
    [InlineData("90ms-RKSJ-H", new byte[] { 0x41 }, "A", 264, 1)]
    [InlineData("H", new byte[] { 0x30, 0x21 }, "亜", 1125, 2)]
    [InlineData("EUC-H", new byte[] { 0xB0, 0xA1 }, "亜", 1125, 2)]
    [InlineData("GBK-EUC-H", new byte[] { 0xB0, 0xA1 }, "啊", 940, 2)]
    [InlineData("GBK2K-H", new byte[] { 0x81, 0x30, 0x81, 0x30 }, "\u0080", -1, 4)]
    [InlineData("ETenms-B5-H", new byte[] { 0xA4, 0x40 }, "一", 595, 2)]
    [InlineData("KSCms-UHC-H", new byte[] { 0xB0, 0xA1 }, "가", 1086, 2)]
    [InlineData("UniJIS-UTF16-H", new byte[] { 0x4E, 0x9C }, "亜", 1125, 2)]
    [InlineData("UniJIS-UTF8-H", new byte[] { 0xE4, 0xBA, 0x9C }, "亜", 1125, 3)]
    [InlineData("UniJIS-UTF32-V", new byte[] { 0, 0, 0x4E, 0x9C }, "亜", 1125, 4)]
    [InlineData("UniCNS-UTF8-H", new byte[] { 0xF0, 0xA0, 0x80, 0x8B }, "\U0002000B", -1, 4)]
    [InlineData("UniCNS-UTF16-H", new byte[] { 0xD8, 0x40, 0xDC, 0x0B }, "\U0002000B", -1, 4)]
    [InlineData("UniKS-UTF8-H", new byte[] { 0x41 }, "A", 34, 1)]
    [InlineData("UniGB-UCS2-H", new byte[] { 0x55, 0x4A }, "啊", 940, 2)]
    public void Predefined_maps_cut_codes_and_tell_both(string name, byte[] bytes, string text, int cid, int length)
    {
        var map = CMap.Predefined(name);
        Assert.Equal(length, map.ReadCode(bytes, 0, out var code));
        Assert.Equal(text, map.TextOf(code));
        Assert.Equal(cid, map.CidOf(code));
    }

    [Fact]
    public void A_name_that_is_not_known_is_read_as_identity()
    {
        var map = CMap.Predefined("Onbekend-H");
        Assert.Equal(2, map.ReadCode([1, 2], 0, out var code));
        Assert.Equal(0x0102, map.CidOf(code));
    }
}
