using System.Collections.Immutable;

namespace WooPipeline.Templating;

/// <summary>The names that a place in a template knows: those around it, and its own.</summary>
internal sealed class TemplateScope(TemplateScope? outer, bool takesAssignments)
{
    private readonly Dictionary<string, TemplateType> names = new(StringComparer.Ordinal);

    /// <summary>True where unknown names may exist all the same.</summary>
    public bool IsOpaque { get; set; }

    /// <summary>True where this scope or one around it is opaque.</summary>
    public bool IsAnyOpaque => IsOpaque || outer?.IsAnyOpaque == true;

    public void Declare(string name, TemplateType type) => names[name] = type;

    public TemplateType? Find(string name) => names.GetValueOrDefault(name) ?? outer?.Find(name);

    /// <summary>
    /// An assignment. Which branches run isn't known, so a name keeps what it could be before; the data itself is never changed.
    /// </summary>
    public void Assign(string name, TemplateType type)
    {
        for (var scope = this; scope is { Outer: not null }; scope = scope.Outer)
        {
            if (scope.names.TryGetValue(name, out var before))
            {
                scope.names[name] = before.Merge(type);
                return;
            }

            if (scope.TakesAssignments)
            {
                scope.names[name] = type;
                return;
            }
        }
    }

    /// <summary>The scope around this one.</summary>
    public TemplateScope? Outer => outer;

    public IEnumerable<string> Names() => names.Keys.Concat(outer?.Names() ?? ImmutableArray<string>.Empty).Distinct();

    private bool TakesAssignments => takesAssignments;
}
