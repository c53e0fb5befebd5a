using System.Globalization;

namespace WooPipeline.Publication;

/// <summary>Dates as lists and metadata want them. Nothing here knows what day it is.</summary>
internal static class PackageDates
{
    /// <summary><c>2025-03-26</c>, or empty.</summary>
    public static string Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The start of a day in the Netherlands as xs:dateTime, by the rule of Directive 2000/84/EC, without a time zone database.</summary>
    public static string DateTime(DateOnly date)
    {
        var summer = date > LastSunday(date.Year, 3) && date <= LastSunday(date.Year, 10);
        return Iso(date) + "T00:00:00" + (summer ? "+02:00" : "+01:00");
    }

    /// <summary>The date of what is written about the dossier: decided, else asked for, else the end of its period; null where it gives none.</summary>
    public static DateOnly? Of(PackageDossier dossier) => dossier.DecisionDate ?? dossier.RequestDate ?? dossier.PeriodEnd;

    private static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, 31);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
