using System.Text.Json;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>All of a dossier that a task needs beside its document: settings, policy, registers and house style.</summary>
internal sealed record TaskBundle
{
    public required DossierSettings Settings { get; init; }

    public required HouseStyle Style { get; init; }

    public required bool Native { get; init; }

    /// <summary>Files of <c>registers/</c> by name.</summary>
    public required SortedDictionary<string, byte[]> Registers { get; init; }

    /// <summary>Font files of the house by name.</summary>
    public required SortedDictionary<string, byte[]> Fonts { get; init; }

    /// <summary>The bundle of a dossier.</summary>
    public static TaskBundle Of(DossierFolder dossier, HouseStyle style, bool native) => new()
    {
        // The whole file is for rooms that no task enters.
        Settings = dossier.Settings with { Yaml = "" },
        Style = style with { FontFolder = null },
        Native = native || dossier.Settings.Native,
        Registers = Files(dossier.Registers),
        Fonts = Files(style.FontFolder),
    };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static TaskBundle Read(byte[] bytes) => JsonSerializer.Deserialize<TaskBundle>(bytes) ?? throw new JsonException("The bundle holds nothing.");

    private static SortedDictionary<string, byte[]> Files(string? folder)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in folder is not null && Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [])
        {
            files.Add(Path.GetFileName(file), File.ReadAllBytes(file));
        }

        return files;
    }
}
