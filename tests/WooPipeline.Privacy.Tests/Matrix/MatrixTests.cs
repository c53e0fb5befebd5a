namespace WooPipeline.Privacy.Tests;

/// <summary>
/// Kinds of names against kinds of sentences: whether a name that stands once is found in every place in which people write names,
/// and whether things that are called after people stay. Each run takes a diagonal part; the whole is measured where a variable asks for it.
/// </summary>
public sealed class MatrixTests
{
    private const string Whole = "WOO_MATRIX";

    [Theory]
    [InlineData(false, 0.93)]
    [InlineData(true, 0.99)]
    public void Names_are_found(bool known, double least)
    {
        var run = new MatrixRun();
        var persons = MatrixRun.Persons();
        var contexts = MatrixRun.Rows("contexts.csv").ToList();
        var step = Environment.GetEnvironmentVariable(Whole) is null ? 16 : 1;
        var report = new MatrixReport();
        for (var p = 0; p < persons.Count; p++)
        {
            var sent = known ? run.Sent(persons[p]) : null;
            for (var c = p % step; c < contexts.Count; c += step)
            {
                var text = MatrixText.Fill(contexts[c][1], persons[p].Write);
                report.Add(persons[p].Kind, contexts[c][0], persons[p].Full, run.Count(text, sent, inside: true, removed: false));
            }
        }

        report.Print($"names{(known ? "-known" : "")}");
        Assert.True(report.Right >= least, $"{report.Right:0.0000}");
    }

    [Fact]
    public void Things_stay()
    {
        var run = new MatrixRun();
        var report = new MatrixReport();
        var contexts = MatrixRun.Rows("trapcontexts.csv").ToList();
        foreach (var trap in MatrixRun.Rows("traps.csv"))
        {
            foreach (var context in contexts.Where(c => c[0].Split(',').Contains(trap[0])))
            {
                var text = MatrixText.Fill(context[1], form => form == 'T' ? trap[1] : null);
                report.Add(trap[0], context[1], trap[1], run.Count(text, null, inside: true, removed: true));
            }
        }

        report.Print("things");
        Assert.True(report.Right >= 0.955, $"{report.Right:0.0000}");
    }

    [Fact]
    public void Words_around_a_name_stay()
    {
        var run = new MatrixRun();
        var report = new MatrixReport();
        var persons = MatrixRun.Persons();
        foreach (var (context, c) in MatrixRun.Rows("contexts.csv").Select((r, i) => (r, i)))
        {
            for (var p = c % 31; p < persons.Count; p += 31)
            {
                report.Add(persons[p].Kind, context[0], persons[p].Full, run.Count(MatrixText.Fill(context[1], persons[p].Write), null, inside: false, removed: true));
            }
        }

        report.Print("around");
        Assert.True(report.Right >= 0.99, $"{report.Right:0.0000}");
    }
}
