using System.Buffers.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>Messages of Apple Mail (<c>.emlx</c>): a line with the message's length, the message, a property list.</summary>
public sealed class EmlxReader : IFormatReader
{
    /// <inheritdoc/>
    public string Format => "e-mail (Apple Mail)";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Extension == ".emlx" || (file.Name.EndsWith(".partial.emlx", StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        var bytes = file.Content.Span;
        var end = HeaderReader.LineEnd(bytes, 0, out var next);
        var message = file.Content;
        if (Utf8Parser.TryParse(bytes[..end].Trim((byte)' '), out int length, out var used) && used > 0)
        {
            // A length that is too long is that of a file cut short: what is there is read.
            message = file.Content.Slice(next, Math.Clamp(length, 0, bytes.Length - next));
        }

        return new EmlReader().Read(file with { Content = message }, limits);
    }
}
