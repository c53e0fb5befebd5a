using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Privacy;

namespace WooPipeline.Cluster;

/// <summary>A register of persons that went through bytes decides as the one it came from.</summary>
public sealed class PersonRegisterFileTests
{
    private const string Text = "Van: Quirijntje Achternaamse <q.achternaamse@voorbeeld.example>\n\nMet vriendelijke groet,\nQuirijntje Achternaamse\nsenior beleidsmedewerker\nTelefoon: 06 12345678\n";

    [Fact]
    public void All_of_a_register_comes_back()
    {
        var engine = PrivacyEngine.Create(PolicySettings.Default, PrivacyRegisters.Empty);
        var tree = new DocumentTree { Title = "", Language = "nl", Kind = DocumentKind.Text, FileName = "", Blocks = [.. Text.Split('\n').Where(l => l.Length > 0).Select(l => Paragraph.Of(l))] };
        var document = new PrivacyDocument("0001", TextView.Of(tree), new DateOnly(2025, 3, 3), "7", DocumentKind.Text);
        var register = engine.Merge([engine.Scan(document)]);
        var seen = register.Persons.First(p => p.Role is null);
        register = register.Adjusted([PersonAdjustment.On(seen, new PersonRuling(Verdict.Keep, "", "bekend", "beoordelaar"))]);
        Assert.Contains(register.Persons, p => p.Ruling is not null);
        Assert.Contains(register.Persons, p => p.Role is not null);

        var bytes = PersonRegisterFile.Write(register);
        var back = PersonRegisterFile.Read(bytes);

        Assert.Equal(bytes, PersonRegisterFile.Write(back));
        Assert.Equal(register.Persons.Select(Told), back.Persons.Select(Told));
        Assert.Equal(engine.Decide(document, engine.Detect(document, register), register), engine.Decide(document, engine.Detect(document, back), back));
    }

    [Fact]
    public void Each_member_of_a_person_is_one_that_bytes_can_set() =>
        Assert.All(typeof(Person).GetProperties().Where(p => p.Name != nameof(Person.IsDossierWide)), p => Assert.True(p.CanWrite, p.Name));

    /// <summary>All members as text, lists with what is in them.</summary>
    private static string Told(Person person) => string.Join('|', typeof(Person).GetProperties().Select(p => p.GetValue(person) switch
    {
        ImmutableArray<PersonName> names => string.Join(';', names.Select(n => $"{string.Join(' ', n.Given)} {n.Initials} {string.Join(' ', n.Particles)} {string.Join(' ', n.Surname)} {string.Join(' ', n.Halves)}")),
        ImmutableArray<string> values => string.Join(';', values),
        ImmutableSortedSet<string> values => string.Join(';', values),
        var value => $"{value}",
    }));
}
