using System.Diagnostics;

namespace WooPipeline.EndToEnd;

/// <summary>Runs the built command as a user would.</summary>
internal static class Woo
{
    /// <summary>Exit code and output of <c>woo ARGUMENTS</c>.</summary>
    public static ToolResult Run(params string[] arguments) => Run(new Dictionary<string, string>(), arguments);

    /// <summary>The same with environment variables.</summary>
    public static ToolResult Run(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new ToolResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>The command, just started; both outputs are redirected.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "woo.dll") },
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
