using System.Globalization;

namespace WooPipeline.Templating;

/// <summary>The object <c>nl</c> of every template: Dutch dates, counts, lists and references. Each takes its value first, so that it can stand behind a pipe.</summary>
internal static class DutchFunctions
{
    /// <summary>The object with all functions.</summary>
    public static TemplateObject Create() => new("nl")
    {
        { "datum", Of("datum", (v, _) => DateText(v)) },
        { "dag_maand", Of("dag_maand", (v, _) => Day(v) is { } d ? DutchText.DayMonth(d) : DateText(v)) },
        { "maand_jaar", Of("maand_jaar", (v, _) => Moment(v) is { Month: { } m } d ? DutchText.MonthYear(new DateOnly(d.Year, m, 1)) : DateText(v)) },
        { "jaar", Of("jaar", (v, _) => Moment(v).Year.ToString(CultureInfo.InvariantCulture)) },
        { "dag_datum", Of("dag_datum", (v, _) => Day(v) is { } d ? DutchText.LongDate(d) : DateText(v)) },
        { "tijd", Of("tijd", (v, _) => Moment(v).Time is { } t ? DutchText.Time(t) : throw Wrong("tijd", "een datum met tijd")) },
        { "telwoord", Of("telwoord", (v, _) => DutchText.Cardinal(Number("telwoord", v))) },
        { "rangtelwoord", Of("rangtelwoord", (v, _) => DutchText.Ordinal(Number("rangtelwoord", v))) },
        { "aantal", Of("aantal", (v, a) => DutchText.Count(Number("aantal", v), Word("aantal", a, 0), Word("aantal", a, 1))) },
        { "enkel_meer", Of("enkel_meer", (v, a) => Word("enkel_meer", a, Size("enkel_meer", v) == 1 ? 0 : 1)) },
        { "opsomming", Of("opsomming", (v, a) => DutchText.Enumerate(Texts(v), a.Count > 0 ? Text(a[0]) : "en")) },
        { "elk", new TemplateFunction(arguments => arguments is [{ } list, { } word] ? Texts(list).Select(t => (object?)$"{Text(word)} {t}").ToList() : throw Wrong("elk", "een lijst en een woord")) },
        { "leden", Of("leden", (v, _) => DutchText.Members([.. Items("leden", v).Select(Member)])) },
        { "hoofdletter", Of("hoofdletter", (v, _) => DutchText.Capitalised(Text(v))) },
        { "herhaal", Of("herhaal", (v, a) => string.Concat(Enumerable.Repeat(Text(v), Math.Clamp(Number("herhaal", a.ElementAtOrDefault(0)), 0, 100)))) },
        { "artikel", Of("artikel", (v, a) => Article(Text(v), [.. a.Select(Text)])) },
        { "inspringen", Of("inspringen", (v, a) => Text(v).Replace("\n", "\n" + new string(' ', Number("inspringen", a.ElementAtOrDefault(0))), StringComparison.Ordinal)) },
        { "uit", new TemplateFunction(arguments => Lookup(arguments)) },
        { "bevat", new TemplateFunction(arguments => Contains(arguments)) },
        { "opmaak", new TemplateFunction(arguments => new Markup(Text(arguments.ElementAtOrDefault(0)))) },
    };

    // A function of Markdown gives Markdown: "nl.hoofdletter" of a link must stay a link.
    private static TemplateFunction Of(string name, Func<object?, IReadOnlyList<object?>, string> function) => arguments =>
    {
        if (arguments.Count == 0)
        {
            throw Wrong(name, "een waarde");
        }

        var value = arguments[0];
        var text = function(value, [.. arguments.Skip(1)]);
        return value is Markup || (value is IEnumerable<object?> items && items.Any(i => i is Markup)) ? new Markup(text) : text;
    };

    // A value that may be absent: "nl.uit stuk.kop 'beslistermijn'" is empty where the writer left it out.
    private static object? Lookup(IReadOnlyList<object?> arguments) => arguments is [TemplateObject group, { } key] ? group[Text(key)]
        : arguments is [null, ..] ? null
        : throw Wrong("uit", "een groep en een naam");

    // Whether a list has a group with this value under this name.
    private static object Contains(IReadOnlyList<object?> arguments) => arguments is [{ } list, { } key, var value]
        ? Items("bevat", list).OfType<TemplateObject>().Any(group => Equals(group[Text(key)], value))
        : throw Wrong("bevat", "een lijst, een naam en een waarde");

    private static string DateText(object? value)
    {
        var moment = Moment(value);
        return moment.Date is { } date ? DutchText.Date(date)
            : moment.Month is { } month ? DutchText.MonthYear(new DateOnly(moment.Year, month, 1))
            : moment.Year.ToString(CultureInfo.InvariantCulture);
    }

    private static DateOnly? Day(object? value) => Moment(value).Date;

    private static IsoMoment Moment(object? value) => IsoMoment.Read(Text(value)) ?? throw Wrong("datum", "een datum als 2023-02-14");

    private static int Number(string function, object? value) => value switch
    {
        int number => number,
        long number => (int)Math.Clamp(number, int.MinValue, int.MaxValue),
        IEnumerable<object?> list => list.Count(),
        _ => int.TryParse(Text(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(function, "een heel getal"),
    };

    private static int Size(string function, object? value) => value is IEnumerable<object?> list ? list.Count() : Number(function, value);

    private static string Word(string function, IReadOnlyList<object?> arguments, int index) =>
        index < arguments.Count ? Text(arguments[index]) : throw Wrong(function, "de vorm voor enkelvoud en die voor meervoud");

    private static IEnumerable<object?> Items(string function, object? value) =>
        value is IEnumerable<object?> list ? list : throw Wrong(function, "een lijst");

    private static IReadOnlyList<string> Texts(object? value) => value is IEnumerable<object?> list ? [.. list.Select(Text)] : [Text(value)];

    private static (string Name, string Party) Member(object? value) =>
        value is TemplateObject member ? (Text(member["naam"]), Text(member["fractie"])) : throw Wrong("leden", "een lijst van leden met naam en fractie");

    private static string Article(string article, IReadOnlyList<string> parts)
    {
        var paragraph = parts.ElementAtOrDefault(0) is { Length: > 0 } p && int.TryParse(p, CultureInfo.InvariantCulture, out var number) ? $", {DutchText.Ordinal(number)} lid" : "";
        var letter = parts.ElementAtOrDefault(1) is { Length: > 0 } l ? $", aanhef en onder {l}" : "";
        var law = parts.ElementAtOrDefault(2) is { Length: > 0 } w ? $"{(paragraph.Length + letter.Length > 0 ? "," : "")} van de {w}" : "";
        return $"artikel {article}{paragraph}{letter}{law}";
    }

    private static string Text(object? value) => value switch
    {
        null => throw new TemplateException("Een functie van 'nl' kreeg een lege waarde. Vul het gegeven in, of zet er een 'if' omheen."),
        string text => text,
        Markup markup => markup.Text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static TemplateException Wrong(string function, string expected) => new($"'nl.{function}' verwacht {expected}.");
}
