using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Reads and writes the members of objects of some kind.</summary>
public interface IObjectAccessor
{
    /// <summary>The number of members.</summary>
    int GetMemberCount(TemplateContext context, SourceSpan span, object target);

    /// <summary>The names of the members.</summary>
    IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target);

    /// <summary>Whether there is such a member.</summary>
    bool HasMember(TemplateContext context, SourceSpan span, object target, string member);

    /// <summary>Reads a member.</summary>
    bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value);

    /// <summary>Writes a member.</summary>
    bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value);
}
