namespace Scriban.Runtime;

/// <summary>Where a template prints to.</summary>
public interface IScriptOutput
{
    /// <summary>Writes a part of a text.</summary>
    void Write(string text, int offset, int count);

    /// <summary>Writes a part of a text.</summary>
    ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return default;
    }
}
