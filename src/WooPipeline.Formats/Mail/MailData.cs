using System.Collections.Immutable;
using System.Reflection;

namespace WooPipeline.Formats.Mail;

/// <summary>Reads the word lists and tables of this folder, which are data and no code.</summary>
internal static class MailData
{
    /// <summary>The rows of <c>Data/Mail/name</c> after its heading row, cut at semicolons; empty and <c>#</c> lines are left out.</summary>
    /// <param name="name">File name within the folder.</param>
    /// <param name="columns">Columns at most; the last keeps further semicolons.</param>
    public static ImmutableArray<string[]> Rows(string name, int columns)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"WooPipeline.Formats.Data.Mail/{name}")
            ?? Assembly.GetExecutingAssembly().GetManifestResourceStream($"WooPipeline.Formats.Data.Mail.{name}")
            ?? throw new InvalidOperationException($"Data/Mail/{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n').Skip(1)
                .Select(line => line.TrimEnd('\r'))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split(';', columns)),
        ];
    }
}
