using System.Collections.Frozen;

namespace WooPipeline.Publication;

/// <summary>The Dutch names of states: <c>deels openbaar</c> as in <c>bronnen.json</c>, <c>Deels openbaar</c> as the platform's judgement.</summary>
public static class DocumentStateNames
{
    private static readonly FrozenDictionary<DocumentState, string[]> Names = DataTable.Read("states.csv")
        .ToFrozenDictionary(row => Enum.Parse<DocumentState>(row[0]));

    /// <summary>The name in our own lists.</summary>
    public static string ToDutch(this DocumentState state) => Names[state][1];

    /// <summary>The judgement in the platform's inventory, one of its four values.</summary>
    public static string ToJudgement(this DocumentState state) => Names[state][2];

    /// <summary>Reads a name in any case; false where it is none.</summary>
    public static bool TryParse(string? name, out DocumentState state)
    {
        var found = Names.Where(n => string.Equals(n.Value[1], name?.Trim(), StringComparison.OrdinalIgnoreCase)).ToArray();
        state = found.Length == 1 ? found[0].Key : default;
        return found.Length == 1;
    }

    /// <summary>True where a public file belongs to it.</summary>
    public static bool HasFile(this DocumentState state) => state is DocumentState.Public or DocumentState.PartlyPublic;
}
