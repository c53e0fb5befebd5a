using System.Collections;
using Scriban.Runtime;

namespace WooPipeline.Templating;

/// <summary>Carries values between our data and the engine's.</summary>
internal static class ModelValues
{
    public static ModelObject ToScript(TemplateObject model)
    {
        var script = new ModelObject(model);
        foreach (var (key, value) in model)
        {
            script.SetValue(key, ToScript(value), true);
        }

        return script;
    }

    public static object? FromScript(object? value) => value switch
    {
        ModelObject model => model.Source,
        string or Markup or null => value,
        ScriptObject script => Copied(script),
        IEnumerable list => list.Cast<object?>().Select(FromScript).ToList(),
        _ => value,
    };

    private static object? ToScript(object? value) => value switch
    {
        TemplateObject model => ToScript(model),
        TemplateFunction function => new ModelFunction(function),
        string or Markup or null => value,
        IEnumerable list => new ScriptArray(list.Cast<object?>().Select(ToScript)),
        _ => value,
    };

    private static TemplateObject Copied(ScriptObject script)
    {
        var copy = new TemplateObject("groep");
        foreach (var (key, value) in script)
        {
            copy[key] = FromScript(value);
        }

        return copy;
    }
}
