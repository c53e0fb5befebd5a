using BenchmarkDotNet.Attributes;
using Scriban;
using Scriban.Runtime;

namespace WooPipeline.Benchmarks;

/// <summary>The template engine on a table of 10,000 rows; at most 150 ms a rendering is demanded, warm, on two cores.</summary>
[MemoryDiagnoser]
public class ScribanBenchmarks
{
    private const int Rows = 10_000;

    private const string Text = """
        | Nr | Onderwerp | Beoordeling | Grond |
        |---|---|---|---|
        {{~ for row in rows ~}}
        | {{ row.number }} | {{ row.subject | string.strip }} | {{ if row.is_public }}openbaar{{ else }}geweigerd{{ end }} | {{ for.index + 1 }} |
        {{~ end ~}}
        """;

    private readonly Template _template = Template.Parse(Text);
    private readonly ScriptArray _objects = new(Enumerable.Range(1, Rows).Select(x => (object?)new Row(x, $" Onderwerp {x} ", x % 3 == 0)));
    private readonly ScriptArray _members = new(Enumerable.Range(1, Rows).Select(
        x => (object?)new ScriptObject { ["number"] = x, ["subject"] = $" Onderwerp {x} ", ["is_public"] = x % 3 == 0 }));

    /// <summary>Parsing the template.</summary>
    [Benchmark]
    public Template Parse() => Template.Parse(Text);

    /// <summary>Rows that are .NET objects.</summary>
    [Benchmark(Baseline = true)]
    public int RenderObjects() => Render(_objects);

    /// <summary>Rows that are script objects.</summary>
    [Benchmark]
    public int RenderScriptObjects() => Render(_members);

    private int Render(ScriptArray rows)
    {
        var context = new TemplateContext { LoopLimit = 0, LimitToString = 0, StrictVariables = true };
        context.PushGlobal(new ScriptObject { ["rows"] = rows });
        return _template.Render(context).Length;
    }

    private sealed record Row(int Number, string Subject, bool IsPublic);
}
