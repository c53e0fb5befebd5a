using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WooPipeline.Documents;
using WooPipeline.Pipeline;

namespace WooPipeline.Review;

/// <summary>A document with its text, its nodes and what holds for its passages.</summary>
internal sealed record DocumentView
{
    public required DocumentRow Row { get; init; }

    public required DocumentStatus Status { get; init; }

    public required string Text { get; init; }

    /// <summary>One past the last unit that is shown; what follows is link targets, names and properties.</summary>
    public int BodyEnd { get; init; }

    public required JsonArray Nodes { get; init; }

    public required ImmutableArray<ZoneView> Zones { get; init; }

    public bool IsPdf { get; init; }

    public static DocumentView Of(OpenDocument open)
    {
        var (nodes, _) = TreeJson.Of(open.Tree, open.View);
        return new DocumentView
        {
            Row = DocumentRow.Of(open.Desk),
            Status = DocumentStatus.Of(open.Desk),
            Text = open.View.Text,
            BodyEnd = open.View.BodyEnd,
            Nodes = nodes,
            Zones = [.. open.View.Zones.Where(IsShown).Select(z => new ZoneView(z.Kind.ToString(), z.Span.Start, z.Span.End, z.Name))],
            IsPdf = open.Desk.Document.ShowsPages,
        };
    }

    private static bool IsShown(Zone zone) => !zone.Span.IsEmpty && zone.Kind is ZoneKind.HeaderField or ZoneKind.Signature or ZoneKind.LinkTarget
        or ZoneKind.AlternativeText or ZoneKind.FileName or ZoneKind.Metadata;
}

/// <summary>A zone that the page names or acts on.</summary>
internal sealed record ZoneView(string Kind, int S, int E, string? Name);

/// <summary>What changes of a document while it is reviewed.</summary>
internal sealed record DocumentStatus
{
    public required string Version { get; init; }

    public required ImmutableArray<PassageView> Passages { get; init; }

    public required ImmutableArray<LostPassage> Lost { get; init; }

    public required ImmutableDictionary<string, string> Pages { get; init; }

    public JudgementView? Judgement { get; init; }

    public required DocumentRow Row { get; init; }

    public static DocumentStatus Of(DocumentDesk desk) => new()
    {
        Version = desk.Version,
        Row = DocumentRow.Of(desk),
        Passages = [.. desk.Decisions.Select(d => PassageView.Of(d, desk.ByPerson))],
        Lost = [.. desk.Lost.Select(l => new LostPassage(l.Text, l.Verdict == Verdict.Remove ? "remove" : "keep", l.Label.ToCode(), l.Ground, l.By, l.At))],
        Pages = (desk.ByPerson?.Pages ?? ImmutableSortedDictionary<int, PageMark>.Empty).ToImmutableDictionary(p => p.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), p => p.Value.IsFlagged ? "vlag" : "gedaan"),
        Judgement = desk.ByPerson?.Judgement is { } j ? new JudgementView(j.State, j.Grounds, j.Motivation, j.By, j.At, j.ConfirmedBy, j.ConfirmedAt) : null,
    };
}

/// <summary>A person's decision whose passage wasn't found again.</summary>
internal sealed record LostPassage(string Text, string Verdict, string Label, string Ground, string By, string At);

/// <summary>A judgement as the page shows it.</summary>
internal sealed record JudgementView(string State, ImmutableArray<string> Grounds, string Motivation, string By, string At, string ConfirmedBy, string ConfirmedAt);
