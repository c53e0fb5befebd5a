using System.Text;

namespace WooPipeline.Formats.Sheet;

/// <summary>
/// Cuts csv in rows and cells (RFC 4180). A quote counts only at the start of a cell, as spreadsheets read it, so that a cell
/// such as <c>geluid, "feest"</c> stays whole in a file parted by semicolons.
/// </summary>
internal sealed class CsvRows(string text, CsvDialect dialect)
{
    private int position = Skip(text, dialect.FirstLine);

    /// <summary>True where the text ended within quotes.</summary>
    public bool EndsInQuotes { get; private set; }

    /// <summary>True where the last row had no line end.</summary>
    public bool EndsWithoutLine { get; private set; }

    /// <summary>The next row that isn't empty; null at the end. No more than <paramref name="most"/> + 1 cells.</summary>
    public string[]? Next(int most)
    {
        while (position < text.Length)
        {
            var cells = new List<string>();
            var more = true;
            while (more && cells.Count <= most)
            {
                (var cell, more) = Cell();
                cells.Add(cell);
            }

            if (cells.Count > 1 || cells[0].Length > 0)
            {
                return [.. cells];
            }
        }

        return null;
    }

    private (string Cell, bool More) Cell()
    {
        var value = new StringBuilder();
        if (position < text.Length && text[position] == '"')
        {
            position++;
            Quoted(value);
        }

        while (position < text.Length)
        {
            var character = text[position++];
            if (character == dialect.Delimiter)
            {
                return (value.ToString(), true);
            }

            if (character == '\n')
            {
                return (value.ToString(), false);
            }

            value.Append(character);
        }

        EndsWithoutLine = true;
        return (value.ToString(), false);
    }

    private void Quoted(StringBuilder value)
    {
        while (position < text.Length)
        {
            var character = text[position++];
            if (character != '"')
            {
                value.Append(character);
            }
            else if (position < text.Length && text[position] == '"')
            {
                value.Append('"');
                position++;
            }
            else
            {
                return;
            }
        }

        EndsInQuotes = true;
    }

    private static int Skip(string text, int lines)
    {
        var position = 0;
        for (; lines > 0; lines--)
        {
            position = text.IndexOf('\n', position) + 1;
        }

        return position;
    }
}
