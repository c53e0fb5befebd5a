namespace WooPipeline.Pdf.Fonts;

/// <summary>Text of the glyph names of ZapfDingbats: its codes run along the Dingbats block, but for some signs that stand elsewhere in Unicode.</summary>
internal static class Dingbats
{
    public static string? TextOf(string name)
    {
        var code = Array.IndexOf(FontData.Encoding("dingbats"), name);
        return code < 0 ? null : ((char)CodePoint(code)).ToString();
    }

    private static int CodePoint(int code) => code switch
    {
        0x20 => 0x20,
        0x25 => 0x260E,
        0x2A => 0x261B,
        0x2B => 0x261E,
        0x48 => 0x2605,
        0x6C => 0x25CF,
        0x6E => 0x25A0,
        0x73 => 0x25B2,
        0x74 => 0x25BC,
        0x75 => 0x25C6,
        0x77 => 0x25D7,
        0xA8 => 0x2663,
        0xA9 => 0x2666,
        0xAA => 0x2665,
        0xAB => 0x2660,
        >= 0xAC and <= 0xB5 => 0x2460 + code - 0xAC,
        0xD5 => 0x2192,
        0xD6 => 0x2194,
        0xD7 => 0x2195,
        >= 0xA1 => 0x2761 + code - 0xA1,
        _ => 0x2701 + code - 0x21,
    };
}
