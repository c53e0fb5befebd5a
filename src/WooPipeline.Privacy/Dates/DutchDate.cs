using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// A date in Dutch text, resolved against a reference date. Where the text leaves the year, month or week open both the next and the
/// last date it can mean are given; otherwise they are the same. Both are null where no such date exists (<c>30 februari</c>).
/// </summary>
/// <param name="Span">Where it stands, in UTF-16 units, end exclusive.</param>
/// <param name="Next">The first such date on or after the reference date: what a deadline means.</param>
/// <param name="Last">The last such date before the reference date: what an event means.</param>
public sealed record DutchDate(TextSpan Span, DateOnly? Next, DateOnly? Last);
