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

        var house = DossierView.Of("huis", keys);
        house["opening"] ??= "bzk";
        Complete(house, "velden", "veld", "label", "waarde");
        Complete(house, "delen", "deel", "kop", "onder", "onder_kop", "standaard");
        return house;
    }

    // Templates are strict: what a group may leave out is there, and empty.
    private static void Complete(TemplateObject house, string list, params string[] keys)
    {
        foreach (var group in ((IEnumerable<object?>?)house[list] ?? []).OfType<TemplateObject>())
        {
            foreach (var key in keys.Where(k => !group.Has(k)))
            {
                group[key] = null;
            }
        }
    }
}
