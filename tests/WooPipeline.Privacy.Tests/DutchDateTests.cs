using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace WooPipeline.Privacy.Tests;

/// <summary>Dates that deadlines and letters use; the reference date is Wednesday 13 March 2024.</summary>
public sealed class DutchDateTests
{
    private static readonly DateOnly Reference = new(2024, 3, 13);

    [Theory]
    [InlineData("De termijn loopt af op vrijdag a.s. om 12 uur.", "vrijdag a.s", "2024-03-15")]
    [InlineData("Reageer uiterlijk 5 april a.s.", "5 april a.s", "2024-04-05")]
    [InlineData("Uw brief van 12 februari jl. is ontvangen", "12 februari jl", "2024-02-12")]
    [InlineData("Wij beslissen binnen vier weken.", "binnen vier weken", "2024-04-10")]
    [InlineData("Dat is anderhalve week geleden.", "anderhalve week geleden", "2024-03-02")]
    [InlineData("Overleg dinsdag over twee weken", "dinsdag over twee weken", "2024-04-02")]
    [InlineData("vandaag over een week", "vandaag over een week", "2024-03-20")]
    [InlineData("over tien werkdagen", "over tien werkdagen", "2024-03-27")]
    [InlineData("op de tweede dinsdag van september 2024 gaat het door", "de tweede dinsdag van september 2024", "2024-09-10")]
    [InlineData("vóór 1 april 2024", "1 april 2024", "2024-04-01")]
    [InlineData("geboren op 3 mei '61", "3 mei '61", "1961-05-03")]
    [InlineData("getekend 2024-03-08 te Zwolle", "2024-03-08", "2024-03-08")]
    [InlineData("Tweede Kerstdag 2024", "Tweede Kerstdag 2024", "2024-12-26")]
    [InlineData("tot en met Hemelvaartsdag 2024", "Hemelvaartsdag 2024", "2024-05-09")]
    [InlineData("Goede Vrijdag 2024", "Goede Vrijdag 2024", "2024-03-29")]
    [InlineData("Koningsdag 2025 valt vroeg", "Koningsdag 2025", "2025-04-26")]
    [InlineData("prinsjesdag 2024", "prinsjesdag 2024", "2024-09-17")]
    [InlineData("di 12 maart 2024", "di 12 maart 2024", "2024-03-12")]
    [InlineData("op de 2e van de maand", "de 2e van de maand", "2024-03-02")]
    [InlineData("een kwartaal geleden", "een kwartaal geleden", "2023-12-13")]
    [InlineData("29 februari 2023", "29 februari 2023", null)]
    public void A_date_that_means_one_day(string text, string passage, string? day)
    {
        var found = Assert.Single(DutchDates.Find(text, Reference));
        Assert.Equal(passage, text[found.Span.Start..found.Span.End]);
        DateOnly? wanted = day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal((wanted, wanted), (found.Next, found.Last));
    }

    [Theory]
    [InlineData("wij zien u op 1 maart", "2025-03-01", "2024-03-01")]
    [InlineData("wij zien u woensdag", "2024-03-13", "2024-03-06")]
    [InlineData("met Pasen komt niemand", "2024-03-31", "2023-04-09")]
    [InlineData("betaal voor de 13e", "2024-03-13", "2024-02-13")]
    [InlineData("op de 31e is het klaar", "2024-03-31", "2024-01-31")]
    public void A_date_that_leaves_the_year_or_month_open(string text, string next, string last)
    {
        var found = Assert.Single(DutchDates.Find(text, Reference));
        Assert.Equal((next, last), (found.Next?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), found.Last?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("de kamer op de 2e verdieping")]
    [InlineData("voor het 25e jubileum en de eerste prijs")]
    [InlineData("artikel 5.1, tweede lid, onder e")]
    [InlineData("bel 06-12-34-56-78 of kijk op 192.168.1.12")]
    [InlineData("een korting van 1/4 % op 3.5 miljoen")]
    [InlineData("goedemorgen, goede morgen allemaal")]
    [InlineData("een bijeenkomst van twee weken in een maand of drie")]
    [InlineData("zo doen wij dat: za, zo en ma zijn korte woorden")]
    [InlineData("de laatste dag van het jaar")]
    [InlineData("kenmerk 2024-03-0012/AB")]
    public void What_is_no_date(string text) => Assert.Empty(DutchDates.Find(text, Reference));

    [Fact]
    public void Any_text_gives_dates_in_order_inside_it() => Prop.ForAll<string>(text =>
    {
        var end = 0;
        return DutchDates.Find(text ?? "", Reference).All(d =>
        {
            var fine = d.Span.Start >= end && d.Span.End > d.Span.Start && d.Span.End <= text!.Length;
            end = d.Span.End;
            return fine;
        });
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1-")]
    [InlineData("de ")]
    [InlineData("2 jaar ")]
    [InlineData("9999 jaar geleden ")]
    [InlineData("tweede ")]
    public void A_megabyte_of_one_thing_ends_in_time(string piece)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        DutchDates.Find(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)), Reference);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }
}
