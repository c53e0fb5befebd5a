using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Variables: the stack of objects they are looked up in, the locals of functions, the variables of loops.</summary>
public partial class TemplateContext
{
    private Frame[] _frames = new Frame[8];
    private int _frameCount;
    private LocalFrame _local;

    /// <summary>The object to which variables are written.</summary>
    public IScriptObject? CurrentGlobal
    {
        get
        {
            for (var i = _frameCount - 1; i >= 0; i--)
            {
                if (_frames[i].Store is { } store)
                {
                    return store;
                }
            }

            return null;
        }
    }

    /// <summary>The number of objects in which variables are looked up, with the built-ins.</summary>
    public int GlobalCount => _frames.Take(_frameCount).Count(x => x.Store is not null);

    /// <summary>Puts an object on top: its members are variables, and variables are written to it.</summary>
    public void PushGlobal(IScriptObject scriptObject)
    {
        ArgumentNullException.ThrowIfNull(scriptObject);
        PushFrame(new Frame(scriptObject, null));
    }

    /// <summary>Takes the object on top away.</summary>
    public IScriptObject PopGlobal()
    {
        if (_frameCount <= 1 || _frames[_frameCount - 1].Store is not { } store)
        {
            throw new InvalidOperationException("Unexpected PopGlobal() not matching a PushGlobal");
        }

        PopFrame();
        return store;
    }

    /// <summary>Reads a variable without calling it; null where it isn't found and that is allowed.</summary>
    public object? GetValue(ScriptVariable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return variable.GetValue(this);
    }

    /// <summary>Writes a variable.</summary>
    public void SetValue(ScriptVariable variable, object? value, bool asReadOnly = false)
    {
        if (variable is ScriptVariableGlobal global)
        {
            SetGlobal(global, value, asReadOnly);
        }
        else if (variable is ScriptVariableLocal local)
        {
            SetLocal(local, value, asReadOnly);
        }
    }

    /// <summary>Forbids writing a variable.</summary>
    public void SetReadOnly(ScriptVariable variable, bool isReadOnly = true)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (variable is ScriptVariableLocal)
        {
            _local.Variables.SetReadOnly(variable.Name, isReadOnly);
        }
        else
        {
            CurrentGlobal?.SetReadOnly(variable.Name, isReadOnly);
        }
    }

    internal object? GetGlobal(ScriptVariableGlobal variable)
    {
        var name = variable.Name;
        for (var i = _frameCount - 1; i >= 0; i--)
        {
            ref readonly var frame = ref _frames[i];
            if (frame.Store is null)
            {
                if (frame.LoopName == name)
                {
                    return frame.Loop!.Value;
                }
            }
            else if (frame.Store.TryGetValue(this, variable.Span, name, out var value))
            {
                return value;
            }
        }

        return NotFound(variable);
    }

    internal void SetGlobal(ScriptVariableGlobal variable, object? value, bool asReadOnly)
    {
        for (var i = _frameCount - 1; i >= 0; i--)
        {
            ref readonly var frame = ref _frames[i];
            if (frame.Store is null)
            {
                if (frame.LoopName == variable.Name)
                {
                    frame.Loop!.Overwrite(value);
                    return;
                }
            }
            else if (frame.Store.TrySetValue(this, variable.Span, variable.Name, value, asReadOnly))
            {
                return;
            }
            else
            {
                break;
            }
        }

        throw new ScriptRuntimeException(variable.Span, $"Cannot set the readonly variable `{variable}`");
    }

    internal object? GetLocal(ScriptVariableLocal variable)
    {
        switch (variable.Name)
        {
            case "" when _local.Arguments is { } arguments:
                return arguments;
            case "$" when _local.Block is { } block:
                return block;
            default:
                return _local.TryGet(variable.Name, out var value) ? value : NotFound(variable);
        }
    }

    internal void SetLocal(ScriptVariableLocal variable, object? value, bool asReadOnly)
    {
        if (!_local.Variables.TrySetValue(this, variable.Span, variable.Name, value, asReadOnly))
        {
            throw new ScriptRuntimeException(variable.Span, $"Cannot set the readonly variable `{variable}`");
        }
    }

    internal void PushLocal(ScriptArray? arguments, ScriptBlockStatement? block) => _local = new LocalFrame(_local, arguments, block);

    internal void PopLocal() => _local = _local.Outer!;

    internal void Import(Parsing.SourceSpan span, object? value)
    {
        var target = CurrentGlobal;
        if (value is null || target is null)
        {
            return;
        }

        if (!ScriptObject.IsImportable(value))
        {
            throw new ScriptRuntimeException(span, $"Unexpected value `{GetTypeName(value)}` for import. Expecting an plain script object {{}}");
        }

        var accessor = GetMemberAccessor(value);
        foreach (var member in accessor.GetMembers(this, span, value).ToList())
        {
            if (accessor.TryGetValue(this, span, value, member, out var item))
            {
                target.TrySetValue(this, span, member, item, false);
            }
        }
    }

    private void ResetVariables()
    {
        while (_local.Outer is not null)
        {
            PopLocal();
        }

        _local.Loops = 0;
        _loops.Clear();
        _depth = 0;
    }

    private object? NotFound(ScriptVariable variable)
    {
        if (TryGetVariable is not null && TryGetVariable(this, variable.Span, variable, out var value))
        {
            return value;
        }

        return StrictVariables
            ? throw new ScriptRuntimeException(variable.Span, $"The variable or function `{variable}` was not found")
            : null;
    }

    private void PushFrame(Frame frame)
    {
        if (_frameCount == _frames.Length)
        {
            Array.Resize(ref _frames, _frames.Length * 2);
        }

        _frames[_frameCount++] = frame;
    }

    private void PopFrame() => _frames[--_frameCount] = default;

    /// <summary>An object in which variables are looked up, or the variable of a loop.</summary>
    private readonly record struct Frame(IScriptObject? Store, LoopState? Loop, string? LoopName = null);

    /// <summary>The local variables of a page or a function.</summary>
    private sealed class LocalFrame(LocalFrame? outer, ScriptArray? arguments, ScriptBlockStatement? block)
    {
        private ScriptObject? _variables;

        public LocalFrame? Outer => outer;

        public ScriptArray? Arguments => arguments;

        public ScriptBlockStatement? Block => block;

        public int Loops { get; set; }

        public ScriptObject Variables => _variables ??= new ScriptObject();

        public bool TryGet(string name, out object? value)
        {
            value = null;
            return _variables?.TryGetValue(name, out value) == true;
        }
    }
}
