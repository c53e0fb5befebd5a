using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using WooPipeline.Documents;
using WooPipeline.Pipeline;
using WooPipeline.Publication;

namespace WooPipeline.Review;

/// <summary>What the app knows of itself, and the words it offers.</summary>
internal static class StatusApi
{
    public static void Map(RouteGroupBuilder api, ReviewSession session)
    {
        api.MapGet("/status", () => StatusView.Of(session));
        api.MapPost("/reviewer", (ReviewerBody body) =>
        {
            var name = body.Name.Trim();
            session.Desk.Reviewer = name.Length is > 0 and <= 80 && name != Decision.PolicyDecider && !name.Any(char.IsControl) ? name
                : throw ReviewException.Wrong($"Vul een naam in van hoogstens 80 tekens; '{Decision.PolicyDecider}' is de naam van het beleid zelf.");
            return StatusView.Of(session);
        });
        api.MapGet("/words", () => new WordsView(
            [.. GroundCatalog.All.Select(g => new GroundWord(g.Code, g.Label, g.Article))],
            [.. Enum.GetValues<Label>().Select(l => new LabelWord(l.ToCode(), Words.Of(l)))],
            [.. Enum.GetValues<DocumentState>().Where(s => s != DocumentState.Quarantined).Select(s => s.ToDutch())]));
    }

    private sealed record ReviewerBody(string Name);
}

/// <summary>Is the dossier read, how far, who reviews.</summary>
internal sealed record StatusView(bool Ready, string? Failure, string Stage, int Done, int Total, string Dossier, string Reviewer, bool PdfJs, string Version)
{
    public static StatusView Of(ReviewSession session)
    {
        var (stage, done, total) = session.Progress.Now;
        var desk = session.DeskOrNull;
        return new StatusView(
            desk is not null, session.Failure, stage, done, total, desk?.Dossier.Folder.Settings.Subject is { Length: > 0 } subject ? subject : Path.GetFileName(Path.GetFullPath(session.Run.Dossier)),
            desk?.Reviewer ?? "", session.PdfJs, ToolVersion.Current);
    }
}

/// <summary>The words that the app offers.</summary>
internal sealed record WordsView(ImmutableArray<GroundWord> Grounds, ImmutableArray<LabelWord> Labels, ImmutableArray<string> States);

/// <summary>A ground to choose.</summary>
internal sealed record GroundWord(string Code, string Label, string Article);

/// <summary>A label to choose.</summary>
internal sealed record LabelWord(string Code, string Label);
