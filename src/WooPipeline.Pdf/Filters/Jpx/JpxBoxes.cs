using System.Buffers.Binary;

namespace WooPipeline.Pdf.Filters.Jpx;

/// <summary>The boxes around a codestream (T.800 Annex I).</summary>
/// <param name="Start">First byte of the codestream.</param>
/// <param name="Colors">Number of the colour space, 0 where none is told.</param>
/// <param name="Palette">Colours that samples number; null for none.</param>
internal sealed record JpxBoxes(int Start, int Colors, JpxPalette? Palette)
{
    private const int MaxBoxes = 256;

    public static JpxBoxes Read(ReadOnlySpan<byte> data)
    {
        if (data.Length > 2 && data[0] == 0xFF && data[1] == 0x4F)
        {
            return new JpxBoxes(0, 0, null);
        }

        var (colors, start) = (0, -1);
        JpxPalette? palette = null;
        var at = 0;
        for (var i = 0; i < MaxBoxes && at + 8 <= data.Length && start < 0; i++)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(data[at..]) is var given && given == 0 ? (uint)(data.Length - at) : given;
            var type = BinaryPrimitives.ReadUInt32BigEndian(data[(at + 4)..]);
            var body = at + (length == 1 ? 16 : 8);
            switch (type)
            {
                case 0x6A703268: // jp2h: its boxes are read as if they stood here
                    at = body;
                    continue;
                case 0x636F6C72 when data[body] == 1: // colr
                    colors = (int)BinaryPrimitives.ReadUInt32BigEndian(data[(body + 3)..]);
                    break;
                case 0x70636C72: // pclr
                    palette = JpxPalette.Read(data[body..]);
                    break;
                case 0x6A703263: // jp2c
                    start = body;
                    break;
                default:
                    break;
            }

            at = length == 1 ? checked(at + (int)BinaryPrimitives.ReadUInt64BigEndian(data[(at + 8)..])) : at + (int)Math.Min(Math.Max(length, 8), (uint)(data.Length - at));
        }

        return start >= 0 ? new JpxBoxes(start, colors, palette) : throw new InvalidDataException();
    }
}
