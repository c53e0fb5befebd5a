using System.Text;

namespace Scriban.Runtime;

/// <summary>Output to a <see cref="StringBuilder"/>.</summary>
public sealed class StringBuilderOutput : IScriptOutput
{
    /// <summary>Creates an output with a builder of its own.</summary>
    public StringBuilderOutput()
        : this(new StringBuilder())
    {
    }

    /// <summary>Creates an output to a builder.</summary>
    public StringBuilderOutput(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        Builder = builder;
    }

    /// <summary>What has been written.</summary>
    public StringBuilder Builder { get; }

    /// <inheritdoc />
    public void Write(string text, int offset, int count) => Builder.Append(text, offset, count);

    /// <inheritdoc />
    public override string ToString() => Builder.ToString();
}
