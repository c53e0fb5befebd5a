using System.Collections.Immutable;

namespace WooPipeline.Publication;

/// <summary>Reads the room's own tables: <c>;</c>-separated, a heading line, no quotes.</summary>
internal static class DataTable
{
    /// <summary>The rows below the heading, each with all its cells.</summary>
    public static ImmutableArray<string[]> Read(string name)
    {
        using var stream = typeof(DataTable).Assembly.GetManifestResourceStream("WooPipeline.Publication.Data." + name)
            ?? throw new InvalidOperationException($"Data/{name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var rows = ImmutableArray.CreateBuilder<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                rows.Add(line.Split(';'));
            }
        }

        return rows.ToImmutable();
    }
}
