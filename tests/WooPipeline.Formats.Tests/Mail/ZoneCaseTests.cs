using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Tests.Mail;

/// <summary>Pairs of files: a mail, and its text view with the zones written into it, as a person read them.</summary>
public sealed class ZoneCaseTests
{
    private static string Folder => Repository.PathOf("tests", "WooPipeline.Formats.Tests", "Cases", "Mail", "zones");

    public static TheoryData<string> Cases() => [.. Directory.EnumerateFiles(Folder, "*.eml").Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Zones_are_as_a_person_read_them(string name)
    {
        var read = new EmlReader().Read(new SourceFile(name + ".eml", File.ReadAllBytes(Path.Combine(Folder, name + ".eml"))), ReadLimits.Default);
        var expected = File.ReadAllText(Path.Combine(Folder, name + ".zones.txt")).ReplaceLineEndings("\n");
        Assert.Equal(expected, Outline(Assert.IsType<DocumentRead>(read).Tree));
    }

    [Fact]
    public void There_are_at_least_thirty() => Assert.True(Cases().Count >= 30);

    /// <summary>The text up to the original header lines, each zone between brackets with its kind, name and level.</summary>
    private static string Outline(DocumentTree tree)
    {
        var view = TextView.Of(tree);
        var end = view.Text.IndexOf("Oorspronkelijke kopregels", StringComparison.Ordinal);
        var text = new StringBuilder();
        var open = new Stack<Zone>();
        var zones = new Queue<Zone>(view.Zones.Where(z => z.Span.Start < end && z.Kind != ZoneKind.Heading));
        for (var at = 0; at <= end; at++)
        {
            while (open.TryPeek(out var inner) && inner.Span.End <= at)
            {
                open.Pop();
                text.Append("}\n");
            }

            while (zones.TryPeek(out var next) && next.Span.Start <= at)
            {
                open.Push(zones.Dequeue());
                text.Append('{').Append(next.Kind).Append(next.Name is null ? "" : " " + next.Name).Append(next.Level > 0 ? $" {next.Level}" : "").Append(": ");
            }

            if (at < end)
            {
                text.Append(view.Text[at]);
            }
        }

        return text.ToString();
    }
}
