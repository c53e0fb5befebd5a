using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>A parsed template. It doesn't change, so one template may be rendered many times and by many threads.</summary>
public sealed class Template
{
    private const string DefaultFileName = "<input>";

    private readonly string _text;

    private Template(string text, ScriptPage page, LogMessageBag messages, string? sourceFilePath, ParserOptions parserOptions, LexerOptions lexerOptions)
    {
        _text = text;
        Page = page;
        Messages = messages;
        SourceFilePath = sourceFilePath;
        ParserOptions = parserOptions;
        LexerOptions = lexerOptions;
    }

    /// <summary>The file it was parsed under; null where none was given.</summary>
    public string? SourceFilePath { get; }

    /// <summary>The tree.</summary>
    public ScriptPage Page { get; }

    /// <summary>Whether there are errors, so it can't be rendered.</summary>
    public bool HasErrors => Messages.HasErrors;

    /// <summary>The messages of the parser.</summary>
    public LogMessageBag Messages { get; }

    /// <summary>The options it was parsed with.</summary>
    public ParserOptions ParserOptions { get; }

    /// <summary>The options it was cut into tokens with.</summary>
    public LexerOptions LexerOptions { get; }

    /// <summary>Parses a template. Errors are in <see cref="Messages"/>, each with its place.</summary>
    /// <param name="text">The template.</param>
    /// <param name="sourceFilePath">The name of the file in messages.</param>
    /// <param name="parserOptions">How tokens are made into a tree.</param>
    /// <param name="lexerOptions">How the text is cut into tokens.</param>
    public static Template Parse(string text, string? sourceFilePath = null, ParserOptions? parserOptions = null, LexerOptions? lexerOptions = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parsing = parserOptions ?? new ParserOptions();
        var lexing = lexerOptions ?? new LexerOptions();
        var parser = new Parser(text, sourceFilePath ?? DefaultFileName, parsing, lexing);
        var page = parser.Run();
        return new Template(text, page, parser.Messages, sourceFilePath, parsing, lexing);
    }

    /// <summary>Liquid is not supported: gives a template whose one message says so.</summary>
    public static Template ParseLiquid(string text, string? sourceFilePath = null, ParserOptions? parserOptions = null, LexerOptions? lexerOptions = null) =>
        Parse(text, sourceFilePath, parserOptions, (lexerOptions ?? new LexerOptions()) with { Lang = ScriptLang.Liquid });

    /// <summary>Parses and evaluates an expression.</summary>
    public static object? Evaluate(string expression, TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return Parse(expression, null, null, new LexerOptions { Mode = ScriptMode.ScriptOnly }).Evaluate(context);
    }

    /// <summary>Parses and evaluates an expression over a model.</summary>
    public static object? Evaluate(string expression, object? model, MemberRenamerDelegate? memberRenamer = null, MemberFilterDelegate? memberFilter = null)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return Evaluate(expression, ContextFor(model, memberRenamer, memberFilter));
    }

    /// <summary>Evaluates the template without printing.</summary>
    /// <returns>The value of its last expression, or of its <c>ret</c>.</returns>
    /// <exception cref="ScriptRuntimeException">The template asks for something that can't be done.</exception>
    public object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var enabled = context.EnableOutput;
        context.EnableOutput = false;
        try
        {
            return Run(context, print: false);
        }
        finally
        {
            context.EnableOutput = enabled;
        }
    }

    /// <summary>Evaluates the template over a model without printing.</summary>
    public object? Evaluate(object? model = null, MemberRenamerDelegate? memberRenamer = null, MemberFilterDelegate? memberFilter = null) =>
        Evaluate(ContextFor(model, memberRenamer, memberFilter));

    /// <summary>Renders the template to the output of a context.</summary>
    /// <returns>What was printed, where that is to a string.</returns>
    /// <exception cref="ScriptRuntimeException">The template asks for something that can't be done.</exception>
    public string Render(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Run(context, print: true);
        return context.TakeOutput();
    }

    /// <summary>Renders the template over a model: an object, a dictionary or a <see cref="ScriptObject"/>.</summary>
    public string Render(object? model = null, MemberRenamerDelegate? memberRenamer = null, MemberFilterDelegate? memberFilter = null) =>
        Render(ContextFor(model, memberRenamer, memberFilter));

    /// <summary>Renders the template to the output of a context.</summary>
    public ValueTask<string> RenderAsync(TemplateContext context) => new(Render(context));

    /// <summary>Renders the template over a model.</summary>
    public ValueTask<string> RenderAsync(object? model = null, MemberRenamerDelegate? memberRenamer = null, MemberFilterDelegate? memberFilter = null) =>
        new(Render(model, memberRenamer, memberFilter));

    /// <summary>The text the template was parsed from.</summary>
    public string ToText() => _text;

    private static TemplateContext ContextFor(object? model, MemberRenamerDelegate? memberRenamer, MemberFilterDelegate? memberFilter)
    {
        var globals = new ScriptObject();
        globals.Import(model, memberFilter, memberRenamer);
        var context = new TemplateContext { MemberFilter = memberFilter };
        if (memberRenamer is not null)
        {
            context.MemberRenamer = memberRenamer;
        }

        context.PushGlobal(globals);
        return context;
    }

    private object? Run(TemplateContext context, bool print)
    {
        if (HasErrors)
        {
            throw new InvalidOperationException($"This template has errors. Check the <Template.HasErrors> and <Template.Messages> before evaluating a template. Messages:\n{Messages}");
        }

        var outer = context.CurrentSourceFile;
        context.CurrentSourceFile = SourceFilePath;
        try
        {
            var result = Page.Evaluate(context);
            if (print && context.EnableOutput)
            {
                context.Write(Page.Span, result);
            }

            return result;
        }
        catch (ScriptRuntimeException ex) when (ex is not ScriptAbortException && ex.Span == default)
        {
            throw new ScriptRuntimeException(Page.Span, ex.OriginalMessage, ex);
        }
        catch (Exception ex) when (ex is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(Page.Span, ex.Message, ex);
        }
        finally
        {
            context.CurrentSourceFile = outer;
        }
    }
}
