using System.Collections.Immutable;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>for variable in iterator ... else ... end</c></summary>
public class ScriptForStatement : ScriptLoopStatementBase
{
    private const string Reversed = "reversed";

    internal ScriptForStatement(
        ScriptExpression variable, ScriptExpression iterator, ImmutableArray<ScriptNamedArgument> namedArguments, ScriptBlockStatement body, ScriptStatement? otherwise)
        : base(body)
    {
        Variable = variable;
        Iterator = iterator;
        NamedArguments = namedArguments;
        Else = otherwise;
    }

    /// <summary>The variable that holds the item.</summary>
    public ScriptExpression Variable { get; }

    /// <summary>What is walked over.</summary>
    public ScriptExpression Iterator { get; }

    /// <summary><c>offset</c>, <c>limit</c>, <c>reversed</c> and, for tablerow, <c>cols</c>.</summary>
    public ImmutableArray<ScriptNamedArgument> NamedArguments { get; }

    /// <summary>What is done where there is no item; null for nothing.</summary>
    public ScriptStatement? Else { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children =>
        Else is null ? [Variable, Iterator, .. NamedArguments, Body] : [Variable, Iterator, .. NamedArguments, Body, Else];

    internal virtual LoopKind Kind => LoopKind.For;

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var settings = ReadSettings(context);
        var source = LoopSource.Create(context, Iterator.Span, Iterator.Evaluate(context));
        object? result = null;
        var any = false;
        var loop = context.EnterLoop(Kind, source, settings);
        try
        {
            Before(context);
            while (loop.MoveNext(context, Iterator.Span))
            {
                any = true;
                context.SetLoopVariable(Variable, loop);
                BeforeItem(context, loop);
                var goOn = Step(context, ref result);
                AfterItem(context, loop);
                if (!goOn)
                {
                    break;
                }
            }

            After(context);
        }
        finally
        {
            context.ExitLoop();
        }

        return !any && Else is not null ? Else.Evaluate(context) : result;
    }

    private protected virtual void Before(TemplateContext context)
    {
    }

    private protected virtual void BeforeItem(TemplateContext context, LoopState loop)
    {
    }

    private protected virtual void AfterItem(TemplateContext context, LoopState loop)
    {
    }

    private protected virtual void After(TemplateContext context)
    {
    }

    private LoopSettings ReadSettings(TemplateContext context)
    {
        var settings = new LoopSettings(0, int.MaxValue, false, 1);
        foreach (var argument in NamedArguments)
        {
            settings = argument.Name switch
            {
                "offset" => settings with { Offset = Math.Max(0, context.ToInt(argument.Span, argument.Evaluate(context))) },
                "limit" => settings with { Limit = Math.Max(0, context.ToInt(argument.Span, argument.Evaluate(context))) },
                "cols" when Kind == LoopKind.TableRow => settings with { Columns = Math.Max(1, context.ToInt(argument.Span, argument.Evaluate(context))) },
                Reversed => settings with { IsReversed = context.ToBool(argument.Span, argument.Evaluate(context)) },
                _ => throw new ScriptRuntimeException(argument.Span, $"Unsupported argument `{argument.Name}` for statement: `{(Kind == LoopKind.For ? "for" : "tablerow")}`"),
            };
        }

        return settings;
    }
}
