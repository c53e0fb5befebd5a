namespace WooPipeline.Formats.Outlook;

/// <summary>Windows code pages by locale id.</summary>
internal static class MapiLocale
{
    /// <summary>The ANSI code page of a locale; 0 where it is not known.</summary>
    public static int CodePage(int locale)
    {
        // The primary language is enough; the pages of Chinese go by region.
        return (locale & 0x3FF) switch
        {
            0x04 => locale is 0x0404 or 0x0C04 or 0x1404 ? 950 : 936,
            0x11 => 932,
            0x12 => 949,
            0x05 or 0x0E or 0x15 or 0x18 or 0x1B or 0x1C or 0x24 => 1250,
            0x1A => locale is 0x0C1A or 0x1C1A ? 1251 : 1250,
            0x02 or 0x19 or 0x22 or 0x23 or 0x2F => 1251,
            0x08 => 1253,
            0x1F => 1254,
            0x0D => 1255,
            0x01 or 0x29 => 1256,
            0x25 or 0x26 or 0x27 => 1257,
            0x2A => 1258,
            0x1E => 874,
            0x00 => 0,
            _ => locale is > 0 and < 0x10000 ? 1252 : 0,
        };
    }
}
