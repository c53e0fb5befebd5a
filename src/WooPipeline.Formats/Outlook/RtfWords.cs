using System.Collections.Frozen;

namespace WooPipeline.Formats.Outlook;

/// <summary>Control words of RTF (specification 1.9.1) that give characters or start what is not shown.</summary>
internal static class RtfWords
{
    /// <summary>Words that stand for characters.</summary>
    public static FrozenDictionary<string, string> Characters { get; } = new Dictionary<string, string>
    {
        ["par"] = "\r\n",
        ["line"] = "\r\n",
        ["row"] = "\r\n",
        ["sect"] = "\r\n",
        ["page"] = "\r\n",
        ["tab"] = "\t",
        ["cell"] = "\t",
        ["nestcell"] = "\t",
        ["lquote"] = "\u2018",
        ["rquote"] = "\u2019",
        ["ldblquote"] = "\u201C",
        ["rdblquote"] = "\u201D",
        ["bullet"] = "\u2022",
        ["endash"] = "\u2013",
        ["emdash"] = "\u2014",
        ["enspace"] = "\u2002",
        ["emspace"] = "\u2003",
        ["zwj"] = "\u200D",
        ["zwnj"] = "\u200C",
    }.ToFrozenDictionary();

    /// <summary>Destinations whose text is not shown.</summary>
    public static FrozenSet<string> Hidden { get; } = new[]
    {
        "colortbl", "stylesheet", "info", "pict", "object", "fldinst", "header", "footer", "headerl", "headerr", "headerf",
        "footerl", "footerr", "footerf", "filetbl", "listtable", "listoverridetable", "revtbl", "rsidtbl", "themedata",
        "datastore", "generator", "mhtmltag", "pntext", "xmlnstbl", "bkmkstart", "bkmkend",
    }.ToFrozenSet();

    /// <summary>The Windows code page of a font's charset number; 0 for the document's.</summary>
    public static int CodePageOfCharset(int charset) => charset switch
    {
        0 => 1252,
        77 => 10000,
        128 => 932,
        129 => 949,
        130 => 1361,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        254 => 437,
        255 => 850,
        _ => 0,
    };
}
