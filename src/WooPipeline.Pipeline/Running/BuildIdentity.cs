using System.Reflection;

namespace WooPipeline.Pipeline;

/// <summary>The very build that runs: builds are deterministic, so other code gives another identity and the same code doesn't.</summary>
internal static class BuildIdentity
{
    /// <summary>Identity of this room and all below it.</summary>
    public static string Current { get; } = string.Join(' ', Closure(typeof(BuildIdentity).Assembly)
        .OrderBy(a => a.GetName().Name, StringComparer.Ordinal).Select(a => a.ManifestModule.ModuleVersionId.ToString("N")));

    private static HashSet<Assembly> Closure(Assembly root)
    {
        var found = new HashSet<Assembly>();
        var waiting = new Stack<Assembly>([root]);
        while (waiting.TryPop(out var assembly))
        {
            if (found.Add(assembly))
            {
                foreach (var name in assembly.GetReferencedAssemblies().Where(n => n.Name is "Scriban" || n.Name!.StartsWith("WooPipeline.", StringComparison.Ordinal)))
                {
                    waiting.Push(Assembly.Load(name));
                }
            }
        }

        return found;
    }
}
