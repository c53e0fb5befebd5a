using System.Collections.Immutable;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>
/// Reads <c>huissjablonen/NAME.yaml</c>: how a ministry sets its papers. Keys: naam; stempels (by kind of note); velden (groups veld, label:
/// the note's head, in order); delen (groups deel, kop, onder: the note's sections, in order); nummering; bijlagekolommen; standaardzin;
/// brief (afzender, opening, mede_namens, slot).
/// </summary>
internal static class HouseTemplate
{
    private const string Folder = "huissjablonen/";

    public static TemplateObject Load(string name, TemplateHost host)
    {
        var file = $"{Folder}{name}.yaml";
        if (host.ReadText(file) is not { } text)
        {
            var known = host.Files(Folder).Select(f => Path.GetFileNameWithoutExtension(f));
            throw new TemplateException($"dossier.yaml, 'huissjabloon': '{name}' is er niet. {Suggestion.Sentence(name, known)}");
        }

        var problems = new ProblemList();
        var keys = FrontMatterReader.Parse(text, file, problems);
        if (problems.ToImmutable() is [var first, ..])
        {
            throw new TemplateException(first.ToString());
        }

        return DossierView.Of("huis", keys);
    }
}
