using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The functions of the object <c>timespan</c>.</summary>
public class TimeSpanFunctions : ScriptObject
{
    /// <summary>No time at all.</summary>
    public static TimeSpan Zero => TimeSpan.Zero;

    /// <summary>An interval of days.</summary>
    public static TimeSpan FromDays(double days) => TimeSpan.FromDays(days);

    /// <summary>An interval of hours.</summary>
    public static TimeSpan FromHours(double hours) => TimeSpan.FromHours(hours);

    /// <summary>An interval of minutes.</summary>
    public static TimeSpan FromMinutes(double minutes) => TimeSpan.FromMinutes(minutes);

    /// <summary>An interval of seconds.</summary>
    public static TimeSpan FromSeconds(double seconds) => TimeSpan.FromSeconds(seconds);

    /// <summary>An interval of milliseconds.</summary>
    public static TimeSpan FromMilliseconds(double millis) => TimeSpan.FromMilliseconds(millis);

    /// <summary>Reads an interval.</summary>
    public static TimeSpan Parse(TemplateContext context, string? text)
    {
        ArgumentNullException.ThrowIfNull(context);
        return text is null ? TimeSpan.Zero : TimeSpan.Parse(text, context.CurrentCulture);
    }
}
