namespace WooPipeline.Formats;

public sealed partial record FormatCatalog
{
    /// <summary>Every format of the house.</summary>
    public static FormatCatalog Default { get; } = new(
        Readers: [],
        Containers: [],
        Redactors: []);
}
