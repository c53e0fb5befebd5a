namespace WooPipeline.Parliament;

/// <summary>How bad a problem is.</summary>
public enum Severity
{
    /// <summary>Worth a look; publishing goes on.</summary>
    Warning,

    /// <summary>Must be solved before anything is published.</summary>
    Error,
}
