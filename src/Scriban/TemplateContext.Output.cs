using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Output: writing text and values, captures, indents.</summary>
public partial class TemplateContext
{
    /// <summary>The most text a string output takes where <see cref="LimitToString"/> sets no limit, so a template can't fill the memory.</summary>
    private const long MaximumOutput = 1L << 26;

    private const string Ellipsis = "...";

    private readonly Stack<(IScriptOutput Output, long Written)> _outputs = new();
    private long _written;
    private bool _isAtLineStart;

    /// <summary>Where is written to.</summary>
    public IScriptOutput Output { get; private set; }

    /// <summary>Writes to a new string until <see cref="PopOutput"/>.</summary>
    public void PushOutput() => PushOutput(new StringBuilderOutput());

    /// <summary>Writes to another output until <see cref="PopOutput"/>.</summary>
    public void PushOutput(IScriptOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _outputs.Push((Output, _written));
        Output = output;
        _written = 0;
    }

    /// <summary>Goes back to the output before.</summary>
    /// <returns>The output that was written to.</returns>
    public IScriptOutput PopOutput()
    {
        if (_outputs.Count == 0)
        {
            throw new InvalidOperationException("Unexpected PopOutput for top level writer");
        }

        var output = Output;
        (Output, _written) = _outputs.Pop();
        return output;
    }

    /// <summary>Writes a value as text.</summary>
    public virtual TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (textAsObject is not null)
        {
            Write(textAsObject as string ?? ToText(span, textAsObject));
        }

        return this;
    }

    /// <summary>Writes a text.</summary>
    public TemplateContext Write(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            Write(text, 0, text.Length);
        }

        return this;
    }

    /// <summary>Writes a part of a text, with the current indent on each line after the first.</summary>
    public TemplateContext Write(string text, int startIndex, int count)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (CurrentIndent is null || !AutoIndent)
        {
            if (count > 0)
            {
                _isAtLineStart = text[startIndex + count - 1] == '\n';
                WriteLimited(text, startIndex, count);
            }

            return this;
        }

        var end = startIndex + count;
        while (startIndex < end)
        {
            if (_isAtLineStart && (IndentOnEmptyLines || text[startIndex] is not ('\n' or '\r')))
            {
                WriteLimited(CurrentIndent, 0, CurrentIndent.Length);
            }

            var lineEnd = text.IndexOf('\n', startIndex, end - startIndex);
            var next = lineEnd < 0 ? end : lineEnd + 1;
            WriteLimited(text, startIndex, next - startIndex);
            _isAtLineStart = lineEnd >= 0;
            startIndex = next;
        }

        return this;
    }

    /// <summary>Writes the end of a line.</summary>
    public TemplateContext WriteLine() => Write(NewLine);

    /// <summary>Runs an action and returns what it printed.</summary>
    internal string Capture(Action action)
    {
        var (indent, isAtLineStart, enabled) = (CurrentIndent, _isAtLineStart, EnableOutput);
        CurrentIndent = null;
        EnableOutput = true;
        PushOutput();
        IScriptOutput output;
        try
        {
            action();
        }
        finally
        {
            output = PopOutput();
            (CurrentIndent, _isAtLineStart, EnableOutput) = (indent, isAtLineStart, enabled);
        }

        return output.ToString() ?? "";
    }

    /// <summary>Empties the output of a finished rendering.</summary>
    internal string TakeOutput()
    {
        var text = Output.ToString() ?? "";
        if (Output is StringBuilderOutput builder)
        {
            builder.Builder.Clear();
        }

        _written = 0;
        _isAtLineStart = false;
        CurrentIndent = null;
        return text;
    }

    private string ToText(SourceSpan span, object value)
    {
        try
        {
            return ObjectToString(value);
        }
        catch (ScriptRuntimeException ex) when (ex.Span == default)
        {
            throw new ScriptRuntimeException(span, ex.OriginalMessage, ex);
        }
    }

    private void WriteLimited(string text, int start, int count)
    {
        var before = _written;
        _written += count;
        if (LimitToString > 0 && _written > LimitToString)
        {
            if (before <= LimitToString)
            {
                Output.Write(text, start, (int)(LimitToString - before));
                Output.Write(Ellipsis, 0, Ellipsis.Length);
                _written++;
            }

            return;
        }

        if (_written > MaximumOutput && Output is StringBuilderOutput)
        {
            throw new ScriptRuntimeException(default, $"The output exceeds the limit of {MaximumOutput} characters.");
        }

        Output.Write(text, start, count);
    }
}
