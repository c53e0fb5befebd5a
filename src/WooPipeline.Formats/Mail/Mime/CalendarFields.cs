using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>Appointments (RFC 5545) as field lists: times, organiser, attendees, place, subject, text.</summary>
internal static class CalendarFields
{
    /// <summary>The blocks of an iCalendar text.</summary>
    public static ImmutableArray<Block> Blocks(string text) => ReportFields.Blocks(text);
}
