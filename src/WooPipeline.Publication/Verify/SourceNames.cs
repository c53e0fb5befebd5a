using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>Nothing public names a source file: its path stands nowhere, its name in no file name and no property.</summary>
internal sealed class SourceNames(IReadOnlyList<string> sources)
{
    private readonly string[] names = [.. sources.Select(s => s[(s.LastIndexOf('/') + 1)..]).Distinct(StringComparer.Ordinal)];

    /// <summary>Findings for one public file.</summary>
    public IEnumerable<VerifyFinding> Check(string path, byte[] bytes)
    {
        var file = Path.GetFileName(path);
        if (names.Any(n => string.Equals(n, file, StringComparison.OrdinalIgnoreCase)))
        {
            yield return new VerifyFinding(VerifyKind.Leak, "publicatie/" + path, "bestandsnaam", "Heet naar een bron; openbare bestanden heten naar hun nummer.");
        }

        if (sources.Any(s => s.Contains('/', StringComparison.Ordinal) && bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(s)) >= 0))
        {
            yield return new VerifyFinding(VerifyKind.Leak, "publicatie/" + path, "ruwe bytes", "Noemt het pad van een bron (zie intern/bronnen.json).");
        }

        var reader = new SurfaceReader();
        foreach (var surface in reader.Read(path, bytes).Where(s => s.Kind == SurfaceKind.Properties))
        {
            if (names.Any(n => n.Length >= 6 && surface.Text.Contains(n, StringComparison.OrdinalIgnoreCase)))
            {
                yield return new VerifyFinding(VerifyKind.Leak, "publicatie/" + path, surface.Place, "Noemt de naam van een bronbestand (zie intern/bronnen.json).");
            }
        }
    }
}
