using System.Globalization;

namespace WooPipeline.Formats.Archive;

/// <summary>Gives members names that are unique in their container and lead nowhere outside it.</summary>
internal sealed class MemberNames
{
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name with <c>/</c> only, without <c>..</c>, drives and controls; numbered where it was there before.</summary>
    public string Unique(string name)
    {
        var parts = name.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => p is not ("." or "..") && !(p.Length == 2 && p[1] == ':'))
            .Select(p => new string([.. p.Select(c => char.IsControl(c) ? '_' : c)]));
        var safe = string.Join('/', parts);
        safe = safe.Length == 0 ? "naamloos" : safe;
        var unique = safe;
        for (var n = 2; !taken.Add(unique); n++)
        {
            var dot = safe.LastIndexOf('.');
            var number = string.Create(CultureInfo.InvariantCulture, $" ({n})");
            unique = dot > safe.LastIndexOf('/') + 1 ? safe[..dot] + number + safe[dot..] : safe + number;
        }

        return unique;
    }
}
