using System.Collections;

namespace Scriban.Parsing;

/// <summary>The messages of one parse, in the order in which they were found.</summary>
public sealed class LogMessageBag : IReadOnlyList<LogMessage>
{
    private readonly List<LogMessage> _messages = [];

    /// <inheritdoc />
    public int Count => _messages.Count;

    /// <summary>True when one of the messages is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <inheritdoc />
    public LogMessage this[int index] => _messages[index];

    /// <inheritdoc />
    public IEnumerator<LogMessage> GetEnumerator() => _messages.GetEnumerator();

    /// <summary>All messages, one a line.</summary>
    public override string ToString() => string.Join('\n', _messages);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(LogMessage message)
    {
        _messages.Add(message);
        HasErrors |= message.Type == ParserMessageType.Error;
    }
}
