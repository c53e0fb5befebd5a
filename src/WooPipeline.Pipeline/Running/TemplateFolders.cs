using WooPipeline.Documents;
using WooPipeline.Templating;

namespace WooPipeline.Pipeline;

/// <summary>Where templates are looked for: the dossier's own first, then those that come with the tool.</summary>
internal static class TemplateFolders
{
    public static IReadOnlyList<string> For(DossierFolder dossier)
    {
        string[] folders = [dossier.Templates, Path.Combine(AppContext.BaseDirectory, "templates")];
        return [.. folders.Where(Directory.Exists)];
    }

    public static HouseStyle HouseStyle(IReadOnlyList<string> folders)
    {
        var folder = folders.Select(f => Path.Combine(f, "huisstijl")).FirstOrDefault(Directory.Exists);
        return folder is null ? new HouseStyle() : HouseStyleFile.Load(folder);
    }
}
