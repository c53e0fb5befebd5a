using System.Reflection;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>
/// What a document's record holds goes to a task and comes back by hand. A member added to it fails here until it is told what becomes of it
/// between the machines.
/// </summary>
public sealed class TaskDocumentTests
{
    /// <summary>Where each settable member of a record goes: G to the task (<see cref="TaskDocument"/>), T back (<see cref="TaskResult"/>).</summary>
    private static readonly Dictionary<string, (string Ways, string Why)> Places = new(StringComparer.Ordinal)
    {
        [nameof(DocumentRecord.Id)] = ("G", "no stage changes it"),
        [nameof(DocumentRecord.Unit)] = ("GT", "back only as the fault by which a stage set it aside"),
        [nameof(DocumentRecord.FamilyId)] = ("G", "no stage changes it"),
        [nameof(DocumentRecord.Attachments)] = ("G", "no stage changes it"),
        [nameof(DocumentRecord.ThreadId)] = ("G", "no stage changes it"),
        [nameof(DocumentRecord.DuplicateOf)] = ("G", "no stage changes it"),
        [nameof(DocumentRecord.Related)] = ("", "only lists of the package tell it, which the run itself makes"),
        [nameof(DocumentRecord.Packed)] = ("GT", "as decisions"),
        [nameof(DocumentRecord.ShownEnd)] = ("T", "follows from the tree"),
        [nameof(DocumentRecord.RemovedTexts)] = ("T", "for the search in other documents"),
        [nameof(DocumentRecord.LostDecisions)] = ("GT", ""),
        [nameof(DocumentRecord.Judgement)] = ("GT", ""),
        [nameof(DocumentRecord.State)] = ("T", "each stage that a task does sets it anew"),
        [nameof(DocumentRecord.Title)] = ("GT", ""),
        [nameof(DocumentRecord.PublicFiles)] = ("T", "each stage that a task does makes them anew"),
        [nameof(DocumentRecord.MarkPages)] = ("T", "each stage that a task does makes them anew"),
        [nameof(DocumentRecord.Deviations)] = ("GT", "to the task as those of the unit"),
    };

    public static TheoryData<string> Members { get; } = [.. Settable().Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Members))]
    public void Each_member_of_a_record_has_a_place_between_the_machines(string member) => Assert.True(
        Places.ContainsKey(member),
        $"{nameof(DocumentRecord)}.{member} is new. A stage on another machine doesn't see it, and what it makes of it doesn't come back. Where a stage of a task reads it: add it to "
        + $"{nameof(TaskDocument)}, its {nameof(TaskDocument.Of)} and its {nameof(TaskDocument.ToRecord)}. Where one sets it: to {nameof(TaskResult)}, its {nameof(TaskResult.Of)} and its {nameof(TaskResult.Apply)}. "
        + $"Then raise {nameof(DossierTasks)}.Protocol, and say here which of both it is and why.");

    [Fact]
    public void No_place_is_told_of_a_member_that_is_gone() => Assert.Empty(Places.Keys.Except(Settable().Select(p => p.Name)));

    [Theory]
    [MemberData(nameof(Members))]
    public void What_goes_to_a_task_is_there_as_it_was(string member)
    {
        var record = RecordSample.Full();
        var property = typeof(DocumentRecord).GetProperty(member)!;
        var there = RecordSample.ToTask(record);
        if (Places[member].Ways.Contains('G', StringComparison.Ordinal))
        {
            Assert.Equal(RecordSample.Text(Expected(record).GetValue(member)), RecordSample.Text(property.GetValue(there)));
        }
        else
        {
            Assert.Equal(RecordSample.Text(property.GetValue(RecordSample.Empty())), RecordSample.Text(property.GetValue(there)));
        }

        Assert.NotEqual(RecordSample.Text(property.GetValue(RecordSample.Empty())), RecordSample.Text(property.GetValue(record)));
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void What_a_stage_made_comes_back_as_it_was(string member)
    {
        var property = typeof(DocumentRecord).GetProperty(member)!;
        var given = RecordSample.Empty();
        var made = RecordSample.Full() with { Unit = given.Unit, Id = given.Id };
        var back = RecordSample.Back(made, given);
        var expected = Places[member].Ways.Contains('T', StringComparison.Ordinal) ? made : given;

        Assert.Equal(RecordSample.Text(property.GetValue(expected)), RecordSample.Text(property.GetValue(back)));
    }

    [Fact]
    public void A_document_in_which_a_stage_changed_nothing_stays_the_very_same()
    {
        var given = RecordSample.Full();

        Assert.Same(given, RecordSample.Back(given, given));
        Assert.NotSame(given, RecordSample.Back(given with { Title = "anders" }, given));
    }

    [Fact]
    public void A_document_that_a_stage_set_aside_is_set_aside_here_with_its_reason()
    {
        var given = RecordSample.Full();
        var made = given with { Unit = given.Unit with { TreeKey = null, Quarantine = new("kapot", "Dit bestand is kapot.") } };
        var back = RecordSample.Back(made, given);

        Assert.False(back.HasText);
        Assert.Equal(made.Unit.Quarantine, back.Unit.Quarantine);
    }

    private static RecordMembers Expected(DocumentRecord record) => new(record with { Unit = RecordSample.ForTask(record.Unit), Deviations = record.Unit.Deviations });

    private static IEnumerable<PropertyInfo> Settable() => typeof(DocumentRecord).GetProperties().Where(p => p.CanWrite);

    private sealed record RecordMembers(DocumentRecord Record)
    {
        public object? GetValue(string member) => typeof(DocumentRecord).GetProperty(member)!.GetValue(Record);
    }
}
