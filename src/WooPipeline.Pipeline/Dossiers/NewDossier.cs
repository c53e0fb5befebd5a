namespace WooPipeline.Pipeline;

/// <summary>Makes an empty dossier: folders, a commented <c>dossier.yaml</c> and the registers' headings.</summary>
public static class NewDossier
{
    private static readonly (string Name, string Header)[] Registers =
    [
        ("ambtenaren.csv", "naam;email;functie;onderdeel"),
        ("publieke-personen.csv", "naam;functie;organisatie"),
        ("altijd.csv", "tekst;label;grond"),
        ("nooit.csv", "tekst"),
    ];

    /// <summary>Makes it.</summary>
    /// <exception cref="DossierException">The folder exists and isn't empty.</exception>
    public static void Create(string path)
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
        {
            throw new DossierException($"'{path}' bestaat al en is niet leeg. Kies een andere map.");
        }

        foreach (var folder in new[] { "bronnen", "registers", "teksten", "besluiten" })
        {
            Directory.CreateDirectory(Path.Combine(path, folder));
        }

        foreach (var (name, header) in Registers)
        {
            File.WriteAllText(Path.Combine(path, "registers", name), header + "\n");
        }

        using var template = typeof(NewDossier).Assembly.GetManifestResourceStream("WooPipeline.Pipeline.Data.dossier.yaml")
            ?? throw new InvalidOperationException("Data/dossier.yaml is missing from the assembly.");
        using var target = File.Create(Path.Combine(path, DossierSettingsFile.FileName));
        template.CopyTo(target);
    }
}
