using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Privacy;

namespace WooPipeline.Pipeline;

/// <summary>A bundle, unpacked: what the stages of a task are made from.</summary>
internal sealed class TaskDossier : IDisposable
{
    private readonly string? fonts;

    public TaskDossier(TaskBundle bundle)
    {
        Settings = bundle.Settings;
        Native = bundle.Native;
        Catalog = Catalogs.For(Settings);
        fonts = bundle.Fonts.Count == 0 ? null : Unpack(bundle.Fonts);
        Style = bundle.Style with { FontFolder = fonts };
        var registers = Unpack(bundle.Registers);
        try
        {
            Engine = PrivacyEngine.Create(PolicySettings.Parse(Settings.PolicyYaml), PrivacyRegisters.Load(registers));
        }
        finally
        {
            Directory.Delete(registers, recursive: true);
        }
    }

    public DossierSettings Settings { get; }

    public HouseStyle Style { get; }

    public bool Native { get; }

    public FormatCatalog Catalog { get; }

    public PrivacyEngine Engine { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (fonts is not null)
        {
            Directory.Delete(fonts, recursive: true);
        }
    }

    /// <summary>A folder that only this user can look into, with the files.</summary>
    private static string Unpack(SortedDictionary<string, byte[]> files)
    {
        var folder = Directory.CreateTempSubdirectory("woo-").FullName;
        foreach (var (name, content) in files)
        {
            File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(name)), content);
        }

        return folder;
    }
}
