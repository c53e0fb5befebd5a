namespace WooPipeline.Templating.Tests;

public sealed class TemplateHostTests
{
    private static readonly TemplateObject Model = new("gegevens")
    {
        { "naam", "De *Wit* | Zonen" },
        { "datum", "2023-02-14" },
        { "lijst", new List<object?> { "a", "b, c", "d" } },
        { "vragen", new TemplateObject("vragen") { { "aantal", 7 }, { "ingezonden", "2022-12-29" }, { "onderwerp", null } } },
        { "link", new Markup("[tabel 1](#tabel-1)") },
        { "roep", new TemplateFunction(a => $"{a[0]}!") },
    };

    [Theory]
    [InlineData("{{ naam }}", @"De \*Wit\* \| Zonen")]
    [InlineData("{{ link }} en {{ link | nl.hoofdletter }}", "[tabel 1](#tabel-1) en [Tabel 1](#tabel-1)")]
    [InlineData("{{ datum | nl.datum }}, {{ datum | nl.dag_maand }}, {{ datum | nl.dag_datum }}", "14 februari 2023, 14 februari, dinsdag 14 februari 2023")]
    [InlineData("{{ '2019-05' | nl.datum }} {{ '2019' | nl.datum }} {{ '2019-05-02T09:05' | nl.tijd }}", "mei 2019 2019 9.05")]
    [InlineData("{{ vragen.aantal | nl.telwoord }} {{ 3 | nl.rangtelwoord }} {{ 21 | nl.rangtelwoord }}", "zeven derde 21e")]
    [InlineData("{{ lijst | nl.opsomming }}; {{ lijst | nl.opsomming 'of' }}", "a; b, c en d; a; b, c of d")]
    [InlineData("{{ vragen.aantal | nl.aantal 'vraag' 'vragen' }} {{ lijst | nl.enkel_meer 'ding' 'dingen' }}", "7 vragen dingen")]
    [InlineData("{{ '5.1' | nl.artikel '2' 'e' 'Woo' }}", "artikel 5.1, tweede lid, aanhef en onder e, van de Woo")]
    [InlineData("{{ 'ijsje' | nl.hoofdletter }} {{ roep 'ho' }}", "IJsje ho!")]
    [InlineData("{{ nl.uit vragen 'weg' }}{{ nl.uit vragen 'aantal' }}", "7")]
    [InlineData("{{ for x in lijst }}{{ for.index }}{{ x }} {{ end }}", "0a 1b, c 2d ")]
    public void Values_are_written_in_dutch_and_escaped(string template, string expected) =>
        Assert.Equal(expected, TemplateHost.Create().RenderText(template, "proef.md", Model));

    [Theory]
    [InlineData("een\n{{ vragen.ingezondn }}", "proef.md, regel 2, kolom ", "Bedoelde u 'ingezonden'?")]
    [InlineData("{{ vrgaen.aantal }}", "proef.md, regel 1, kolom 4", "Bedoelde u 'vragen'?")]
    [InlineData("{{ vragen.onderwerp | nl.hoofdletter }}", "proef.md, regel 1", "lege waarde")]
    [InlineData("{{ naam | nl.datum }}", "proef.md, regel 1", "verwacht een datum")]
    [InlineData("{{ if naam }}", "proef.md, regel 1", "niet goed opgebouwd")]
    [InlineData("{{ include 'notta' }}", "proef.md, regel 1", "Bedoelde u 'nota'?")]
    [InlineData("{{ include '../../etc/passwd' }}", "proef.md, regel 1", "geen naam van een sjabloon")]
    [InlineData("{{ include '/etc/passwd' }}", "proef.md, regel 1", "geen naam van een sjabloon")]
    [InlineData("{{ lijst[9] }}", "proef.md, regel 1", "")]
    public void What_is_wrong_is_told_with_its_place_and_what_was_meant(string template, string place, string hint)
    {
        var e = Assert.Throws<TemplateException>(() => TemplateHost.Create().RenderText(template, "proef.md", Model));
        Assert.StartsWith(place, e.Message, StringComparison.Ordinal);
        Assert.Contains(hint, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_whole_and_too_much_is_an_error()
    {
        var model = new TemplateObject("m") { { "lang", new string('a', 2_000_000) } };
        Assert.Equal(2_000_000, TemplateHost.Create().RenderText("{{ lang }}", "p", model).Length);
        var tight = TemplateHost.Create([], TemplateLimits.Default with { OutputLength = 1000 });
        Assert.Contains("langer dan", Assert.Throws<TemplateException>(() => tight.RenderText("{{ lang }}", "p", model)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Loops_and_time_are_bounded()
    {
        var tight = TemplateHost.Create([], TemplateLimits.Default with { Loops = 100, Time = TimeSpan.FromSeconds(2) });
        Assert.Throws<TemplateException>(() => tight.RenderText("{{ for i in 1..1000 }}x{{ end }}", "p", Model));
        var slow = TemplateHost.Create([], TemplateLimits.Default with { Loops = int.MaxValue, Time = TimeSpan.FromMilliseconds(200) });
        Assert.Throws<TemplateException>(() => slow.RenderText("{{ while true }}{{ end }}", "p", Model));
    }

    [Fact]
    public void A_users_template_wins_and_may_include_the_built_in_ones()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("eigen.md"), "{{ include 'deel' 'x' }}");
        File.WriteAllText(folder.File("deel.md"), "**{{ $0 }}**\n");
        var host = TemplateHost.Create(folder.Path);
        Assert.Equal("**x**", host.Render("eigen", Model));
        Assert.Contains("eigen", host.Names(""));
        Assert.Contains("nota", host.Names(""));
    }

    [Fact]
    public void A_link_out_of_a_template_folder_is_not_followed()
    {
        using var folder = new TemporaryFolder();
        using var secret = new TemporaryFolder();
        File.WriteAllText(secret.File("geheim.md"), "geheim");
        File.CreateSymbolicLink(folder.File("geheim.md"), secret.File("geheim.md"));
        Assert.Throws<TemplateException>(() => TemplateHost.Create(folder.Path).Render("geheim", Model));
    }

    [Fact]
    public void What_a_template_assigns_does_not_reach_the_data()
    {
        var host = TemplateHost.Create();
        Assert.Equal("x", host.RenderText("{{ naam = 'x' }}{{ naam }}", "p", Model));
        Assert.Equal(@"De \*Wit\* \| Zonen", host.RenderText("{{ naam }}", "p", Model));
    }
}
