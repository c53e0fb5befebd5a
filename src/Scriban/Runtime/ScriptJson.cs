using System.Text.Json;

namespace Scriban.Runtime;

/// <summary>JSON as script values.</summary>
internal static class ScriptJson
{
    public static void Import(IScriptObject target, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException($"Unsupported import of a JSON {json.ValueKind}. Expecting an object.", nameof(json));
        }

        foreach (var property in json.EnumerateObject())
        {
            target.TrySetValue(null!, default, property.Name, ToValue(property.Value), false);
        }
    }

    /// <summary>The value of a JSON element; other values as they are.</summary>
    public static object? Unwrap(object? value) => value is JsonElement json ? ToValue(json) : value;

    public static object? ToValue(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new ScriptObject();
                Import(members, json);
                return members;
            case JsonValueKind.Array:
                var items = new ScriptArray(json.GetArrayLength());
                foreach (var item in json.EnumerateArray())
                {
                    items.Add(ToValue(item));
                }

                return items;
            case JsonValueKind.String:
                return json.GetString();
            case JsonValueKind.Number:
                return json.TryGetInt32(out var i) ? i : json.TryGetInt64(out var l) ? l : json.TryGetDecimal(out var d) ? d : json.GetDouble();
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                return null;
        }
    }
}
