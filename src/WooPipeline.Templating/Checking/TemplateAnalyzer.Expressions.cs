using System.Globalization;
using Scriban.Syntax;

namespace WooPipeline.Templating;

/// <summary>What expressions give.</summary>
internal sealed partial class TemplateAnalyzer
{
    private TemplateType TypeOf(ScriptExpression? expression)
    {
        switch (expression)
        {
            case null:
                return TemplateType.Empty;
            case not null when IsTooDeep(expression):
                return TemplateType.Any;
            case ScriptLiteral literal:
                return TemplateType.Of(literal.Value);
            case ScriptVariableGlobal variable:
                return Named(variable, isCalled: false);
            case ScriptVariableLocal local:
                return locals.GetValueOrDefault(local.Name) ?? TemplateType.Any;
            case ScriptNestedExpression nested:
                return TypeOf(nested.Expression);
            case ScriptMemberExpression member:
                return MemberOf(TypeOf(member.Target), member.Member);
            case ScriptIndexerExpression indexer:
                return ItemOf(indexer);
            case ScriptConditionalExpression choice:
                TypeOf(choice.Condition);
                return TypeOf(choice.ThenValue).Merge(TypeOf(choice.ElseValue));
            case ScriptAssignExpression assign:
                return Assigned(assign);
            case ScriptFunctionCall call:
                return Call(call.Target, call.Arguments, null);
            case ScriptPipeCall pipe:
                return Piped(pipe);
            case ScriptAnonymousFunction anonymous:
                Define(anonymous.Function);
                return new TemplateType(TemplateKind.Function);
            default:
                foreach (var child in expression.Children)
                {
                    Visit(child);
                }

                return TemplateType.Any;
        }
    }

    private TemplateType Assigned(ScriptAssignExpression assign)
    {
        var type = TypeOf(assign.Value);
        if (assign.CompoundOperator is not null)
        {
            TypeOf(assign.Target);
            type = TemplateType.Any;
        }

        Assign(assign.Target, type);
        return type;
    }

    private TemplateType Piped(ScriptPipeCall pipe)
    {
        var from = TypeOf(pipe.From);
        return pipe.To switch
        {
            ScriptFunctionCall call => Call(call.Target, call.Arguments, (pipe.From, from)),
            ScriptVariableGlobal or ScriptMemberExpression => Call(pipe.To, [], (pipe.From, from)),
            _ => TypeOf(pipe.To),
        };
    }

    private TemplateType Call(ScriptExpression target, IReadOnlyList<ScriptExpression> arguments, (ScriptExpression Expression, TemplateType Type)? piped)
    {
        var types = arguments.Select(TypeOf).ToList();
        if (target is ScriptVariableGlobal { Name: EngineNames.Include } include)
        {
            var first = piped?.Expression ?? (arguments.Count > 0 ? arguments[0] : null);
            Include(include, first, [.. types.Skip(piped is null ? 1 : 0)]);
            return new TemplateType(TemplateKind.Markdown);
        }

        if (target is ScriptVariableGlobal variable)
        {
            Named(variable, isCalled: true);
        }
        else
        {
            TypeOf(target);
        }

        return TemplateType.Any;
    }

    private TemplateType Named(ScriptVariableGlobal variable, bool isCalled)
    {
        if (scope.Find(variable.Name) is { } known)
        {
            return known;
        }

        if (isCalled ? scope.IsAnyOpaque && !IsLikelyFunction(variable.Name) : scope.IsAnyOpaque)
        {
            return TemplateType.Any;
        }

        Found(isCalled ? "functie" : "gegeven", variable.Span, $"{(isCalled ? "de functie" : "het gegeven")} '{variable.Name}' bestaat niet. {Meant(variable.Name)}");
        return TemplateType.Any;
    }

    // Where the data isn't known a name may be in it, unless it is nearly one of a function.
    private static bool IsLikelyFunction(string name) => FunctionNamed(name) is not null
        || Suggestion.For(name, EngineNames.All().Select(m => m.Name)) is not null;

    private string Meant(string name)
    {
        var names = scope.Names().ToList();
        return Suggestion.For(name, names) is { } near ? $"Bedoelde u '{near}'?"
            : FunctionNamed(name) is { } function ? $"Bedoelde u '{function}'?"
            : Suggestion.Sentence(name, names.Except(EngineNames.All().Select(m => m.Name)));
    }

    private static string? FunctionNamed(string name) => EngineNames.All().Reverse()
        .Where(group => group.Type.Member(name) is not null).Select(group => $"{group.Name}.{name}").FirstOrDefault();

    private TemplateType MemberOf(TemplateType target, ScriptVariable member)
    {
        switch (target.Kind)
        {
            case TemplateKind.Object:
                return MemberOfObject(target, member);
            case TemplateKind.List or TemplateKind.Text or TemplateKind.Date when member.Name == "size":
                return new TemplateType(TemplateKind.Number);
            case TemplateKind.List or TemplateKind.Text or TemplateKind.Date or TemplateKind.Number or TemplateKind.YesNo when member.Name != "empty?":
                Found("onderdeel", member.Span, $"'{member.Name}' bestaat niet: {TypeWords.Of(target)} heeft geen onderdelen{(target.Kind is TemplateKind.Number or TemplateKind.YesNo ? "" : " behalve 'size'")}.");
                return TemplateType.Any;
            default:
                return TemplateType.Any;
        }
    }

    private TemplateType MemberOfObject(TemplateType target, ScriptVariable member)
    {
        if (target.Member(member.Name) is { } known)
        {
            return known;
        }

        var names = target.Members.Select(m => m.Name).ToList();
        // Users give such an object names of their own; only what is nearly a known one is taken for a slip.
        if (member.Name != "empty?" && (!target.IsOpen || Suggestion.For(member.Name, names) is not null))
        {
            var isFunction = names.Count > 0 && target.Members.All(m => m.Type.Kind == TemplateKind.Function);
            var inside = target.Name.Length > 0 ? $" in '{target.Name}'" : "";
            Found(isFunction ? "functie" : "onderdeel", member.Span, $"'{member.Name}' bestaat niet{inside}. {Suggestion.Sentence(member.Name, names)}");
        }

        return TemplateType.Any;
    }

    private TemplateType ItemOf(ScriptIndexerExpression indexer)
    {
        if (indexer is { Target: ScriptVariableLocal { Name: "" }, Index: ScriptLiteral { Value: { } position } })
        {
            return locals.GetValueOrDefault("#" + Convert.ToString(position, CultureInfo.InvariantCulture)) ?? TemplateType.Any;
        }

        var target = TypeOf(indexer.Target);
        TypeOf(indexer.Index);
        return target.Kind switch
        {
            TemplateKind.List when target.Item is { Kind: not TemplateKind.Empty } item => item,
            TemplateKind.Object when indexer.Index is ScriptLiteral { Value: string name } => target.Member(name) ?? TemplateType.Any,
            _ => TemplateType.Any,
        };
    }
}
