using System.Collections.Frozen;
using System.Globalization;

namespace WooPipeline.Privacy;

/// <summary>Rules in words, from <c>Data/rules.csv</c>: what a reviewer and the account read.</summary>
internal static class Explanations
{
    private static readonly FrozenDictionary<string, string> Texts = Load();

    /// <summary>Why a rule finds something, in Dutch.</summary>
    public static string Reason(string rule) => Texts.GetValueOrDefault(rule) ?? Texts.GetValueOrDefault(rule.Split('.')[0]) ?? "persoonsgegeven";

    public static string PublicReason(Person? person, DateOnly? date)
    {
        if (person?.Role is not { } role)
        {
            return "openbaar door de functie die erbij staat";
        }

        var title = role.Title.Length > 0 ? role.Title : "publieke functie";
        var day = date is { } d ? " op " + d.ToString("d-M-yyyy", CultureInfo.InvariantCulture) : "";
        return $"openbaar in functie{day}: {title}{(role.Organisation.Length > 0 ? ", " + role.Organisation : "")} ({person.Source})";
    }

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = typeof(Explanations).Assembly.GetManifestResourceStream("WooPipeline.Privacy.Data.rules.csv")
            ?? throw new InvalidOperationException("Data/rules.csv is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return CsvTable.Parse(reader.ReadToEnd()).ToFrozenDictionary(r => r.Row["regel"], r => r.Row["uitleg"], StringComparer.Ordinal);
    }
}
