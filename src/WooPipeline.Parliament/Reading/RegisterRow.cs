using System.Collections.Immutable;
using System.Globalization;

namespace WooPipeline.Parliament;

/// <summary>A row of a register. A cell that doesn't fit its column is a problem, and reads as if it were empty.</summary>
internal sealed class RegisterRow(ImmutableDictionary<string, string> cells, Provenance source, ProblemList problems)
{
    public Provenance Source => source;

    public ImmutableSortedDictionary<string, string> Cells => cells.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The row with another value in a column.</summary>
    public RegisterRow With(string column, string value) => new(cells.SetItem(column, value), source, problems);

    public string Text(string column) => cells.GetValueOrDefault(column, "");

    public string Required(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            problems.Error("register-leeg", source.At(column), "Deze cel moet gevuld zijn.");
        }

        return text;
    }

    /// <summary>The parts of a cell, with <c>|</c> between.</summary>
    public ImmutableArray<string> Parts(string column) =>
        [.. Text(column).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public int? Number(string column)
    {
        var text = Text(column);
        if (text.Length == 0 || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);
        }

        Wrong(column, "Hier hoort een heel getal.");
        return null;
    }

    public Instant? Moment(string column) => Parse(column, Text(column));

    public ImmutableArray<Instant> Moments(string column) => [.. Parts(column).Select(p => Parse(column, p)).OfType<Instant>()];

    public DateOnly? Date(string column) => Moment(column)?.Date;

    public PartialDate? Partial(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (PartialDate.TryParse(text, out var date))
        {
            return date;
        }

        Wrong(column, "Hier hoort een jaar (2019), een maand (2019-05) of een dag (2019-05-21).");
        return null;
    }

    /// <summary>The value of a word from a list of <see cref="ValueWords"/>.</summary>
    public T Word<T>(string column, string list)
        where T : struct, Enum
    {
        if (!ValueWords.TryRead<T>(list, Text(column), out var value))
        {
            Wrong(column, $"Dit woord is onbekend. Kies uit: {ValueWords.Choices(list)}.");
        }

        return value;
    }

    public KnownState State(string column) => Word<KnownState>(column, "kennis");

    private Instant? Parse(string column, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (Instant.TryParse(text, out var instant))
        {
            return instant;
        }

        Wrong(column, "Hier hoort een datum (2023-02-14 of 14-2-2023), eventueel met tijd (2023-02-14T10:31:05).");
        return null;
    }

    private void Wrong(string column, string message) => problems.Error("register-waarde", source.At(column), message);
}
