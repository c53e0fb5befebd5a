using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace WooPipeline.Templating;

/// <summary>
/// Where templates and their data files come from: the user's folders first, then those built in. A name is made of small letters, digits,
/// hyphens and slashes, so that it can't lead out of a folder.
/// </summary>
internal sealed partial class TemplateFolders(ImmutableArray<string> folders)
{
    private const string BuiltIn = "templates/";

    /// <summary>The text of a file, with the path that messages give; null where no folder has it.</summary>
    /// <exception cref="TemplateException">The name isn't one.</exception>
    public (string Path, string Text)? Find(string name)
    {
        if (!Name().IsMatch(name))
        {
            throw new TemplateException($"'{name}' is geen naam van een sjabloon. Gebruik kleine letters, cijfers, koppeltekens en '/'.");
        }

        foreach (var folder in folders)
        {
            var path = Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));
            if (File.Exists(path) && StaysIn(folder, path))
            {
                return (path, File.ReadAllText(path, Encoding.UTF8));
            }
        }

        var assembly = typeof(TemplateFolders).Assembly;
        var resource = Resources().FirstOrDefault(r => Plain(r) == BuiltIn + name);
        if (resource is null)
        {
            return null;
        }

        using var stream = assembly.GetManifestResourceStream(resource);
        using var reader = new StreamReader(stream!, Encoding.UTF8);
        return (BuiltIn + name, reader.ReadToEnd());
    }

    /// <summary>All names that a folder or the built-in templates have, sorted.</summary>
    public ImmutableArray<string> Names() =>
    [
        .. folders.Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories).Select(p => Plain(Path.GetRelativePath(f, p))))
            .Concat(Resources().Select(r => Plain(r)[BuiltIn.Length..]))
            .Where(n => Name().IsMatch(n))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Resources() =>
        typeof(TemplateFolders).Assembly.GetManifestResourceNames().Where(r => r.StartsWith(BuiltIn, StringComparison.Ordinal));

    // Names made on Windows have backslashes.
    private static string Plain(string path) => path.Replace('\\', '/');

    // A link in a folder must not lead out of it either.
    private static bool StaysIn(string folder, string path)
    {
        var target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        return Path.GetFullPath(target).StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\A[a-z0-9-]+(?:/[a-z0-9-]+)*\.[a-z0-9-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
