using System.Collections.Immutable;
using System.Globalization;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>tablerow variable in iterator cols: n ... end</c>: items as cells of an HTML table.</summary>
public sealed class ScriptTableRowStatement : ScriptForStatement
{
    internal ScriptTableRowStatement(
        ScriptExpression variable, ScriptExpression iterator, ImmutableArray<ScriptNamedArgument> namedArguments, ScriptBlockStatement body, ScriptStatement? otherwise)
        : base(variable, iterator, namedArguments, body, otherwise)
    {
    }

    internal override LoopKind Kind => LoopKind.TableRow;

    private protected override void Before(TemplateContext context) => context.Write("<tr class=\"row1\">");

    private protected override void BeforeItem(TemplateContext context, LoopState loop)
    {
        if (loop.Index > 0 && loop.Column == 0)
        {
            var row = (loop.Index / loop.Columns) + 1;
            context.Write(string.Create(CultureInfo.InvariantCulture, $"</tr>{context.NewLine}<tr class=\"row{row}\">"));
        }

        context.Write(string.Create(CultureInfo.InvariantCulture, $"<td class=\"col{loop.Column + 1}\">"));
    }

    private protected override void AfterItem(TemplateContext context, LoopState loop) => context.Write("</td>");

    private protected override void After(TemplateContext context) => context.Write("</tr>" + context.NewLine);
}
