using System.Buffers;

namespace WooPipeline.Publication.Verification;

/// <summary>
/// Whether bytes may hold a form of five letters at all: a row of letters, digits and the signs that names hold. What chance decodes
/// hardly ever does, and needn't be searched.
/// </summary>
internal static class NameBytes
{
    /// <summary>Shorter runs may be one short word.</summary>
    public const int LongestShort = 24;

    private const int Shortest = SpellingIndex.KeyLength;
    /// <summary>ASCII that stands in names, numbers and addresses.</summary>
    public static readonly SearchValues<byte> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \t\r\n-_.,'/+@:()\\"u8);

    /// <summary>True where five in a row are characters of names, one byte each or in UTF-8; zeros are passed over, as in UTF-16.</summary>
    public static bool AreIn(ReadOnlySpan<byte> bytes)
    {
        var row = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (Plain.Contains(bytes[i]))
            {
                row++;
            }
            else if (bytes[i] == 0)
            {
                continue;
            }
            else if (Several(bytes[i..]) is var length and > 0)
            {
                row++;
                i += length - 1;
            }
            else if (bytes[i] < 0xC0 || row == 0)
            {
                // A byte from C0 up may be a letter of Latin-1, between others.
                row = 0;
                continue;
            }

            if (row >= Shortest)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Length of a character of UTF-8 of two or three bytes; 0 where none stands.</summary>
    private static int Several(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [>= 0xC2 and <= 0xDF, >= 0x80 and <= 0xBF, ..] => 2,
        [>= 0xE0 and <= 0xEF, >= 0x80 and <= 0xBF, >= 0x80 and <= 0xBF, ..] => 3,
        _ => 0,
    };
}
