using System.CommandLine;

namespace WooPipeline.Cli;

/// <summary>What is printed when the call itself is wrong.</summary>
internal static class Usage
{
    public static int Print(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
        {
            Console.Error.WriteLine(error.Message);
        }

        Console.Error.WriteLine("Zie 'woo --help' voor de opdrachten.");
        return ExitCodes.Usage;
    }
}
