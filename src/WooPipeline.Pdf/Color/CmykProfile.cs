using System.Buffers.Binary;
using System.Text;

namespace WooPipeline.Pdf.Color;

/// <summary>
/// A colour space of four inks on paper as an ICC profile (ICC.1:2001-04, version 2.1, input class): a table from ink
/// amounts to CIE L*a*b*. The inks are those of common offset printing, their overprints computed as filters one upon
/// another. PDF/A allows no CMYK without a profile where the output intent is RGB.
/// </summary>
internal static class CmykProfile
{
    private const int Steps = 9;
    private static readonly Lazy<byte[]> Profile = new(Build);

    /// <summary>sRGB of each ink alone.</summary>
    private static readonly double[][] Inks = [[0, 0.62, 0.89], [0.90, 0, 0.49], [1, 0.93, 0], [0.05, 0.05, 0.05]];

    /// <summary>The profile's bytes; not to be changed.</summary>
    public static ReadOnlyMemory<byte> Bytes => Profile.Value;

    private static byte[] Build()
    {
        var profile = new IccProfileBuilder("scnr", "CMYK", "Lab ");
        profile.AddDescription("Four process inks");
        profile.AddText("cprt", "No copyright");
        profile.AddXyz("wtpt", 0.9642, 1, 0.8249);
        profile.Add("A2B0", Table());
        return profile.Build();
    }

    /// <summary>lut8Type (§6.5.7): straight curves around a table whose last ink varies fastest.</summary>
    private static byte[] Table()
    {
        const int Inputs = 4;
        const int Outputs = 3;
        var grid = 48 + (Inputs * 256);
        var after = grid + (Steps * Steps * Steps * Steps * Outputs);
        var table = new byte[after + (Outputs * 256)];
        Encoding.ASCII.GetBytes("mft1", table);
        (table[8], table[9], table[10]) = (Inputs, Outputs, Steps);
        for (var i = 0; i < 3; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(12 + (16 * i)), 65536); // the identity matrix
        }

        for (var i = 0; i < Inputs * 256; i++)
        {
            table[48 + i] = (byte)i;
        }

        for (var i = 0; i < Outputs * 256; i++)
        {
            table[after + i] = (byte)i;
        }

        var at = grid;
        for (var point = 0; point < Steps * Steps * Steps * Steps; point++)
        {
            var lab = Lab(point / (Steps * Steps * Steps), point / (Steps * Steps) % Steps, point / Steps % Steps, point % Steps);
            table[at++] = (byte)Math.Round(Math.Clamp(lab.L * 255 / 100, 0, 255));
            table[at++] = (byte)Math.Round(Math.Clamp(lab.A + 128, 0, 255));
            table[at++] = (byte)Math.Round(Math.Clamp(lab.B + 128, 0, 255));
        }

        return table;
    }

    private static (double L, double A, double B) Lab(params ReadOnlySpan<int> steps)
    {
        Span<double> light = [1, 1, 1];
        for (var ink = 0; ink < steps.Length; ink++)
        {
            var amount = steps[ink] / (double)(Steps - 1);
            for (var c = 0; c < 3; c++)
            {
                light[c] *= 1 - (amount * (1 - Inks[ink][c]));
            }
        }

        var (r, g, b) = (Linear(light[0]), Linear(light[1]), Linear(light[2]));
        var x = Root(((0.43607 * r) + (0.38515 * g) + (0.14307 * b)) / 0.9642);
        var y = Root((0.22249 * r) + (0.71687 * g) + (0.06061 * b));
        var z = Root(((0.01392 * r) + (0.09708 * g) + (0.71410 * b)) / 0.8249);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double Linear(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    private static double Root(double value) => value > 0.008856 ? Math.Cbrt(value) : (7.787 * value) + (16.0 / 116);
}
