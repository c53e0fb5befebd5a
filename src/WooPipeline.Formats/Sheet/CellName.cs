namespace WooPipeline.Formats.Sheet;

/// <summary>Names of cells (ISO/IEC 29500-1 §18.18.7).</summary>
internal static class CellName
{
    /// <summary>Letters of a zero-based column.</summary>
    public static string Column(int column)
    {
        var name = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            name = (char)('A' + ((rest - 1) % 26)) + name;
        }

        return name;
    }

    /// <summary>Zero-based row and column of a name such as <c>AB12</c>, dollar signs allowed; null where it is none.</summary>
    public static (int Row, int Column)? Parse(string? name)
    {
        var column = 0;
        var row = 0;
        var letters = 0;
        foreach (var character in name ?? "")
        {
            if (character == '$')
            {
                continue;
            }

            if (char.IsAsciiLetter(character) && row == 0 && letters < 4)
            {
                column = (column * 26) + (char.ToUpperInvariant(character) - 'A' + 1);
                letters++;
            }
            else if (char.IsAsciiDigit(character) && row < 100_000_000)
            {
                row = (row * 10) + (character - '0');
            }
            else
            {
                return null;
            }
        }

        return column > 0 && row > 0 ? (row - 1, column - 1) : null;
    }
}
