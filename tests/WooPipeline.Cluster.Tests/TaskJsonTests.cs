using System.Reflection;
using WooPipeline.Documents;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>Nothing of a decision is lost on its way; a member added later fails here until it goes along.</summary>
public sealed class TaskJsonTests
{
    private static readonly Dictionary<Type, object> Other = new()
    {
        [typeof(TextSpan)] = new TextSpan(7, 19),
        [typeof(Label)] = Label.Phone,
        [typeof(Verdict)] = Verdict.Remove,
        [typeof(Ground)] = GroundCatalog.All[3],
        [typeof(string)] = "een \"ander\" woord é",
        [typeof(double)] = 0.1 + 0.2,
        [typeof(bool)] = true,
        [typeof(Evidence)] = new Evidence("name.header", null, "p0004"),
        [typeof(PageArea)] = new PageArea(3, 0.1, 2, 1 / 3.0, 4),
    };

    public static TheoryData<string> Members { get; } = [.. Settable().Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Members))]
    public void Each_member_of_a_decision_comes_back(string member)
    {
        var decision = new Decision { Span = new TextSpan(1, 2), Label = Label.Name, Verdict = Verdict.Keep };
        var property = typeof(Decision).GetProperty(member)!;
        property.SetValue(decision, Other[Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType]);

        Assert.Equal(decision, Back(new TaskJson(null), decision));
        Assert.Equal(decision, Back(new TaskJson(new TextPool()), decision));
    }

    [Fact]
    public void A_whole_decision_comes_back()
    {
        var decision = new Decision { Span = new TextSpan(1, 2), Label = Label.Name, Verdict = Verdict.Remove };
        foreach (var property in Settable())
        {
            property.SetValue(decision, Other[property.PropertyType]);
        }

        Assert.Equal(decision, Back(new TaskJson(new TextPool()), decision));
    }

    private static Decision Back(TaskJson json, Decision decision)
    {
        var pair = json.Read<Decision[]>(json.Write(new[] { decision, decision }));
        Assert.Equal(pair[0], pair[1]);
        return pair[0];
    }

    private static IEnumerable<PropertyInfo> Settable() => typeof(Decision).GetProperties().Where(p => p.CanWrite);
}
