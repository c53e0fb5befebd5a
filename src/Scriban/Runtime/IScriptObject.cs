using System.Diagnostics.CodeAnalysis;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>An object with members that templates can read and perhaps write.</summary>
public interface IScriptObject
{
    /// <summary>The number of members.</summary>
    int Count { get; }

    /// <summary>Whether no member can be written.</summary>
    bool IsReadOnly { get; set; }

    /// <summary>The names of the members.</summary>
    IEnumerable<string> GetMembers();

    /// <summary>Whether there is such a member.</summary>
    bool Contains(string member);

    /// <summary>Reads a member.</summary>
    bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object? value);

    /// <summary>Whether a member can be written.</summary>
    bool CanWrite(string member);

    /// <summary>Writes a member, unless it can't be written.</summary>
    bool TrySetValue(TemplateContext context, SourceSpan span, string member, object? value, bool readOnly);

    /// <summary>Removes a member.</summary>
    bool Remove(string member);

    /// <summary>Allows or forbids writing a member.</summary>
    void SetReadOnly(string member, bool readOnly);

    /// <summary>A copy; a deep one copies the objects in it too.</summary>
    [SuppressMessage("Naming", "CA1716", Justification = "Name of the package's API.")]
    IScriptObject Clone(bool deep);
}
