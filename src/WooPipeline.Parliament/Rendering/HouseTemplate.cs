using System.Collections.Immutable;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>
/// Reads <c>huissjablonen/NAME.yaml</c>: how a ministry sets its papers. Keys: naam; stempels (by kind of note); velden (groups veld, label:
/// the note's head, in order; those with <c>intern: ja</c> stand in the internal version only); delen (groups deel, kop, onder: the note's
/// sections, in order); nummering; opening. Of its letters: brief_retouradres; brief_aan (lines); brief_velden (as velden); brief_clausule;
/// brief_mede_namens (opening or ondertekening). What a house says nothing of in its letters is as in <c>algemeen</c>.
/// </summary>
internal static class HouseTemplate
{
    private const string Folder = "huissjablonen/";

    private const string General = "algemeen";
    private static readonly ImmutableArray<string> LetterKeys = ["brief_retouradres", "brief_aan", "brief_velden", "brief_clausule", "brief_mede_namens"];

    public static TemplateObject Load(string name, TemplateHost host)
    {
        var house = Read(name, host);
        var general = name == General || !host.Files(Folder).Contains(Folder + General + ".yaml") ? null : Read(General, host);
        foreach (var key in LetterKeys.Where(k => !house.Has(k)))
        {
            house[key] = general is not null && general.Has(key) ? general[key] : null;
        }

        Complete(house, "velden", "veld", "label", "waarde", "intern");
        Complete(house, "brief_velden", "veld", "label", "waarde", "intern");
        Complete(house, "delen", "deel", "kop", "onder", "onder_kop", "standaard");
        return house;
    }

    private static TemplateObject Read(string name, TemplateHost host)
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
