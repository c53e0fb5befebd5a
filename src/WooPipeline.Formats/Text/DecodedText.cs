using System.Text;

namespace WooPipeline.Formats.Text;

/// <summary>Text of a file and the encoding it was found to have.</summary>
/// <param name="Text">The text, line ends as <c>\n</c>, without a byte order mark.</param>
/// <param name="Encoding">Name of the encoding: <c>utf-8</c>, <c>windows-1252</c>, <c>utf-16</c>, …</param>
internal sealed record DecodedText(string Text, string Encoding)
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)
        ?? throw new InvalidOperationException("The framework lacks Windows-1252.");

    /// <summary>
    /// Finds the encoding: byte order mark, zeros of UTF-16, valid UTF-8, else Windows-1252. Bytes that are no text in any of them
    /// give a reason instead: nothing is guessed into garbage.
    /// </summary>
    public static (DecodedText? Text, Quarantined? Problem) Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (Bom(bytes) is { } marked)
        {
            return Strict(bytes[marked.Length..], marked.Encoding);
        }

        if (ZerosOfUtf16(bytes) is { } wide)
        {
            return Strict(bytes, wide);
        }

        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return Checked(StrictUtf8.GetString(bytes), "utf-8");
        }

        if (LooksLikeDamagedUtf8(bytes))
        {
            return (null, new Quarantined("tekenset", "Het bestand is deels UTF-8 en deels niet: het is afgekapt of uit twee tekensets samengevoegd. Sla het in het bronprogramma opnieuw op als UTF-8."));
        }

        var single = SingleByte(declared);
        return Checked(single.GetString(bytes), single.WebName);
    }

    private static Encoding SingleByte(string? declared)
    {
        if (string.IsNullOrWhiteSpace(declared))
        {
            return Windows1252;
        }

        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(declared.Trim()) ?? System.Text.Encoding.GetEncoding(declared.Trim());
            return encoding.IsSingleByte && encoding.CodePage is not (20127 or 28591) ? encoding : Windows1252;
        }
        catch (ArgumentException)
        {
            return Windows1252; // an unknown name is no reason to lose the text
        }
    }

    private static (Encoding Encoding, int Length)? Bom(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (StrictUtf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(false, false, true), 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, false, true), 4),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(false, false, true), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(true, false, true), 2),
        _ => null,
    };

    private static Encoding? ZerosOfUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, 4096) & ~1)];
        var even = 0;
        var odd = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var pairs = sample.Length / 2;
        return pairs < 2 ? null
            : odd > pairs * 0.7 && even == 0 ? new UnicodeEncoding(false, false, true)
            : even > pairs * 0.7 && odd == 0 ? new UnicodeEncoding(true, false, true)
            : null;
    }

    private static (DecodedText?, Quarantined?) Strict(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return Checked(encoding.GetString(bytes), encoding.WebName);
        }
        catch (DecoderFallbackException)
        {
            return (null, new Quarantined("tekenset", $"Het bestand zegt {encoding.WebName} te zijn maar is het niet overal: het is beschadigd of afgekapt. Vraag het opnieuw op of sla het opnieuw op als UTF-8."));
        }
    }

    private static (DecodedText?, Quarantined?) Checked(string text, string name)
    {
        var odd = 0;
        foreach (var character in text)
        {
            if (character == '\0')
            {
                odd += 4;
            }
            else if ((char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001A' or '\u0085')) || character == '\uFFFE')
            {
                odd++;
            }
        }

        if (odd * 100 > text.Length || (odd > 0 && text.Length < 64))
        {
            return (null, new Quarantined("geen-tekst", "Het bestand heet tekst te zijn, maar de inhoud is dat niet (binaire gegevens). Zoek uit wat voor bestand het is en geef het de juiste extensie, of beoordeel het met de hand."));
        }

        var lines = text.TrimEnd('\u001A').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return string.IsNullOrWhiteSpace(lines)
            ? (null, new Quarantined("leeg", "Het bestand bevat geen tekst. Vraag het opnieuw op bij de bron."))
            : (new DecodedText(lines, name), null);
    }

    /// <summary>True where many sequences are right UTF-8 but not all: Windows-1252 would then give garbage for the right ones.</summary>
    private static bool LooksLikeDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        var right = 0;
        var wrong = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status != System.Buffers.OperationStatus.Done)
            {
                wrong++;
            }
            else if (consumed > 1)
            {
                right++;
            }

            bytes = bytes[Math.Max(1, consumed)..];
        }

        return right > 0 && right * 4 >= wrong;
    }
}
