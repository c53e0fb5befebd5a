using System.Buffers.Binary;
using System.Text;

namespace WooPipeline.Formats.Outlook;

/// <summary>Compressed RTF (MS-OXRTFCP): LZFu with a preset dictionary, or MELA without compression.</summary>
internal static class CompressedRtf
{
    private const uint Compressed = 0x75465A4C;
    private const uint Uncompressed = 0x414C454D;
    private const int WindowSize = 4096;

    private static readonly byte[] Preset = Encoding.ASCII.GetBytes(
        @"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
        + "\r\n" + @"\par \pard\plain\f0\fs20\b\i\u\tab\tx");

    /// <summary>The RTF; null where the bytes are neither. Damage ends it early, with what was read.</summary>
    public static byte[]? Decompress(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("{\\rtf"u8))
        {
            return bytes.ToArray();
        }

        if (bytes.Length < 16)
        {
            return null;
        }

        var rawSize = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        switch (BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]))
        {
            case Uncompressed:
                return bytes.Slice(16, (int)Math.Min(rawSize, bytes.Length - 16)).ToArray();
            case Compressed:
                return Unpack(bytes[16..], rawSize);
            default:
                return null;
        }
    }

    private static byte[] Unpack(ReadOnlySpan<byte> input, uint rawSize)
    {
        var window = new byte[WindowSize];
        Preset.CopyTo(window, 0);
        var writeAt = Preset.Length;
        // A reference gives at most 17 bytes for 2, so no honest size is more than that.
        using var output = new MemoryStream((int)Math.Min(rawSize, (long)input.Length * 9));
        for (var at = 0; at < input.Length;)
        {
            var control = input[at++];
            for (var bit = 0; bit < 8 && at < input.Length; bit++)
            {
                if ((control & (1 << bit)) == 0)
                {
                    output.WriteByte(input[at]);
                    window[writeAt] = input[at++];
                    writeAt = (writeAt + 1) % WindowSize;
                    continue;
                }

                if (at + 2 > input.Length)
                {
                    return output.ToArray();
                }

                var reference = (input[at] << 8) | input[at + 1];
                at += 2;
                var from = reference >> 4;
                if (from == writeAt)
                {
                    return output.ToArray(); // the end mark
                }

                for (var count = (reference & 0xF) + 2; count > 0; count--)
                {
                    var b = window[from];
                    output.WriteByte(b);
                    window[writeAt] = b;
                    from = (from + 1) % WindowSize;
                    writeAt = (writeAt + 1) % WindowSize;
                }
            }
        }

        return output.ToArray();
    }
}
