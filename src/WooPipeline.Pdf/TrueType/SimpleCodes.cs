using System.Collections.Frozen;
using WooPipeline.Pdf.Fonts;

namespace WooPipeline.Pdf.TrueType;

/// <summary>
/// One-byte codes of the characters of WinAnsiEncoding (ISO 32000-1 Annex D.2): most text takes half the bytes with them, and a reader
/// that takes the content for plain text sees just that. A soft hyphen has none: readers disagree on what it is.
/// </summary>
internal static class SimpleCodes
{
    private const int First = 0x20;
    private const int SoftHyphen = 0xAD;
    private const int NoBreakSpace = 0xA0;
    private static readonly FrozenDictionary<int, byte> Codes = Pairs().ToFrozenDictionary(p => p.CodePoint, p => p.Code);

    /// <summary>The code of a character; 0 where it has none.</summary>
    public static byte Of(int codePoint) => codePoint is >= First and < 0x7F ? (byte)codePoint : Codes.GetValueOrDefault(codePoint);

    /// <summary>Every code with its character, in order of the codes.</summary>
    public static IEnumerable<(byte Code, int CodePoint)> Pairs()
    {
        var names = FontData.Encoding("winansi");
        for (var code = First; code < names.Length; code++)
        {
            if (code is SoftHyphen or 0x7F || names[code] is null or "bullet" && code != 0x95)
            {
                continue;
            }

            yield return ((byte)code, code == NoBreakSpace ? NoBreakSpace : char.ConvertToUtf32(GlyphNames.TextOf(names[code]!), 0));
        }
    }
}
