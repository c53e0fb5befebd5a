using System.Globalization;

namespace WooPipeline.Pdf.Filters;

/// <summary>Run lengths of ITU-T T.4 (tables 2 and 3) by code, from <c>Data/filters/ccitt-runs.csv</c>: looked up by the next thirteen bits.</summary>
internal static class CcittCodes
{
    public const int LongestCode = 13;
    private static readonly Lazy<(short Run, byte Length)[][]> Tables = new(Load);

    /// <summary>The run that bits begin with; length 0 where they begin with no code.</summary>
    /// <param name="isBlack">Colour of the run.</param>
    /// <param name="bits">The next thirteen bits.</param>
    public static (short Run, byte Length) Run(bool isBlack, int bits) => Tables.Value[isBlack ? 1 : 0][bits];

    private static (short Run, byte Length)[][] Load()
    {
        using var stream = typeof(CcittCodes).Assembly.GetManifestResourceStream("WooPipeline.Pdf.Data.filters/ccitt-runs.csv")
            ?? throw new InvalidOperationException("Data/filters/ccitt-runs.csv is missing from WooPipeline.Pdf.");
        using var reader = new StreamReader(stream);
        (short, byte)[][] tables = [new (short, byte)[1 << LongestCode], new (short, byte)[1 << LongestCode]];
        foreach (var row in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Trim().Split(';')))
        {
            for (var color = 0; color < 2; color++)
            {
                var code = row[color + 1];
                var first = Convert.ToInt32(code, 2) << (LongestCode - code.Length);
                Array.Fill(tables[color], (short.Parse(row[0], CultureInfo.InvariantCulture), (byte)code.Length), first, 1 << (LongestCode - code.Length));
            }
        }

        return tables;
    }
}
