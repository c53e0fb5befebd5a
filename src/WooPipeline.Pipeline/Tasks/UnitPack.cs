using WooPipeline.Documents;
using WooPipeline.Formats;

namespace WooPipeline.Pipeline;

/// <summary>What a task is told of a unit, and parts of it, in few bytes. What threads and duplicates are found by stays behind.</summary>
internal static class UnitPack
{
    public static void Unit(this PackWriter to, StoredUnit unit)
    {
        to.Text(unit.Path);
        to.Text(unit.Sha256);
        to.Text(unit.TreeKey);
        to.Maybe(unit.Quarantine, to.Fault);
        to.Number(unit.Members ?? -1);
        to.Text(unit.Container);
        to.Text(unit.Parent);
        to.Truth(unit.IsSystemFile);
        to.Number((int)unit.Kind);
        to.Truth(unit.Date.HasValue);
        if (unit.Date is { } date)
        {
            to.Long(date.Ticks);
            to.Number((int)date.Offset.TotalMinutes);
        }

        to.All(unit.Deviations, to.Deviation);
    }

    public static StoredUnit Unit(this PackReader from) => new()
    {
        Path = from.Word(),
        Sha256 = from.Word(),
        TreeKey = from.Text(),
        Quarantine = from.Maybe(from.Fault),
        Members = from.Number() is >= 0 and var members ? members : null,
        Container = from.Text(),
        Parent = from.Text(),
        IsSystemFile = from.Truth(),
        Kind = (DocumentKind)from.Number(),
        Date = from.Truth() ? new DateTimeOffset(from.Long(), TimeSpan.FromMinutes(from.Number())) : null,
        Deviations = [.. from.All(from.Deviation)],
    };

    public static void Fault(this PackWriter to, Quarantined fault)
    {
        to.Text(fault.Code);
        to.Text(fault.Reason);
        to.Text(fault.Place);
    }

    public static Quarantined Fault(this PackReader from) => new(from.Word(), from.Word()) { Place = from.Text() };

    public static void Deviation(this PackWriter to, Deviation deviation)
    {
        to.Text(deviation.Code);
        to.Text(deviation.Place);
    }

    public static Deviation Deviation(this PackReader from) => new(from.Word(), from.Word());

    public static void Judgement(this PackWriter to, Judgement judgement)
    {
        to.Text(judgement.State);
        to.Texts(judgement.Grounds);
        to.Text(judgement.Motivation);
        to.Text(judgement.By);
        to.Text(judgement.At);
        to.Text(judgement.ConfirmedBy);
        to.Text(judgement.ConfirmedAt);
    }

    public static Judgement Judgement(this PackReader from) => new(from.Word(), [.. from.Texts()], from.Word(), from.Word())
    {
        At = from.Word(),
        ConfirmedBy = from.Word(),
        ConfirmedAt = from.Word(),
    };

    public static void Part(this PackWriter to, FilePart part)
    {
        to.Text(part.File);
        to.Long(part.Offset);
        to.Number(part.Length);
        to.Text(part.Check);
    }

    public static FilePart Part(this PackReader from) => new(from.Word(), from.Long(), from.Number(), from.Word());
}
