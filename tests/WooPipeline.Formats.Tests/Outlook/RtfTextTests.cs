using System.Text;
using WooPipeline.Formats.Outlook;

namespace WooPipeline.Formats.Tests.Outlook;

public sealed class RtfTextTests
{
    [Theory]
    [InlineData(@"{\rtf1\ansi\ansicpg1252\fromhtml1 {\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Beste Jos\'e9\htmlrtf\par}\htmlrtf0{\*\htmltag72 </p>}}", "<p>Beste José</p>")]
    [InlineData(@"{\rtf1\ansi\fromtext {\fonttbl{\f0 Arial;}}regel een\par regel twee}", "regel een\r\nregel twee")]
    [InlineData(@"{\rtf1\ansi\deff0{\fonttbl{\f0\fcharset128 Gothic;}}\f0 \'93\'fa\'96\'7b}", "日本")]
    [InlineData(@"{\rtf1\ansi\uc1 \u8364?100 {\*\onbekend weg}\{x\}}", "€100 {x}")]
    [InlineData(@"{\rtf1{\pict 89504e47}na}", "na")]
    [InlineData(@"{\rtf1 a\~b\emdash c", "a\u00A0b—c")]
    public void Text_comes_out_of_rtf(string rtf, string expected) => Assert.Equal(expected, RtfText.Read(Encoding.Latin1.GetBytes(rtf)).Text);

    [Fact]
    public void The_published_example_unpacks()
    {
        // MS-OXRTFCP §4.1.1
        var packed = Convert.FromHexString("2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0");
        Assert.Equal("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n", Encoding.ASCII.GetString(CompressedRtf.Decompress(packed)!));
    }

    [Fact]
    public void Any_bytes_end_and_never_throw()
    {
        var random = new Random(9);
        for (var round = 0; round < 500; round++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            _ = RtfText.Read(bytes);
            "LZFu"u8.CopyTo(bytes.Length >= 16 ? bytes.AsSpan(8) : new byte[8]);
            _ = CompressedRtf.Decompress(bytes);
        }

        _ = RtfText.Read(Encoding.ASCII.GetBytes(new string('{', 1_000_000)));
    }
}
