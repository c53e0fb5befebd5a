namespace WooPipeline.Parliament;

/// <summary>How precisely a moment is known.</summary>
public enum Precision
{
    /// <summary>To the day.</summary>
    Day,

    /// <summary>To the minute.</summary>
    Minute,

    /// <summary>To the second.</summary>
    Second,
}
