using System.Diagnostics;
using System.Text;

namespace WooPipeline.Testing;

/// <summary>Runs a program that judges our output (pdftotext, mutool, qpdf, xmllint, soffice).</summary>
public static class ExternalTool
{
    /// <summary>True where the program is on the path; prints a line where not.</summary>
    public static bool IsHere(string program)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
        if (!found)
        {
            Console.WriteLine($"skipped: {program} is not installed");
        }

        return found;
    }

    /// <summary>Runs it and gives exit code, standard output and standard error.</summary>
    public static ToolResult Run(string program, params string[] arguments) => Run(TimeSpan.FromMinutes(2), program, arguments);

    /// <summary>Runs it within a time and, where there is a shell to say so, within 4 GB: some files are traps for it.</summary>
    public static ToolResult RunBounded(TimeSpan limit, string program, params string[] arguments) => OperatingSystem.IsWindows()
        ? Run(limit, program, arguments)
        : Run(limit, "/bin/sh", ["-c", "ulimit -v 4000000; exec \"$0\" \"$@\"", program, .. arguments]);

    /// <summary>Runs it within a time.</summary>
    public static ToolResult Run(TimeSpan limit, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} took longer than {limit}");
        }

        return new ToolResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}

/// <summary>What a program gave.</summary>
public sealed record ToolResult(int ExitCode, string Output, string Error);
