using System.Globalization;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The functions of the object <c>date</c>, and the format in which dates are printed.</summary>
public class DateTimeFunctions : ScriptObject
{
    /// <summary>The format of dates unless a template sets <c>date.format</c>.</summary>
    public const string DefaultFormat = "%d %b %Y";

    internal const string Name = "date";

    private const string FormatKey = "format";

    /// <summary>Creates them with the default format.</summary>
    public DateTimeFunctions()
    {
        SetValue("default_format", DefaultFormat, true);
        SetValue(FormatKey, DefaultFormat, false);
    }

    /// <summary>The format in which dates are printed.</summary>
    [ScriptMemberIgnore]
    public string Format
    {
        get => GetSafeValue<string>(FormatKey) ?? DefaultFormat;
        set => SetValue(FormatKey, value, false);
    }

    /// <summary>The date and time of now.</summary>
    public static DateTime Now() => DateTime.Now;

    /// <summary>The date and time of now in UTC.</summary>
    public static DateTime UtcNow() => DateTime.UtcNow;

    /// <summary>A date some days later.</summary>
    public static DateTime? AddDays(DateTime? date, double days) => date?.AddDays(days);

    /// <summary>A date some months later.</summary>
    public static DateTime? AddMonths(DateTime? date, int months) => date?.AddMonths(months);

    /// <summary>A date some years later.</summary>
    public static DateTime? AddYears(DateTime? date, int years) => date?.AddYears(years);

    /// <summary>A date some hours later.</summary>
    public static DateTime? AddHours(DateTime? date, double hours) => date?.AddHours(hours);

    /// <summary>A date some minutes later.</summary>
    public static DateTime? AddMinutes(DateTime? date, double minutes) => date?.AddMinutes(minutes);

    /// <summary>A date some seconds later.</summary>
    public static DateTime? AddSeconds(DateTime? date, double seconds) => date?.AddSeconds(seconds);

    /// <summary>A date some milliseconds later.</summary>
    public static DateTime? AddMilliseconds(DateTime? date, double millis) => date?.AddMilliseconds(millis);

    /// <summary>Reads a date; null where the text isn't one.</summary>
    public static DateTime? Parse(TemplateContext context, string? text, string? pattern = null, string? culture = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        // A time with an offset is taken in UTC, so the result doesn't depend on the zone of the machine.
        const DateTimeStyles Styles = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;
        var info = CultureOf(context, culture);
        var found = string.IsNullOrEmpty(pattern)
            ? DateTime.TryParse(text, info, Styles, out var date)
            : DateTime.TryParseExact(text, DatePattern.ToDotNet(pattern), pattern.Contains("%g", StringComparison.Ordinal) ? CultureInfo.InvariantCulture : info, Styles, out date);
        return found ? date : null;
    }

    /// <summary>Reads a date and prints it in another format.</summary>
    public static string? ParseToString(
        TemplateContext context,
        string? text,
        string? output_pattern = null,
        string? output_culture = null,
        string? input_pattern = null,
        string? input_culture = null) =>
        Parse(context, text, input_pattern, input_culture) is { } date ? ToString(context, date, output_pattern, output_culture) : null;

    /// <summary>A date in a format.</summary>
    public static string? ToString(TemplateContext context, DateTime? datetime, string? pattern = null, string? culture = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (datetime is not { } date)
        {
            return null;
        }

        var format = string.IsNullOrEmpty(pattern) ? FormatOf(context) : pattern == "%g" ? "%g " + FormatOf(context) : pattern;
        return DatePattern.Format(date, format, CultureOf(context, culture));
    }

    /// <inheritdoc />
    public override IScriptObject Clone(bool deep) => new DateTimeFunctions { Format = Format };

    /// <summary>A date as it is printed without a format.</summary>
    internal static string Print(TemplateContext? context, DateTime date) =>
        DatePattern.Format(date, context is null ? DefaultFormat : FormatOf(context), context?.CurrentCulture ?? CultureInfo.InvariantCulture);

    private static string FormatOf(TemplateContext context) =>
        context.BuiltinObject[Name] is DateTimeFunctions functions ? functions.Format : DefaultFormat;

    private static CultureInfo CultureOf(TemplateContext context, string? culture) =>
        culture is null ? context.CurrentCulture : CultureInfo.GetCultureInfo(culture);
}
