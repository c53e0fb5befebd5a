namespace WooPipeline.Parliament.Tests;

public sealed class TermCalendarTests
{
    [Fact]
    public void Terms_follow_from_the_questions_and_the_commitments()
    {
        var calendar = TermCalendar.Of(ParliamentDossier.Load(Fixture.Folder("trusted-flagger")));
        Assert.Equal(
            "vrijdag 29 december 2023: Antwoord of uitstelbericht op vragen 2023Z20417 (gedaan)\n" +
            "vrijdag 19 januari 2024: Antwoord op vragen 2023Z20417 na uitstel (nog 9 dagen)\n" +
            "vrijdag 19 januari 2024: Toezegging 1 nakomen (gedaan)\n",
            calendar.ToText(new DateOnly(2024, 1, 10)));
    }

    [Fact]
    public void The_calendar_file_is_folded_and_the_same_each_time()
    {
        var source = new Provenance("x");
        var calendar = new TermCalendar([new TermEntry(new DateOnly(2024, 2, 29), "a", "Antwoord; met, leestekens en " + new string('é', 80), false, source)]);
        var text = calendar.ToICalendar(new DateOnly(2024, 1, 1));
        Assert.Equal(text, calendar.ToICalendar(new DateOnly(2024, 1, 1)));
        Assert.All(text.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75));
        Assert.Contains("SUMMARY:Antwoord\\; met\\, leestekens", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20240229\r\nDTEND;VALUE=DATE:20240301\r\n", text, StringComparison.Ordinal);
        Assert.Equal(80, text.Replace("\r\n ", "", StringComparison.Ordinal).Count(c => c == 'é'));
    }
}
