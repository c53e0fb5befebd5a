using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>Nothing public names a source file: its path stands nowhere, its name in no file name and no property.</summary>
internal sealed class SourceNames
{
    private const int MaxPath = 1024;
    private readonly HashSet<string> names;
    private readonly FormMatcher matcher;
    private readonly string[] folders;
    private readonly HashSet<string> sources;

    public SourceNames(IReadOnlyList<string> sources)
    {
        this.sources = sources.ToHashSet(StringComparer.Ordinal);

        // A number as a name says nothing of a source: public files are numbered too, and the two meet by chance.
        names = sources.Select(s => s[(s.LastIndexOf('/') + 1)..]).Where(n => !Path.GetFileNameWithoutExtension(n).All(char.IsAsciiDigit)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        matcher = new FormMatcher(names.Where(n => n.Length >= 6).Order(StringComparer.Ordinal));
        folders = [.. sources.Where(s => s.Contains('/', StringComparison.Ordinal)).Select(s => s[..(s.IndexOf('/', StringComparison.Ordinal) + 1)]).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>True where a text of properties names a source's file.</summary>
    public bool IsNamedIn(Squashed text) => matcher.Distinctive(text).Count > 0;

    /// <summary>Findings on a file's name and bytes.</summary>
    public IEnumerable<VerifyFinding> Check(string path, byte[] bytes)
    {
        if (names.Contains(Path.GetFileName(path)))
        {
            yield return new VerifyFinding(VerifyKind.Leak, "publicatie/" + path, "bestandsnaam", "Heet naar een bron; openbare bestanden heten naar hun nummer.");
        }

        if (folders.Any(f => Names(bytes, Encoding.UTF8.GetBytes(f))))
        {
            yield return new VerifyFinding(VerifyKind.Leak, "publicatie/" + path, "ruwe bytes", "Noemt het pad van een bron (zie intern/bronnen.json).");
        }
    }

    /// <summary>True where one of the places at which the folder stands goes on as the path of a source.</summary>
    private bool Names(byte[] bytes, byte[] folder)
    {
        for (var at = 0; ; at++)
        {
            var found = bytes.AsSpan(at).IndexOf(folder);
            if (found < 0)
            {
                return false;
            }

            at += found;
            var text = Encoding.UTF8.GetString(bytes, at, Math.Min(MaxPath, bytes.Length - at));
            for (var length = text.IndexOf('/', StringComparison.Ordinal) + 2; length <= text.Length && !char.IsControl(text[length - 1]); length++)
            {
                if (sources.Contains(text[..length]))
                {
                    return true;
                }
            }
        }
    }
}
