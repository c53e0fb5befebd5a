using WooPipeline.Pipeline;

namespace WooPipeline.Cli;

/// <summary>Reads a key that the user names; what it holds is never printed.</summary>
internal static class KeyFile
{
    public static string Read(string path) => File.Exists(path) ? File.ReadAllText(path)
        : throw new DossierException($"Het sleutelbestand '{path}' bestaat niet.");
}
