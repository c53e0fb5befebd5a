namespace WooPipeline.Pdf.Color;

/// <summary>
/// The sRGB colour space as an ICC profile (ICC.1:2001-04, version 2.1): a matrix and one curve. Colorants are those of
/// IEC 61966-2-1, adapted to D50.
/// </summary>
internal static class SrgbProfile
{
    private static readonly Lazy<byte[]> Profile = new(Build);

    /// <summary>The profile's bytes; not to be changed.</summary>
    public static ReadOnlyMemory<byte> Bytes => Profile.Value;

    private static byte[] Build()
    {
        var profile = new IccProfileBuilder("mntr", "RGB ", "XYZ ");
        profile.AddDescription("sRGB IEC61966-2.1");
        profile.AddText("cprt", "No copyright");
        profile.AddXyz("wtpt", 0.9642, 1, 0.8249);
        profile.AddXyz("rXYZ", 0.43607, 0.22249, 0.01392);
        profile.AddXyz("gXYZ", 0.38515, 0.71687, 0.09708);
        profile.AddXyz("bXYZ", 0.14307, 0.06061, 0.71410);
        var curve = new ushort[1024];
        for (var i = 0; i < curve.Length; i++)
        {
            var value = i / 1023.0;
            var linear = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
            curve[i] = (ushort)Math.Round(linear * 65535);
        }

        profile.AddCurve(["rTRC", "gTRC", "bTRC"], curve);
        return profile.Build();
    }
}
