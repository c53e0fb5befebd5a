using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Reads and writes the items of lists of some kind.</summary>
public interface IListAccessor
{
    /// <summary>The number of items.</summary>
    int GetLength(TemplateContext context, SourceSpan span, object target);

    /// <summary>Reads an item.</summary>
    object? GetValue(TemplateContext context, SourceSpan span, object target, int index);

    /// <summary>Writes an item.</summary>
    void SetValue(TemplateContext context, SourceSpan span, object target, int index, object? value);
}
