using System.Collections.Immutable;
using System.Text;

namespace WooPipeline.Publication;

/// <summary>
/// What people write for the decision letter: Markdown by the name of its part (<c>verzoek</c>, <c>verloop</c>, <c>inventarisatie</c>,
/// <c>zienswijzen</c>, <c>bezwaar</c>, …), a consideration of their own for a ground (<c>overweging-5.1.2e</c>), the text of an article
/// (<c>artikel-5.1.2e</c>). A part that isn't there gets the template's own sentence.
/// </summary>
/// <param name="Parts">Markdown by name.</param>
public sealed record LetterTexts(ImmutableSortedDictionary<string, string> Parts)
{
    /// <summary>Name of the dossier's folder with these texts.</summary>
    public const string Folder = "besluitbrief";

    /// <summary>None.</summary>
    public static LetterTexts None { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>Reads <c>besluitbrief/*.md</c> of a dossier's folder; none where that isn't there.</summary>
    public static LetterTexts Load(string dossierFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(dossierFolder);
        var folder = Path.Combine(dossierFolder, Folder);
        return !Directory.Exists(folder) ? None : new LetterTexts(Directory.EnumerateFiles(folder, "*.md")
            .ToImmutableSortedDictionary(f => Path.GetFileNameWithoutExtension(f).ToLowerInvariant(), f => File.ReadAllText(f, Encoding.UTF8).Trim(), StringComparer.Ordinal));
    }

    /// <summary>The text of an article of the law, as the organisation supplies it; null where it doesn't.</summary>
    public string? Article(string code) => Parts.GetValueOrDefault("artikel-" + code);
}
