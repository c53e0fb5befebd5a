using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Pipeline;
using WooPipeline.Privacy;

namespace WooPipeline.Cluster;

/// <summary>Nothing of a decision, a unit or what was seen is lost on its way; a member added later fails here until it goes along.</summary>
public sealed class PackTests
{
    private static readonly Dictionary<Type, object> Other = new()
    {
        [typeof(TextSpan)] = new TextSpan(7, 19),
        [typeof(Label)] = Label.Phone,
        [typeof(Verdict)] = Verdict.Remove,
        [typeof(Ground)] = GroundCatalog.All[3],
        [typeof(string)] = "een \"ander\" woord é",
        [typeof(int)] = 7,
        [typeof(Quarantined)] = new Quarantined("kapot", "Dit bestand is kapot.") { Place = "blad 3" },
        [typeof(DocumentKind)] = DocumentKind.Email,
        [typeof(DateTimeOffset)] = DateTimeOffset.Parse("2025-03-03T10:00:00.1234567-03:30", CultureInfo.InvariantCulture),
        [typeof(ImmutableArray<Deviation>)] = ImmutableArray.Create(new Deviation("eml.kop", "regel 3")),
        [typeof(double)] = 0.1 + 0.2,
        [typeof(bool)] = true,
        [typeof(Evidence)] = new Evidence("name.header", null, "p0004"),
        [typeof(PageArea)] = new PageArea(3, 0.1, 2, 1 / 3.0, 4),
    };

    public static TheoryData<string> Members { get; } = [.. Settable(typeof(Decision)).Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Members))]
    public void Each_member_of_a_decision_comes_back(string member)
    {
        var decision = new Decision { Span = new TextSpan(1, 2), Label = Label.Name, Verdict = Verdict.Keep };
        var property = typeof(Decision).GetProperty(member)!;
        property.SetValue(decision, Other[Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType]);

        Assert.Equal(decision, Back(decision));
    }

    [Fact]
    public void A_whole_decision_comes_back()
    {
        var decision = new Decision { Span = new TextSpan(1, 2), Label = Label.Name, Verdict = Verdict.Remove };
        foreach (var property in Settable(typeof(Decision)))
        {
            property.SetValue(decision, Other[property.PropertyType]);
        }

        Assert.Equal(decision, Back(decision));
    }

    [Fact]
    public void Each_member_of_a_unit_comes_back_but_what_stays_behind()
    {
        string[] behind = [nameof(StoredUnit.Message), nameof(StoredUnit.Passages)];
        foreach (var property in Settable(typeof(StoredUnit)).Where(p => !behind.Contains(p.Name)))
        {
            var unit = new StoredUnit { Path = "p", Sha256 = "s" };
            property.SetValue(unit, Other[Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType]);
            var to = new PackWriter();
            to.Unit(unit);

            Assert.NotEqual(JsonSerializer.Serialize(new StoredUnit { Path = "p", Sha256 = "s" }), JsonSerializer.Serialize(unit));
            Assert.Equal(JsonSerializer.Serialize(unit), JsonSerializer.Serialize(new PackReader(to.ToArray()).Unit()));
        }
    }

    [Fact]
    public void All_that_was_seen_comes_back()
    {
        var name = new PersonName(["jan", "piet"], "jp", ["van", "der"], ["berg"], [1]);
        var sighting = new Sighting(name, Second<Strength>(), "name.header", 77, "j@voorbeeld.example", "directeur", "Bureau", true);
        var facts = new DocumentFacts("7", "8", [sighting, sighting with { Email = null, Function = null, Organisation = null, Offset = 0 }], ["ding"], ["0701234567"], ["straat"], ["plein"], new DateOnly(2025, 3, 3), ["voorbeeld"]);

        // A member added later that isn't set here is told by its being at its default.
        Assert.All(Told(facts).Concat(Told(sighting)).Concat(Told(name)), m => Assert.NotEqual("null", m));
        Assert.Equal(JsonSerializer.Serialize(facts), JsonSerializer.Serialize(FactsPack.Read(FactsPack.Write(facts))));
        Assert.Null(FactsPack.Read(FactsPack.Write(null)));
        var bare = new DocumentFacts("", null, [], [], [], [], []);
        Assert.True(FactsPack.Read(FactsPack.Write(bare))!.Domains.IsDefault);
        Assert.Null(FactsPack.Read(FactsPack.Write(bare))!.Date);
    }

    [Fact]
    public void Forms_come_back_with_their_decisions()
    {
        var decision = new Decision { Span = new TextSpan(3, 9), Label = Label.Name, Verdict = Verdict.Remove, Reason = "omdat" };

        Assert.Equal([("Jan", decision), ("Piet", decision)], FormsPack.Read(FormsPack.Write([("Jan", decision), ("Piet", decision)])));
    }

    [Fact]
    public void All_texts_and_numbers_come_back() => Prop.ForAll<string?[], int[], double[]>((texts, numbers, reals) =>
    {
        string?[] all = [.. texts, "lone \ud800 surrogate", new string('é', 300), "€", .. texts];
        int[] most = [.. numbers, int.MinValue, int.MaxValue, -1, 0, 63, 64, -64, -65];
        var to = new PackWriter();
        to.All(all, to.Text);
        to.All(most, to.Number);
        to.All(reals, to.Real);
        foreach (var pool in new[] { null, new TextPool() })
        {
            var from = new PackReader(to.ToArray(), pool);
            Assert.Equal(all, from.All(from.Text), StringComparer.Ordinal);
            Assert.Equal(most, from.All(from.Number));
            Assert.Equal(reals, from.All(from.Real));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bytes_that_are_cut_off_or_changed_are_told_so_or_give_something_but_never_hang()
    {
        var facts = new DocumentFacts("7", null, [], ["ding", "zaak"], ["0701234567"], ["straat"], ["plein"]);
        var bytes = FactsPack.Write(facts);
        for (var i = 0; i < bytes.Length; i++)
        {
            Assert.Throws<InvalidDataException>(() => FactsPack.Read(bytes[..i]));
            for (var value = 0; value < 256; value++)
            {
                var changed = bytes.ToArray();
                changed[i] = (byte)value;
                var thrown = Record.Exception(() => FactsPack.Read(changed));
                Assert.True(thrown is null or InvalidDataException or ArgumentException, $"{thrown}");
            }
        }
    }

    private static Decision Back(Decision decision)
    {
        var pool = new TextPool();
        var to = new PackWriter();
        to.Decisions(PackedDecisions.Of([decision, decision with { Span = new TextSpan(0, 3) }, decision], pool));
        var back = new PackReader(to.ToArray(), pool).Decisions(pool).All();
        Assert.Equal([decision, decision with { Span = new TextSpan(0, 3) }, decision], back);
        return back[0];
    }

    private static T Second<T>() => (T)Enum.GetValuesAsUnderlyingType(typeof(T)).GetValue(1)!;

    private static IEnumerable<string> Told(object of) => of.GetType().GetProperties().Where(p => p.CanWrite)
        .Select(p => p.GetValue(of) is { } value && !value.Equals(p.PropertyType.IsValueType ? Activator.CreateInstance(p.PropertyType) : null) ? p.Name : "null");

    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties().Where(p => p.CanWrite);
}
