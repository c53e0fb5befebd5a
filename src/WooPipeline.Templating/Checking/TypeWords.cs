namespace WooPipeline.Templating;

/// <summary>Types as people read them (<c>Data/soorten.csv</c>).</summary>
public static class TypeWords
{
    private static readonly IReadOnlyDictionary<string, (string Name, string Phrase)> Words = Read();

    /// <summary>In a sentence: <c>een lijst</c>.</summary>
    public static string Of(TemplateType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Words[type.Kind.ToString()].Phrase;
    }

    /// <summary>In a list: <c>lijst van groepen</c>, <c>datum</c>.</summary>
    public static string Name(TemplateType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type is { Kind: TemplateKind.List, Item: { Kind: not TemplateKind.Empty } item } ? $"{Words[type.Kind.ToString()].Name} van {Name(item)}" : Words[type.Kind.ToString()].Name;
    }

    private static Dictionary<string, (string Name, string Phrase)> Read()
    {
        using var reader = new StreamReader(typeof(TypeWords).Assembly.GetManifestResourceStream("WooPipeline.Templating.Data.soorten.csv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
            .Select(line => line.Split(';')).ToDictionary(r => r[0], r => (r[1], r[2]), StringComparer.Ordinal);
    }
}
