using System.Globalization;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Loops, recursion and the limits of a rendering.</summary>
public partial class TemplateContext
{
    /// <summary>The longest text any operation makes where <see cref="LimitToString"/> sets no limit.</summary>
    internal const int MaximumLength = 1 << 24;

    /// <summary>The longest list any operation makes.</summary>
    internal const int MaximumItems = 1 << 24;

    /// <summary>A long operation asks each 4096 items whether it must stop.</summary>
    private const int AbortMask = 0xFFF;

    private readonly List<LoopState> _loops = [];
    private int _steps;
    private int _depth;

    /// <summary>Steps that the loops of a template may take, nested ones together; 0 for no limit.</summary>
    public int LoopLimit { get; set; } = 1000;

    /// <summary>The limit for loops over queries; null for <see cref="LoopLimit"/>.</summary>
    public int? LoopLimitQueryable { get; set; }

    /// <summary>How deep functions and includes may call each other; 0 for no limit but that of the stack.</summary>
    public int RecursiveLimit { get; set; } = 100;

    /// <summary>Length in UTF-16 units of the text of a value and of the output, beyond which they are cut; 0 for no limit.</summary>
    public int LimitToString { get; set; } = 1_048_576;

    /// <summary>How deep a structure that is printed may be; 0 for no limit but that of the stack.</summary>
    public int ObjectRecursionLimit { get; set; } = 20;

    /// <summary>How long a regular expression may take.</summary>
    public TimeSpan RegexTimeOut { get; set; } = TimeSpan.FromSeconds(10);

    internal bool IsInLoop => _local.Loops > 0;

    internal LoopState EnterLoop(LoopKind kind, LoopSource source, LoopSettings settings)
    {
        if (_loops.Count == 0)
        {
            _steps = 0;
        }

        var loop = new LoopState(kind, source, settings);
        _loops.Add(loop);
        _local.Loops++;
        if (kind != LoopKind.While)
        {
            PushFrame(new Frame(null, loop));
        }

        return loop;
    }

    internal void ExitLoop()
    {
        var loop = _loops[^1];
        _loops.RemoveAt(_loops.Count - 1);
        _local.Loops--;
        if (loop.Kind != LoopKind.While)
        {
            PopFrame();
        }
    }

    internal void SetLoopVariable(ScriptExpression variable, LoopState loop)
    {
        if (variable is ScriptVariableGlobal global)
        {
            _frames[_frameCount - 1] = new Frame(null, loop, global.Name);
        }
        else
        {
            SetValue(variable, loop.Value);
        }
    }

    internal void StepLoop(ScriptNode node)
    {
        CheckAbort(node.Span);
        var limit = (_loops[^1].IsQuery ? LoopLimitQueryable : null) ?? LoopLimit;
        if (limit > 0 && ++_steps > limit)
        {
            throw new ScriptRuntimeException(node.Span, string.Create(CultureInfo.InvariantCulture, $"Exceeding number of iteration limit `{limit}` for loop statement."));
        }
    }

    internal LoopState? FindLoop(LoopKind kind)
    {
        for (var i = _loops.Count - 1; i >= 0; i--)
        {
            if (_loops[i].Kind == kind)
            {
                return _loops[i];
            }
        }

        return null;
    }

    internal void EnterRecursive(ScriptNode node)
    {
        CheckAbort(node.Span);
        StackGuard.Check(node);
        if (RecursiveLimit > 0 && _depth >= RecursiveLimit)
        {
            throw new ScriptRuntimeException(node.Span, string.Create(CultureInfo.InvariantCulture, $"Exceeding number of recursive depth limit `{RecursiveLimit}` for node: `{node}`"));
        }

        _depth++;
    }

    internal void ExitRecursive() => _depth--;

    /// <summary>Throws before a template makes more items out of nothing than its loops may take steps.</summary>
    internal void CheckSteps(SourceSpan span, long count) => CheckItems(span, count, LoopLimit > 0 ? LoopLimit : MaximumItems);

    /// <summary>Throws before a list gets longer than the memory is meant for.</summary>
    internal void CheckItems(SourceSpan span, long count) => CheckItems(span, count, MaximumItems);

    private void CheckItems(SourceSpan span, long count, int limit)
    {
        if (count > limit)
        {
            throw new ScriptRuntimeException(span, string.Create(CultureInfo.InvariantCulture, $"Exceeding number of iteration limit `{limit}` for a list."));
        }

        if ((count & AbortMask) == 0)
        {
            CheckAbort(span);
        }
    }

    /// <summary>Whether a text that is cut at <see cref="LimitToString"/> is long enough; throws where it is too long and not cut.</summary>
    internal bool IsFull(int length)
    {
        if (LimitToString > 0)
        {
            return length > LimitToString;
        }

        CheckLength(default, length);
        return false;
    }

    /// <summary>Throws before a text gets longer than is allowed.</summary>
    internal void CheckLength(SourceSpan span, long length)
    {
        var limit = LimitToString > 0 ? LimitToString : MaximumLength;
        if (length > limit)
        {
            throw new ScriptRuntimeException(span, string.Create(CultureInfo.InvariantCulture, $"String length {length} exceeds the limit `{limit}`."));
        }
    }
}
