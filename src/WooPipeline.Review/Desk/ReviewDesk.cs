using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Pipeline;
using WooPipeline.Privacy;

namespace WooPipeline.Review;

/// <summary>
/// All documents of a dossier with what holds for each, the way decisions are saved, and the way back. Every change goes through
/// <see cref="Commit"/>: it is on disk when that returns.
/// </summary>
internal sealed class ReviewDesk : IDisposable
{
    private readonly Lock gate = new();
    private readonly SharedDecisions store;
    private readonly DocumentDesk[] desks;
    private readonly Dictionary<string, int> places;
    private readonly UndoStack undo;
    private readonly PersonDesk register;
    private readonly Dictionary<string, PassageList> unruled = new(StringComparer.Ordinal);

    public ReviewDesk(ReviewDossier dossier, string reviewer)
    {
        Dossier = dossier;
        Reviewer = reviewer;
        store = new SharedDecisions(dossier.Folder.Decisions);
        places = dossier.Documents.Select((d, i) => (d.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        desks = [.. dossier.Documents.Select(d => Quick(d, store.Load(d.Source)))];
        register = new PersonDesk(dossier);
        if (!register.Decisions.IsEmpty)
        {
            Redecide(dossier.Persons);
        }

        var sources = dossier.Documents.ToDictionary(d => d.Source, d => d.Id, StringComparer.Ordinal);
        undo = new UndoStack(UndoJournal.Open(dossier.Folder.Root, reviewer, sources.GetValueOrDefault), StandOf);
    }

    /// <summary>The dossier.</summary>
    public ReviewDossier Dossier { get; }

    /// <summary>Who decides now.</summary>
    public string Reviewer { get; set; }

    /// <summary>The register of persons as reviewers say it is.</summary>
    public PersonRegister Persons => register.Persons;

    /// <summary>What can be taken back, and done again.</summary>
    public (string? Undo, string? Redo) Steps
    {
        get
        {
            lock (gate)
            {
                return undo.Next;
            }
        }
    }

    /// <summary>All documents; what other reviewers saved meanwhile is taken in.</summary>
    public DocumentDesk[] All()
    {
        lock (gate)
        {
            for (var i = 0; i < desks.Length; i++)
            {
                if (store.StampOf(desks[i].Document.Source) != desks[i].Stamp)
                {
                    Refresh(i);
                }
            }

            return [.. desks];
        }
    }

    /// <summary>A document with its tree and text, exact.</summary>
    /// <exception cref="ReviewException">There is no such document.</exception>
    public OpenDocument Open(string id)
    {
        lock (gate)
        {
            var place = PlaceOf(id);
            Refresh(place);
            var document = desks[place].Document;
            if (!document.HasText)
            {
                return new OpenDocument(desks[place], new DocumentTree(), TextView.OfText(""));
            }

            var tree = Dossier.Tree(document);
            var view = TextView.Of(tree);
            if (!desks[place].IsExact)
            {
                desks[place] = Exact(desks[place], view);
            }

            return new OpenDocument(desks[place], tree, view);
        }
    }

    /// <summary>Saves new decisions as one step that can be taken back.</summary>
    /// <param name="label">What the step is called, in Dutch.</param>
    /// <param name="changes">The documents as they were when the change was made, each with its new decisions.</param>
    /// <exception cref="ReviewException">Someone else changed one of them first; nothing was saved.</exception>
    /// <param name="ruling">What holds for a person in documents that come later; null for none.</param>
    public void Commit(string label, IReadOnlyList<DocumentChange> changes, PersonAdjustment? ruling = null)
    {
        lock (gate)
        {
            var before = register.Decisions;
            var after = ruling is null ? before : before.Add(new PersonDecision(ruling, Reviewer, Now));
            undo.Push(new ReviewStep(label, [.. changes]) { Persons = ruling is null ? null : (before, after) });
            OrDrop(() =>
            {
                register.EnsureStill(before);
                Save(changes);
                if (ruling is not null)
                {
                    SetPersons(after);
                }
            });
        }
    }

    /// <summary>Joins or splits persons, as one step that can be taken back; gives how many documents were judged again.</summary>
    public int Adjust(string label, PersonAdjustment adjustment)
    {
        lock (gate)
        {
            var before = register.Decisions;
            var after = before.Add(new PersonDecision(adjustment, Reviewer, Now));
            var judged = 0;
            undo.Push(new ReviewStep(label, []) { Persons = (before, after) });
            OrDrop(() => judged = SetPersons(after));
            return judged;
        }
    }

    /// <summary>What a join or split would change, without doing it: documents and passages that are decided otherwise.</summary>
    public (int Documents, int Passages) Foresee(PersonAdjustment adjustment)
    {
        lock (gate)
        {
            var after = register.With(adjustment);
            var (documents, passages) = (0, 0);
            foreach (var id in register.Affected(desks.Select(d => d.Document), register.Persons, after))
            {
                var document = desks[PlaceOf(id)].Document;
                var before = document.Passages.Select(p => (p.Decision.Span, p.Decision.Verdict, p.Decision.NeedsReview, p.Decision.MarkText)).ToHashSet();
                var differing = Dossier.Decide(document, TextView.Of(Dossier.Tree(document)), after)
                    .Count(p => !before.Contains((p.Decision.Span, p.Decision.Verdict, p.Decision.NeedsReview, p.Decision.MarkText)));
                (documents, passages) = (documents + (differing > 0 ? 1 : 0), passages + differing);
            }

            return (documents, passages);
        }
    }

    /// <summary>Takes the last step back; null where there is none.</summary>
    /// <exception cref="ReviewException">Someone else changed a document of it since; the step is dropped.</exception>
    public ReviewStep? Undo() => Turn(undo.PopUndo, s => s.Backward, undo.PushRedo, isForward: false);

    /// <summary>Does the step that was taken back again; null where there is none.</summary>
    /// <exception cref="ReviewException">Someone else changed a document of it since; the step is dropped.</exception>
    public ReviewStep? Redo() => Turn(undo.PopRedo, s => s.Forward, undo.PushUndo, isForward: true);

    /// <inheritdoc/>
    public void Dispose()
    {
        undo.Dispose();
        Dossier.Dispose();
    }

    /// <summary>The moment of a decision, as kept with it.</summary>
    public static string Now => DateTimeOffset.Now.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Does what a pushed step says; where that fails the step is forgotten.</summary>
    private void OrDrop(Action act)
    {
        try
        {
            act();
        }
        catch
        {
            undo.Drop();
            throw;
        }
    }

    /// <summary>How a step stands in what is on disk now.</summary>
    private StepStand StandOf(ReviewStep step)
    {
        bool Is(Func<DocumentChange, DocumentDecisions?> side) =>
            step.Forward.All(c => DecisionStore.TextOf(desks[PlaceOf(c.Id)].ByPerson) == DecisionStore.TextOf(side(c)));
        if (step.Persons is { } persons && !(register.Decisions.SequenceEqual(persons.After, PersonDesk.SameDecision) && Is(c => c.After)))
        {
            return register.Decisions.SequenceEqual(persons.Before, PersonDesk.SameDecision) && Is(c => c.Before) ? StepStand.Before : StepStand.Other;
        }

        return Is(c => c.After) ? StepStand.After : Is(c => c.Before) ? StepStand.Before : StepStand.Other;
    }

    private int SetPersons(ImmutableArray<PersonDecision> decisions)
    {
        var before = register.Persons;
        register.Save(decisions);
        return Redecide(before);
    }

    /// <summary>
    /// Lays the policy anew on documents in which a changed person may stand. Where no more than what is decided on a person is new, the
    /// passages that name that person are known already.
    /// </summary>
    private int Redecide(PersonRegister before)
    {
        var ruled = register.RuledAnew(before);
        var affected = register.Affected(desks.Select(d => d.Document), before, Persons);
        foreach (var id in affected)
        {
            Judge(PlaceOf(id));
        }

        for (var place = 0; place < desks.Length && ruled.Count > 0; place++)
        {
            var document = desks[place].Document;
            if (affected.Contains(document.Id) || !document.Passages.Any(p => p.Decision.Evidence?.PersonId is { } id && ruled.Contains(id)))
            {
                continue;
            }

            if (!unruled.ContainsKey(document.Id) && document.Passages.Any(p => p.Decision.ByPerson))
            {
                Judge(place);
            }
            else
            {
                unruled.TryAdd(document.Id, document.Policy);
                Renew(place, document with { Policy = ReviewDossier.Ruled(unruled[document.Id], Persons) });
            }
        }

        return affected.Count;
    }

    private void Judge(int place)
    {
        var document = desks[place].Document;
        unruled.Remove(document.Id);
        Renew(place, document with { Policy = PassageList.Of(Dossier.Decide(document, TextView.Of(Dossier.Tree(document)), Persons)) });
    }

    private void Renew(int place, ReviewDocument document) => desks[place] = Quick(document, store.Load(document.Source));

    private ReviewStep? Turn(Func<ReviewStep?> pop, Func<ReviewStep, ImmutableArray<DocumentChange>> direction, Action<ReviewStep> push, bool isForward)
    {
        lock (gate)
        {
            if (pop() is not { } step)
            {
                return null;
            }

            try
            {
                Turn(step, direction(step), isForward);
            }
            catch
            {
                undo.Forget(isForward);
                throw;
            }

            push(step);
            return step;
        }
    }

    private void Turn(ReviewStep step, ImmutableArray<DocumentChange> changes, bool isForward)
    {
        var (from, to) = step.Persons is not { } persons ? default : isForward ? (persons.Before, persons.After) : (persons.After, persons.Before);
        if (!from.IsDefault)
        {
            register.EnsureStill(from);
        }

        foreach (var change in changes)
        {
            var place = PlaceOf(change.Id);
            Refresh(place);
            if (DecisionStore.TextOf(desks[place].ByPerson) != DecisionStore.TextOf(change.Before))
            {
                throw ReviewException.Conflict($"Deze stap kan niet meer terug: document {change.Id} is intussen door iemand anders gewijzigd.");
            }
        }

        Save(changes);
        if (!to.IsDefault)
        {
            SetPersons(to);
        }
    }

    private void Save(IReadOnlyList<DocumentChange> changes)
    {
        var byId = changes.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var versions = store.Save([.. changes.Select(c => (c.After, desks[PlaceOf(c.Id)].Version))]);
        if (versions is null)
        {
            foreach (var change in changes)
            {
                Refresh(PlaceOf(change.Id));
            }

            throw ReviewException.Conflict("Iemand anders heeft dit document intussen gewijzigd. De nieuwe stand is geladen; kijk of uw besluit nog nodig is en neem het opnieuw.");
        }

        foreach (var (id, change) in byId)
        {
            var place = PlaceOf(id);
            desks[place] = Quick(desks[place].Document, (change.After, versions[change.After.Source]));
        }
    }

    private int PlaceOf(string id) => places.TryGetValue(id, out var place) ? place : throw ReviewException.NotFound($"Er is geen document {id} in dit dossier.");

    private void Refresh(int place)
    {
        var source = desks[place].Document.Source;
        if (store.VersionOf(source) != desks[place].Version)
        {
            desks[place] = Quick(desks[place].Document, store.Load(source));
        }
        else
        {
            desks[place] = desks[place] with { Stamp = store.StampOf(source) };
        }
    }

    private DocumentDesk Quick(ReviewDocument document, (DocumentDecisions? Decisions, string Version) saved)
    {
        var desk = new DocumentDesk { Document = document, ByPerson = saved.Decisions, Version = saved.Version, Stamp = store.StampOf(document.Source) };
        return saved.Decisions is not { Passages.IsEmpty: false } given || !document.HasText ? desk
            : given.Sha256 == document.Sha256 ? desk with { Decisions = ReviewDossier.EffectiveInPlace([.. document.Passages.Select(p => p.Decision)], given) }
            : Exact(desk, TextView.Of(Dossier.Tree(document)));
    }

    private static DocumentDesk Exact(DocumentDesk desk, TextView view)
    {
        var (decisions, lost) = ReviewDossier.Effective(view, [.. desk.Document.Passages.Select(p => p.Decision)], desk.ByPerson, desk.Document.Sha256);
        var anchored = desk.ByPerson is { } given ? ReviewDossier.Anchored(view, given) : null;
        return desk with { ByPerson = anchored, Decisions = decisions, Lost = lost, IsExact = true };
    }
}

/// <summary>A document that is looked at.</summary>
internal sealed record OpenDocument(DocumentDesk Desk, DocumentTree Tree, TextView View);
