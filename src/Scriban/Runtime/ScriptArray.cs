using System.Collections;
using System.Text.Json;

namespace Scriban.Runtime;

/// <summary>An array of any values.</summary>
public class ScriptArray : ScriptArray<object>
{
    /// <summary>Creates an empty array.</summary>
    public ScriptArray()
    {
    }

    /// <summary>Creates an empty array with room for items.</summary>
    public ScriptArray(int capacity)
        : base(capacity)
    {
    }

    /// <summary>Creates an array of items.</summary>
    public ScriptArray(IEnumerable<object?> values)
        : base(values)
    {
    }

    /// <summary>Creates an array of items.</summary>
    public ScriptArray(IEnumerable values)
        : base(values.Cast<object?>())
    {
    }

    /// <summary>Creates an array of the items of a JSON array.</summary>
    public static ScriptArray From(JsonElement json) => ScriptJson.ToValue(json) as ScriptArray
        ?? throw new ArgumentException($"Unsupported JSON {json.ValueKind}. Expecting an array.", nameof(json));

    /// <inheritdoc />
    public override IScriptObject Clone(bool deep)
    {
        var copy = new ScriptArray(this.Select(x => deep && x is IScriptObject nested ? nested.Clone(true) : x)) { IsReadOnly = IsReadOnly };
        foreach (var member in GetMembers())
        {
            TryGetValue(null!, default, member, out var value);
            copy.TrySetValue(null!, default, member, value, false);
        }

        return copy;
    }
}
