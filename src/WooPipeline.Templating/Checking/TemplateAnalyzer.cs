using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace WooPipeline.Templating;

/// <summary>
/// Follows a template without rendering it: every branch is looked into, an included template sees what its includer sees. Where a value's
/// type can't be told nothing is held against it, so that what is reported is wrong.
/// </summary>
internal sealed partial class TemplateAnalyzer(TemplateLibrary library, AnalysisReport report)
{
    private const int MaxIncludes = 20_000;
    private readonly HashSet<string> everBound = new(StringComparer.Ordinal);
    private readonly Queue<(ScriptFunction Function, TemplateScope Scope)> functions = new();
    private readonly Stack<string> open = new();
    private Dictionary<string, TemplateType> locals = new(StringComparer.Ordinal);
    private TemplateScope scope = new(null, takesAssignments: false);
    private int includes;

    /// <summary>Follows a template with the data it is given; null for data that isn't known.</summary>
    public void Run(Template template, TemplateType? model)
    {
        scope = new TemplateScope(null, takesAssignments: false);
        foreach (var member in EngineNames.All())
        {
            scope.Declare(member.Name, member.Type);
        }

        Push(takesAssignments: false);
        scope.IsOpaque = model is null;
        Declare(model);
        Push(takesAssignments: true);
        Page(template, []);
        while (functions.TryDequeue(out var next))
        {
            Body(next.Function, next.Scope);
        }
    }

    private void Page(Template template, ImmutableArray<TemplateType> arguments)
    {
        if (template.HasErrors)
        {
            return;
        }

        var outer = locals;
        locals = new Dictionary<string, TemplateType>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i++)
        {
            locals[ArgumentKey(i)] = arguments[i];
        }

        Visit(template.Page.Body);
        locals = outer;
    }

    private void Visit(ScriptNode? node)
    {
        switch (node)
        {
            case null:
                break;
            case not null when IsTooDeep(node):
                break;
            case ScriptExpression expression:
                TypeOf(expression);
                break;
            case ScriptForStatement loop:
                Loop(loop);
                break;
            case ScriptCaptureStatement capture:
                Visit(capture.Body);
                Assign(capture.Target, TemplateType.Any);
                break;
            case ScriptFunction function:
                Define(function);
                break;
            case ScriptWithStatement with:
                Within(TypeOf(with.Name), takesAssignments: true, with.Body);
                break;
            case ScriptImportStatement import:
                Import(TypeOf(import.Expression));
                break;
            case ScriptWrapStatement wrap:
                Visit(wrap.Target);
                Visit(wrap.Body);
                break;
            default:
                foreach (var child in node.Children)
                {
                    Visit(child);
                }

                break;
        }
    }

    private void Loop(ScriptForStatement loop)
    {
        var list = TypeOf(loop.Iterator);
        foreach (var argument in loop.NamedArguments)
        {
            Visit(argument.Value);
        }

        var item = list is { Kind: TemplateKind.List, Item: { Kind: not TemplateKind.Empty } known } ? known : TemplateType.Any;
        Push(takesAssignments: false);
        if (loop.Variable is ScriptVariableGlobal variable)
        {
            everBound.Add(variable.Name);
            scope.Declare(variable.Name, item);
        }
        else if (loop.Variable is ScriptVariableLocal local)
        {
            locals[local.Name] = item;
        }

        Visit(loop.Body);
        scope = scope.Outer!;
        Visit(loop.Else);
    }

    private void Define(ScriptFunction function)
    {
        if (function.NameOrNull is { } name)
        {
            Assign(name, new TemplateType(TemplateKind.Function));
        }

        functions.Enqueue((function, scope));
    }

    // A function runs later than it is defined, and sees the names of where it is called.
    private void Body(ScriptFunction function, TemplateScope defined)
    {
        scope = new TemplateScope(defined, takesAssignments: true);
        foreach (var name in everBound.Where(n => scope.Find(n) is null).Concat(function.Parameters?.Select(p => p.Name) ?? []))
        {
            scope.Declare(name, TemplateType.Any);
        }

        locals = new Dictionary<string, TemplateType>(StringComparer.Ordinal);
        foreach (var child in function.Children)
        {
            Visit(child);
        }
    }

    private void Within(TemplateType type, bool takesAssignments, ScriptNode body)
    {
        Push(takesAssignments);
        Declare(type);
        Visit(body);
        scope = scope.Outer!;
    }

    private void Push(bool takesAssignments) => scope = new TemplateScope(scope, takesAssignments);

    private void Declare(TemplateType? type)
    {
        if (type is null)
        {
            return;
        }

        scope.IsOpaque |= type.IsOpen || type.Kind is TemplateKind.Any or TemplateKind.Empty;
        foreach (var member in type.Members)
        {
            scope.Declare(member.Name, member.Type);
        }
    }

    // The names stay after a loop around the import, as assigned ones do.
    private void Import(TemplateType type)
    {
        scope.IsOpaque |= type.IsOpen || type.Kind is TemplateKind.Any or TemplateKind.Empty;
        foreach (var member in type.Members)
        {
            everBound.Add(member.Name);
            scope.Assign(member.Name, member.Type);
        }
    }

    private void Assign(ScriptExpression target, TemplateType type)
    {
        switch (target)
        {
            case ScriptVariableGlobal variable:
                everBound.Add(variable.Name);
                scope.Assign(variable.Name, type);
                break;
            case ScriptVariableLocal local:
                locals[local.Name] = locals.TryGetValue(local.Name, out var before) ? before.Merge(type) : type;
                break;
            case ScriptMemberExpression member:
                TypeOf(member.Target);
                break;
            case ScriptIndexerExpression indexer:
                TypeOf(indexer.Target);
                TypeOf(indexer.Index);
                break;
            default:
                break;
        }
    }

    private bool IsTooDeep(ScriptNode node)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }

        Found("opbouw", node.Span, "het sjabloon is hier te diep genest. Haal delen uit elkaar.");
        return true;
    }

    private static string ArgumentKey(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{index}");

    private void Found(string code, SourceSpan span, string message) => report.Add(code, span, message);
}
