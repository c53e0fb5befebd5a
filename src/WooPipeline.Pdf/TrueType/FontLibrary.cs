using System.Collections.Concurrent;
using WooPipeline.Pdf.Layout;

namespace WooPipeline.Pdf.TrueType;

/// <summary>
/// Finds the fonts that a style names: in the style's own folder, then among those of the machine. A machine's fonts are
/// never used unless they are named, so that a document looks the same wherever it is made.
/// </summary>
internal static class FontLibrary
{
    /// <summary>Fonts read so far, by place, size and time of change: reading is pure, so a font is read once a process.</summary>
    private static readonly ConcurrentDictionary<FontFile, Lazy<TrueTypeFont?>> Fonts = new();

    private static readonly Lazy<IReadOnlyList<FontFile>> MachineFonts = new(() => [.. MachineFolders().SelectMany(FontFile.In)]);

    /// <summary>The families to try in turn; the built-in one comes last.</summary>
    public static IReadOnlyList<FontFamily> Families(FlowStyle style, FlowProblems problems)
    {
        if (style.Fonts.IsEmpty && style.FontFolder is null)
        {
            return [BuiltInFonts.Inter];
        }

        IReadOnlyList<FontFile> own = style.FontFolder is { } folder ? [.. FontFile.In(folder)] : [];
        var families = new List<FontFamily>();
        foreach (var name in style.Fonts)
        {
            var family = Named(name, own) ?? (IsBuiltIn(name) ? BuiltInFonts.Inter : Named(name, MachineFonts.Value));
            if (family is null)
            {
                problems.Add("font-not-found", name);
            }
            else if (families.TrueForAll(f => !f.Name.Equals(family.Name, StringComparison.OrdinalIgnoreCase)))
            {
                families.Add(family);
            }
        }

        // The house's own fonts are used without being named, too.
        foreach (var name in own.Select(f => f.Family).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (families.TrueForAll(f => !f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) && Named(name, own) is { } family)
            {
                families.Add(family);
            }
        }

        if (!families.Contains(BuiltInFonts.Inter))
        {
            families.Add(BuiltInFonts.Inter);
        }

        return families;
    }

    private static bool IsBuiltIn(string name) => name.Equals(BuiltInFonts.Inter.Name, StringComparison.OrdinalIgnoreCase);

    private static FontFamily? Named(string name, IReadOnlyList<FontFile> files)
    {
        var faces = files.Where(f => f.Family.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(f => Fonts.GetOrAdd(f, file => new Lazy<TrueTypeFont?>(file.Load)).Value)
            .OfType<TrueTypeFont>()
            .Where(f => f.MayEmbed)
            .ToList();
        if (faces.Count == 0)
        {
            return null;
        }

        return new FontFamily(name, Nearest(faces, 400, italic: false, 0, 599) ?? faces[0])
        {
            Bold = Nearest(faces, 700, italic: false, 600, 1000),
            Italic = Nearest(faces, 400, italic: true, 0, 599),
            BoldItalic = Nearest(faces, 700, italic: true, 600, 1000),
        };
    }

    private static TrueTypeFont? Nearest(List<TrueTypeFont> faces, int weight, bool italic, int from, int to) =>
        faces.Where(f => f.IsItalic == italic && f.Weight >= from && f.Weight <= to).OrderBy(f => Math.Abs(f.Weight - weight)).FirstOrDefault();

    private static IEnumerable<string> MachineFolders()
    {
        yield return Environment.GetFolderPath(Environment.SpecialFolder.Fonts);
        yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "fonts");
        var shared = Environment.GetEnvironmentVariable("XDG_DATA_DIRS");
        foreach (var folder in (string.IsNullOrEmpty(shared) ? "/usr/local/share:/usr/share" : shared).Split(':'))
        {
            yield return Path.Combine(folder, "fonts");
        }

        if (OperatingSystem.IsMacOS())
        {
            yield return "/Library/Fonts";
            yield return "/System/Library/Fonts";
        }
    }
}
