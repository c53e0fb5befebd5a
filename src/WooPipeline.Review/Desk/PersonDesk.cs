using System.Collections.Immutable;
using WooPipeline.Pipeline;
using WooPipeline.Privacy;

namespace WooPipeline.Review;

/// <summary>The register of persons with what reviewers said of it.</summary>
internal sealed class PersonDesk
{
    private readonly ReviewDossier dossier;
    private readonly PersonStore store;
    private Lazy<PersonRegister> persons = null!;

    public PersonDesk(ReviewDossier dossier)
    {
        this.dossier = dossier;
        store = new PersonStore(dossier.Folder.Decisions);
        Set(store.Load());
    }

    /// <summary>Two decisions on persons are one where the same reviewer took them at the same moment.</summary>
    public static IEqualityComparer<PersonDecision> SameDecision { get; } =
        EqualityComparer<PersonDecision>.Create((a, b) => a?.At == b?.At && a?.By == b?.By, d => d.At.GetHashCode(StringComparison.Ordinal));

    /// <summary>What reviewers said.</summary>
    public ImmutableArray<PersonDecision> Decisions { get; private set; }

    /// <summary>The register as they say it is; made when it is first asked for.</summary>
    public PersonRegister Persons => persons.Value;

    /// <summary>Saves new decisions and makes the register anew.</summary>
    public void Save(ImmutableArray<PersonDecision> decisions)
    {
        EnsureStill(Decisions);
        store.Save(decisions);
        Set(decisions);
    }

    /// <summary>The register with one more change, not saved.</summary>
    public PersonRegister With(PersonAdjustment adjustment) => Adjusted([.. Decisions, new PersonDecision(adjustment, "", "")]);

    /// <summary>Refuses where someone else changed the file since.</summary>
    public void EnsureStill(ImmutableArray<PersonDecision> expected)
    {
        var saved = store.Load();
        if (!saved.SequenceEqual(expected, SameDecision))
        {
            Set(saved);
            throw ReviewException.Conflict("Iemand anders heeft intussen personen samengevoegd of gesplitst. De nieuwe stand is geladen; probeer het opnieuw.");
        }
    }

    /// <summary>Documents in which a person may stand whose names differ between two registers.</summary>
    public IReadOnlySet<string> Affected(IEnumerable<ReviewDocument> documents, PersonRegister before, PersonRegister after)
    {
        var (was, now) = (before.Persons.Select(Unruled).ToList(), after.Persons.Select(Unruled).ToList());
        var differing = was.Except(now).Concat(now.Except(was)).ToList();
        var words = differing.SelectMany(p => p.Names).SelectMany(n => n.Surname.Concat(n.Given)).Where(w => w.Length > 1).Distinct(StringComparer.Ordinal).ToArray();
        var ids = differing.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return differing.Count == 0 ? ImmutableHashSet<string>.Empty : documents.Where(d => d.HasText
            && (d.Passages.Any(p => p.Decision.Evidence?.PersonId is { } id && ids.Contains(id)) || Holds(dossier.Text(d), words))).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Ids of persons on whom something else is decided than in an earlier register.</summary>
    public IReadOnlySet<string> RuledAnew(PersonRegister before) =>
        Persons.Persons.Where(p => p.Ruling != before.Find(p.Id)?.Ruling).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);

    private static Person Unruled(Person person) => person.Ruling is null ? person : person with { Ruling = null };

    private void Set(ImmutableArray<PersonDecision> decisions)
    {
        Decisions = decisions;
        persons = new Lazy<PersonRegister>(() => Adjusted(decisions));
    }

    private PersonRegister Adjusted(ImmutableArray<PersonDecision> decisions) => dossier.Persons.Adjusted([.. decisions.Select(d => d.Adjustment)]);

    /// <summary>True where a folded word stands in a text, whatever its case and accents.</summary>
    private static bool Holds(string text, string[] words)
    {
        var compare = System.Globalization.CultureInfo.InvariantCulture.CompareInfo;
        return words.Any(w => compare.IndexOf(text, w, System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace) >= 0);
    }
}
