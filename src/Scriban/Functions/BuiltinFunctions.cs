using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The objects and functions every template has.</summary>
public class BuiltinFunctions : ScriptObject
{
    /// <summary>Creates them anew: a template may set <c>date.format</c>.</summary>
    public BuiltinFunctions()
        : base(12, false)
    {
        SetValue("array", new ArrayFunctions(), true);
        SetValue("blank", EmptyScriptObject.Default, true);
        SetValue(DateTimeFunctions.Name, new DateTimeFunctions(), true);
        SetValue("empty", EmptyScriptObject.Default, true);
        SetValue("html", new HtmlFunctions(), true);
        SetValue("include", new IncludeFunction(), true);
        SetValue("include_join", new IncludeJoinFunction(), true);
        SetValue("math", new MathFunctions(), true);
        SetValue("object", new ObjectFunctions(), true);
        SetValue("regex", new RegexFunctions(), true);
        SetValue("string", new StringFunctions(), true);
        SetValue("timespan", new TimeSpanFunctions(), true);
    }
}
