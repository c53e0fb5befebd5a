namespace WooPipeline.Templating;

/// <summary>Bounds of rendering one template. Reaching one is an error; nothing is cut off silently.</summary>
public sealed record TemplateLimits
{
    /// <summary>Passes through loops, all loops together.</summary>
    public int Loops { get; init; } = 1_000_000;

    /// <summary>Templates and functions inside each other.</summary>
    public int Depth { get; init; } = 50;

    /// <summary>UTF-16 units of output.</summary>
    public int OutputLength { get; init; } = 64 * 1024 * 1024;

    /// <summary>Time.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The defaults.</summary>
    public static TemplateLimits Default { get; } = new();
}
