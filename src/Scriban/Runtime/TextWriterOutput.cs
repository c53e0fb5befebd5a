namespace Scriban.Runtime;

/// <summary>Output to a <see cref="TextWriter"/>.</summary>
public sealed class TextWriterOutput : IScriptOutput
{
    /// <summary>Creates an output to a writer of its own.</summary>
    public TextWriterOutput()
        : this(new StringWriter(System.Globalization.CultureInfo.InvariantCulture))
    {
    }

    /// <summary>Creates an output to a writer.</summary>
    public TextWriterOutput(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Writer = writer;
    }

    /// <summary>The writer.</summary>
    public TextWriter Writer { get; }

    /// <inheritdoc />
    public void Write(string text, int offset, int count) => Writer.Write(text.AsSpan(offset, count));

    /// <inheritdoc />
    public override string ToString() => Writer.ToString() ?? "";
}
