namespace WooPipeline.Pipeline;

/// <summary>A dossier as the user keeps it; only <c>bronnen/</c> must be there.</summary>
public sealed record DossierFolder
{
    private DossierFolder(string path, DossierSettings settings)
    {
        Root = path;
        Settings = settings;
    }

    /// <summary>Full path of the folder.</summary>
    public string Root { get; }

    /// <summary>What <c>dossier.yaml</c> says.</summary>
    public DossierSettings Settings { get; init; }

    /// <summary>Folder of the sources.</summary>
    public string Sources => Path.Combine(Root, "bronnen");

    /// <summary>Folder of the registers; may be absent.</summary>
    public string Registers => Path.Combine(Root, "registers");

    /// <summary>Folder of decisions taken in review; may be absent.</summary>
    public string Decisions => Path.Combine(Root, "besluiten");

    /// <summary>Folder of the user's own templates; may be absent.</summary>
    public string Templates => Path.Combine(Root, "templates");

    /// <summary>Opens a dossier.</summary>
    /// <exception cref="DossierException">The folder or its <c>bronnen/</c> is missing, or <c>dossier.yaml</c> is wrong.</exception>
    public static DossierFolder Open(string path)
    {
        var full = Path.GetFullPath(path);
        if (!Directory.Exists(full))
        {
            throw new DossierException($"De map '{path}' bestaat niet. Geef de map van het dossier op, of maak er een met 'woo new {path}'.");
        }

        if (!Directory.Exists(Path.Combine(full, "bronnen")))
        {
            throw new DossierException($"In '{path}' staat geen map 'bronnen'. Zet de te publiceren bestanden daarin, of maak een leeg dossier met 'woo new'.");
        }

        return new DossierFolder(full, DossierSettingsFile.Load(Path.Combine(full, DossierSettingsFile.FileName)));
    }
}
