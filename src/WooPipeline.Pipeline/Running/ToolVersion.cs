namespace WooPipeline.Pipeline;

/// <summary>The version of the tool, as manifests carry it.</summary>
public static class ToolVersion
{
    /// <summary>Major, minor and patch.</summary>
    public static string Current { get; } = typeof(ToolVersion).Assembly.GetName().Version?.ToString(3) ?? "0";
}
