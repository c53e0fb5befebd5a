using System.Globalization;
using System.Text.Json.Nodes;
using WooPipeline.Pipeline;

namespace WooPipeline.Cli;

/// <summary>How far a stage is, in words and as JSON.</summary>
internal static class ProgressLines
{
    private static readonly CultureInfo Dutch = DutchNumbers();

    /// <summary>Now and then while a stage goes on.</summary>
    public static string Underway(StageSnapshot stage)
    {
        var of = stage.Total > 0 ? $" van {Count(stage.Total)}" : "";
        var left = stage.Left is { } time ? $", nog {Time(time)}" : "";
        return stage.Done == 0 && stage.Total == 0 ? $"{stage.Stage}, {Time(stage.Elapsed)}" : $"{stage.Stage}: {Count(stage.Done)}{of}{Rate(stage)}{left}{Apart(stage)}{Troubles(stage)}{Workers(stage)}";
    }

    /// <summary>When a stage has ended.</summary>
    public static string Ended(StageSnapshot stage) =>
        stage.Total == 0 ? $"{stage.Stage}: {Time(stage.Elapsed)}" : $"{stage.Stage}: {Count(stage.Done)} in {Time(stage.Elapsed)}{Rate(stage)}{Apart(stage)}{Troubles(stage)}";

    /// <summary>One line for a machine.</summary>
    public static string Json(StageSnapshot stage, bool ended)
    {
        var line = new JsonObject
        {
            ["stage"] = stage.Stage,
            ["done"] = stage.Done,
            ["total"] = stage.Total,
            ["bytes"] = stage.Bytes,
            ["seconds"] = Math.Round(stage.Elapsed.TotalSeconds, 2),
            ["perSecond"] = Math.Round(stage.PerSecond, 1),
            ["ended"] = ended,
        };
        if (!ended && stage.Left is { } left)
        {
            line["secondsLeft"] = Math.Round(left.TotalSeconds, 1);
        }

        if (stage.Apart > 0)
        {
            line["apart"] = stage.Apart;
        }

        if (stage.Workers.Length > 0)
        {
            line["workers"] = stage.Workers;
        }

        line["troubles"] = new JsonObject(stage.Troubles.Select(t => KeyValuePair.Create<string, JsonNode?>(t.Key, t.Value)));
        return line.ToJsonString();
    }

    private static string Rate(StageSnapshot stage)
    {
        var bytes = stage.Bytes > 0 ? $", {(stage.Bytes / 1e6).ToString("N1", Dutch)} MB" : "";
        return stage.Elapsed > TimeSpan.FromSeconds(1) ? $"{bytes}, {stage.PerSecond.ToString("N0", Dutch)} per seconde" : bytes;
    }

    private static string Apart(StageSnapshot stage) => stage.Apart > 0 ? $", {Count(stage.Apart)} in een eigen proces gelezen" : "";

    private static string Troubles(StageSnapshot stage) =>
        stage.Troubles.IsEmpty ? "" : $" (apart gezet: {string.Join(", ", stage.Troubles.Select(t => $"{Count(t.Value)} {t.Key}"))})";

    private static string Workers(StageSnapshot stage) => stage.Workers.Length > 0 ? $" [{stage.Workers}]" : "";

    private static string Time(TimeSpan time) => time switch
    {
        { TotalSeconds: < 60 } => $"{time.TotalSeconds.ToString("N1", Dutch)} s",
        { TotalMinutes: < 60 } => $"{time.Minutes} min {time.Seconds} s",
        _ => $"{((int)time.TotalHours).ToString(Dutch)} uur {time.Minutes} min",
    };

    private static string Count(int value) => value.ToString("N0", Dutch);

    /// <summary>Points and commas as the Dutch write them, also where the system has no cultures.</summary>
    private static CultureInfo DutchNumbers()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        return CultureInfo.ReadOnly(culture);
    }
}
