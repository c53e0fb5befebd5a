using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Privacy.Tests;

/// <summary>
/// Values times contexts (<c>Cases/matrix/*.txt</c>): <c>value</c> lines are put at <c>‹›</c> of <c>in</c> lines, where they must go, and of
/// <c>out</c> lines, where they must stay; <c>+</c> and <c>-</c> lines have their own values marked.
/// </summary>
public sealed class RecogniserMatrixTests
{
    private static readonly DateOnly Written = new(2023, 6, 1);

    [Theory]
    [InlineData("access", 0.97, 0.99)]
    [InlineData("account", 0.96, 0.99)]
    [InlineData("address", 0.94, 0.99)]
    [InlineData("birthdate", 0.99, 0.99)]
    [InlineData("cells", 0.97, 0.97)]
    [InlineData("handle", 0.97, 0.99)]
    [InlineData("id", 0.97, 0.99)]
    [InlineData("phone", 0.98, 0.98)]
    [InlineData("room", 0.96, 0.98)]
    public void Goes_and_stays(string name, double least, double leastKept)
    {
        var engine = PrivacyEngine.Create(PolicySettings.Default, PrivacyRegisters.Load(Path.Combine(Repository.PathOf("tests"), "no-registers")));
        var (gone, go, kept, keep) = (0, 0, 0, 0);
        var wrong = new StringBuilder();
        foreach (var (marked, goes) in Probes(File.ReadAllLines(Repository.PathOf("tests", "WooPipeline.Privacy.Tests", "Cases", "matrix", name + ".txt"))))
        {
            var right = IsRight(engine, marked, goes);
            (gone, go, kept, keep) = goes ? (gone + (right ? 1 : 0), go + 1, kept, keep) : (gone, go, kept + (right ? 1 : 0), keep + 1);
            _ = right ? wrong : wrong.Append(goes ? "leaks: " : "gone: ").AppendLine(marked);
        }

        Assert.True(gone >= least * go && kept >= leastKept * keep, $"{name}: {gone} of {go} went, {kept} of {keep} stayed\n{wrong}");
    }

    private static IEnumerable<(string Marked, bool Goes)> Probes(string[] lines)
    {
        var values = lines.Where(l => l.StartsWith("value ", StringComparison.Ordinal)).Select(l => l[6..]).ToArray();
        foreach (var line in lines)
        {
            var cut = line.IndexOf(' ', StringComparison.Ordinal);
            var (kind, body) = cut < 0 ? ("", "") : (line[..cut], line[(cut + 1)..].Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal));
            if (kind is "+" or "-")
            {
                yield return (body, kind == "+");
            }
            else if (kind is "in" or "out")
            {
                foreach (var value in values)
                {
                    yield return (body.Replace("‹›", $"‹{value}›", StringComparison.Ordinal), kind == "in");
                }
            }
        }
    }

    /// <summary>All letters and digits between the marks go, or none of them.</summary>
    private static bool IsRight(PrivacyEngine engine, string marked, bool goes)
    {
        var text = new StringBuilder();
        var places = new List<int>();
        var inside = false;
        foreach (var c in marked)
        {
            if (c is '‹' or '›')
            {
                inside = c == '‹';
                continue;
            }

            if (inside && char.IsLetterOrDigit(c))
            {
                places.Add(text.Length);
            }

            text.Append(c);
        }

        var document = TestEngine.Document(text.ToString(), date: Written);
        var register = engine.Merge([engine.Scan(document)]);
        var redactions = Redaction.From(engine.Decide(document, engine.Detect(document, register), register));
        return places.TrueForAll(p => redactions.Any(r => r.Span.Start <= p && p < r.Span.End) == goes);
    }
}
