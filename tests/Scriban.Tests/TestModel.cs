using Scriban.Runtime;

namespace Scriban.Tests;

/// <summary>The model of the example templates: a page, a user, a product and seven products.</summary>
internal static class TestModel
{
    public static ScriptObject Create()
    {
        var model = new ScriptObject();
        model.Import("special_concat_strings", new Func<string, string, string, string>(Concat));
        model["page"] = new ScriptObject { ["title"] = "This is a title" };
        model["user"] = new ScriptObject { ["name"] = "John" };
        model["product"] = new ScriptObject { ["title"] = "Orange", ["type"] = "fruit" };
        var products = new (string Title, string Type)[]
        {
            ("Orange", "fruit"), ("Banana", "fruit"), ("Apple", "fruit"), ("Computer", "electronics"),
            ("Mobile Phone", "electronics"), ("Table", "furniture"), ("Sofa", "furniture"),
        };
        model["products"] = new ScriptArray(products.Select(x => (object?)new ScriptObject { ["title"] = x.Title, ["type"] = x.Type }));
        return model;
    }

    private static string Concat(string a = "default_a", string b = "default_b", string c = "default_c") => $"a: {a}, b: {b}, c: {c}";
}
