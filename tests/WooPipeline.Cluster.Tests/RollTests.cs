namespace WooPipeline.Cluster;

/// <summary>Who is told to belong together, and who not.</summary>
public sealed class RollTests
{
    private readonly List<string> said = [];

    [Fact]
    public void A_worker_of_another_build_is_named_once_and_not_counted()
    {
        var roll = new Roll(Run("bouw1"), said.Add);
        roll.Hear(Worker("a", "bouw2"));
        roll.Hear(Worker("b", "bouw2"));
        roll.Hear(Worker("c", "bouw1"));
        roll.Hear(Run("bouw2"));

        Assert.Equal(1, roll.Workers);
        Assert.Single(said);
        Assert.Contains("bouw2", said[0], StringComparison.Ordinal);
        Assert.Contains("dezelfde versie", said[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_worker_tells_of_a_run_that_it_does_not_serve()
    {
        var roll = new Roll(Worker("a", "bouw1"), said.Add);
        roll.Hear(Run("bouw1"));
        Assert.Empty(said);
        roll.Hear(Run("bouw2"));
        roll.Hear(Run("bouw1") with { Store = "andere" });

        Assert.Equal(2, said.Count);
        Assert.Contains("doet daar niet aan mee", said[0], StringComparison.Ordinal);
        Assert.Contains("andere gedeelde map", said[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_counts_workers_and_what_they_have_in_hand()
    {
        var roll = new Roll(Run("bouw1"), said.Add);
        Assert.Equal("geen werkers", roll.Line);
        roll.Hear(Worker("a", "bouw1") with { InHand = 2 });
        roll.Hear(Worker("b", "bouw1") with { InHand = 1 });

        Assert.Equal(3, roll.InHand);
        Assert.StartsWith("2 werkers: a ", roll.Line, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_hello_is_nothing() => Assert.Null(Hello.Read("geen json"u8));

    private static Hello Worker(string id, string build) => new(true, id, build, "tesseract", "winkel", 2, 0, 0);

    private static Hello Run(string build) => new(false, "r", build, "", "winkel", 0, 0, 0);
}
