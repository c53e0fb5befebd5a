using WooPipeline.Pipeline;
using WooPipeline.Publication;

namespace WooPipeline.Cli.Tests;

[Collection("console")]
public sealed class GuardedTests
{
    [Fact]
    public void What_the_user_can_mend_exits_with_2_and_the_message()
    {
        var (code, error) = Run(() => throw new DossierException("Maak de map aan."));

        Assert.Equal(2, code);
        Assert.Equal("Maak de map aan.", error.Trim());
        Assert.Equal(2, Run(() => throw new PackageException("x")).Code);
        Assert.Equal(2, Run(() => throw new UnauthorizedAccessException("/geheim/pad")).Code);
    }

    [Fact]
    public void A_fault_of_ours_exits_with_70_and_never_prints_its_message()
    {
        var (code, error) = Run(() => throw new AggregateException(new InvalidOperationException("Jan Smit, 06 12345678")));

        Assert.Equal(70, code);
        Assert.Contains("InvalidOperationException", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Smit", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_among_what_went_wrong_on_several_cores_is_told_as_a_full_disk()
    {
        var (code, error) = Run(() => throw new AggregateException(new InvalidOperationException("x"), new AggregateException(new IOException("vol", 28))));

        Assert.Equal(2, code);
        Assert.StartsWith("De schijf is vol.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_passes_through() => Assert.Equal(1, Run(() => 1).Code);

    private static (int Code, string Error) Run(Func<int> work)
    {
        var before = Console.Error;
        using var error = new StringWriter();
        Console.SetError(error);
        try
        {
            return (Guarded.Run(work), error.ToString());
        }
        finally
        {
            Console.SetError(before);
        }
    }
}
