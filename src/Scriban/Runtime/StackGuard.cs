using System.Runtime.CompilerServices;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Gives a clear error before the stack of the process runs out, which would end the process.</summary>
internal static class StackGuard
{
    public static void Check(ScriptNode node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Exhausted(node.Span);
        }
    }

    public static void Check(SourceSpan span)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Exhausted(span);
        }
    }

    private static ScriptRuntimeException Exhausted(SourceSpan span) => new(span, "The template is nested too deeply to be evaluated");
}
