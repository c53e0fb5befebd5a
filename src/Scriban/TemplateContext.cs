using System.Globalization;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Everything one rendering needs: variables, output, limits, settings. Not for use by two threads at a time.</summary>
public partial class TemplateContext
{
    private readonly Stack<CultureInfo> _cultures = new();
    private PipeArguments? _piped;

    /// <summary>Creates a context with the built-in functions.</summary>
    public TemplateContext()
        : this(null)
    {
    }

    /// <summary>Creates a context with functions of your own in the place of the built-in ones.</summary>
    public TemplateContext(ScriptObject? builtin)
        : this(builtin, null)
    {
    }

    /// <summary>Creates a context whose variables are compared in a way of their own.</summary>
    public TemplateContext(ScriptObject? builtin, IEqualityComparer<string>? keyComparer)
    {
        BuiltinObject = builtin ?? GetDefaultBuiltinObject();
        Output = new StringBuilderOutput();
        PushFrame(new Frame(BuiltinObject, null));
        PushGlobal(new ScriptObject(keyComparer));
        _local = new LocalFrame(null, null, null);
    }

    /// <summary>Says for a variable that isn't found what its value is.</summary>
    public delegate bool TryGetVariableDelegate(TemplateContext context, SourceSpan span, ScriptVariable variable, out object? value);

    /// <summary>Says for a member that isn't found what its value is.</summary>
    public delegate bool TryGetMemberDelegate(TemplateContext context, SourceSpan span, object target, string member, out object? value);

    /// <summary>Turns an error into the text that is printed in its place.</summary>
    public delegate string RenderRuntimeExceptionDelegate(ScriptRuntimeException exception);

    /// <summary>The built-in functions, which are looked at last.</summary>
    public ScriptObject BuiltinObject { get; }

    /// <summary>The culture of numbers and dates; invariant unless one is pushed.</summary>
    public CultureInfo CurrentCulture => _cultures.Count == 0 ? CultureInfo.InvariantCulture : _cultures.Peek();

    /// <summary>Finds and reads included templates; null where there are none.</summary>
    public ITemplateLoader? TemplateLoader { get; set; }

    /// <summary>How included templates are cut into tokens.</summary>
    public LexerOptions TemplateLoaderLexerOptions { get; set; } = LexerOptions.Default;

    /// <summary>How included templates are parsed.</summary>
    public ParserOptions TemplateLoaderParserOptions { get; set; } = new();

    /// <summary>Included templates by their path.</summary>
    public Dictionary<string, Template> CachedTemplates { get; } = [];

    /// <summary>Names of .NET members.</summary>
    public MemberRenamerDelegate MemberRenamer { get; set; } = StandardMemberRenamer.Default;

    /// <summary>Which .NET members templates may see; null for all.</summary>
    public MemberFilterDelegate? MemberFilter { get; set; }

    /// <summary>Asked for variables that aren't found.</summary>
    public TryGetVariableDelegate? TryGetVariable { get; set; }

    /// <summary>Asked for members that aren't found.</summary>
    public TryGetMemberDelegate? TryGetMember { get; set; }

    /// <summary>Prints errors rather than throwing them.</summary>
    public RenderRuntimeExceptionDelegate? RenderRuntimeException { get; set; }

    /// <summary>Values of the host, kept for its functions.</summary>
    public Dictionary<object, object?> Tags { get; } = [];

    /// <summary>The file that is being rendered.</summary>
    public string? CurrentSourceFile { get; internal set; }

    /// <summary>Whether the lines of a value are indented as the block that prints it.</summary>
    public bool AutoIndent { get; set; } = true;

    /// <summary>Whether empty lines are indented too.</summary>
    public bool IndentOnEmptyLines { get; set; } = true;

    /// <summary>The end of a line in text that the engine makes.</summary>
    public string NewLine { get; set; } = "\n";

    /// <summary>Whether a variable that isn't found is an error rather than null.</summary>
    public bool StrictVariables { get; set; }

    /// <summary>Whether values are printed.</summary>
    public bool EnableOutput { get; set; } = true;

    /// <summary>Whether a member of null is null rather than an error.</summary>
    public bool EnableRelaxedTargetAccess { get; set; }

    /// <summary>Whether a member that isn't found is null rather than an error.</summary>
    public bool EnableRelaxedMemberAccess { get; set; } = true;

    /// <summary>Whether a call of a function that isn't found is null rather than an error.</summary>
    public bool EnableRelaxedFunctionAccess { get; set; }

    /// <summary>Whether an item outside a list is null rather than an error.</summary>
    public bool EnableRelaxedIndexerAccess { get; set; } = true;

    /// <summary>Whether an item at null is null rather than an error.</summary>
    public bool EnableNullIndexer { get; set; }

    /// <summary>Whether a break or continue outside a loop ends the page.</summary>
    public bool EnableBreakAndContinueAsReturnOutsideLoop { get; set; }

    /// <summary>Stops the rendering with a <see cref="ScriptAbortException"/>.</summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>Stands for the caller where a function is called by the host.</summary>
    internal ScriptNode Nowhere { get; } = new ScriptLiteral(null);

    internal ScriptFlowState FlowState { get; set; }

    /// <summary>The indent of the code block that is being run, or null.</summary>
    internal string? CurrentIndent { get; set; }

    /// <summary>A new object with the built-in functions.</summary>
    public static ScriptObject GetDefaultBuiltinObject() => new BuiltinFunctions();

    /// <summary>Makes a culture the current one.</summary>
    public void PushCulture(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        _cultures.Push(culture);
    }

    /// <summary>Goes back to the culture before.</summary>
    public CultureInfo PopCulture() =>
        _cultures.Count == 0 ? throw new InvalidOperationException("Cannot PopCulture more than PushCulture") : _cultures.Pop();

    /// <summary>Makes the context fit for use again after an error; the objects and cultures that the host pushed stay.</summary>
    public void Reset()
    {
        while (_outputs.Count > 0)
        {
            PopOutput();
        }

        TakeOutput();
        ResetVariables();
        FlowState = ScriptFlowState.None;
        _piped = null;
    }

    /// <summary>Throws where the rendering was stopped from outside.</summary>
    public void CheckAbort() => CheckAbort(default);

    /// <summary>Evaluates a node.</summary>
    public object? Evaluate(ScriptNode? scriptNode) => scriptNode?.Evaluate(this);

    /// <summary>Writes a value to the place an expression names.</summary>
    public void SetValue(ScriptExpression target, object? value)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target is not IScriptVariablePath path)
        {
            throw new ScriptRuntimeException(target.Span, "Unsupported target expression for assignment.");
        }

        path.SetValue(this, value);
    }

    /// <summary>Reads the value of the place an expression names, without calling it.</summary>
    public object? GetValue(ScriptExpression target) => target is IScriptVariablePath path ? path.GetValue(this) : Evaluate(target);

    /// <summary>Puts a value into a pipe and takes out what was in it.</summary>
    internal PipeArguments? ExchangePipe(PipeArguments? piped)
    {
        var before = _piped;
        _piped = piped;
        return before;
    }

    /// <summary>Calls a value that is a function, with what is in the pipe; other values are returned.</summary>
    internal object? CallIfFunction(object? value, ScriptNode caller) => value switch
    {
        IScriptCustomFunction function => FunctionArguments.Call(this, caller, function, ExchangePipe(null), [], null),
        ScriptBlockStatement block => block.Evaluate(this),
        _ => value,
    };

    internal void CheckAbort(SourceSpan span)
    {
        if (CancellationToken.IsCancellationRequested)
        {
            throw new ScriptAbortException(span, CancellationToken);
        }
    }
}
