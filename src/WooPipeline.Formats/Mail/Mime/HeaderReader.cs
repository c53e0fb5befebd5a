using System.Collections.Immutable;
using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>
/// Reads a header block leniently: any line end, folds of blank-looking lines, lines without a colon, a missing blank line
/// before the body, an mbox line at the top. Each departure is a deviation.
/// </summary>
internal static class HeaderReader
{
    private const int MaxFields = 20_000;
    private const int MaxFieldBytes = 4 * 1024 * 1024;

    /// <summary>Reads from the start of the bytes.</summary>
    /// <exception cref="MailLimitException">Too many fields, or one too long.</exception>
    public static HeaderBlock Read(ReadOnlyMemory<byte> bytes, MimeContext context)
    {
        var span = bytes.Span;
        var fields = ImmutableArray.CreateBuilder<MimeHeader>();
        var at = span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        while (at < span.Length)
        {
            context.Limits.Check();
            var lineEnd = LineEnd(span, at, out var next);
            var line = span[at..lineEnd];
            if (line.IsEmpty)
            {
                return new HeaderBlock(fields.ToImmutable(), next);
            }

            var colon = NameLength(line);
            if (colon < 0 && EndsHeader(span, line, next, fields.Count, context))
            {
                return new HeaderBlock(fields.ToImmutable(), IsBlank(line) ? next : at);
            }

            var end = FieldEnd(span, lineEnd, ref next);
            if (end - at > MaxFieldBytes || fields.Count >= MaxFields)
            {
                throw new MailLimitException(
                    "te-groot",
                    fields.Count >= MaxFields ? $"Het bericht heeft meer dan {MaxFields} kopregels." : "Een kopregel van het bericht is groter dan 4 MB.");
            }

            fields.Add(Field(bytes, at, colon, end, context));
            at = next;
        }

        return new HeaderBlock(fields.ToImmutable(), span.Length);
    }

    /// <summary>Length of the field name at the start of a line; -1 where it is no field.</summary>
    public static int NameLength(ReadOnlySpan<byte> line)
    {
        var i = 0;
        while (i < line.Length && line[i] is > 32 and < 127 and not (byte)':')
        {
            i++;
        }

        var name = i;
        while (i < line.Length && line[i] is (byte)' ' or (byte)'\t')
        {
            i++; // obsolete: white space before the colon
        }

        return name > 0 && name <= 128 && i < line.Length && line[i] == ':' ? name : -1;
    }

    /// <summary>Offset of the end of the line that starts at <paramref name="at"/>; CRLF, LF and CR all end one.</summary>
    public static int LineEnd(ReadOnlySpan<byte> span, int at, out int next)
    {
        var i = span[at..].IndexOfAny((byte)'\r', (byte)'\n');
        if (i < 0)
        {
            next = span.Length;
            return span.Length;
        }

        var end = at + i;
        next = end + 1;
        if (span[end] == '\r' && next < span.Length && span[next] == '\n')
        {
            next++;
        }
        else if (span[end] == '\r' && next + 1 < span.Length && span[next] == '\r' && span[next + 1] == '\n')
        {
            next += 2; // CR CR LF, made by a doubled conversion
        }

        return end;
    }

    private static bool EndsHeader(ReadOnlySpan<byte> span, ReadOnlySpan<byte> line, int next, int count, MimeContext context)
    {
        if (IsBlank(line))
        {
            // Only white space: the end, unless what follows goes on with the header.
            return next >= span.Length || !GoesOn(span, next);
        }

        if (count == 0 && IsMboxLine(line))
        {
            return false;
        }

        if (GoesOn(span, next) && !line.StartsWith("--"u8))
        {
            return false;
        }

        context.Deviate("mime-missing-blank-line");
        return true;
    }

    private static bool GoesOn(ReadOnlySpan<byte> span, int at)
    {
        if (at >= span.Length)
        {
            return false;
        }

        var line = span[at..LineEnd(span, at, out _)];
        return NameLength(line) is > 0 and < 60 && !line.StartsWith("http"u8);
    }

    private static int FieldEnd(ReadOnlySpan<byte> span, int end, ref int next)
    {
        while (next < span.Length && span[next] is (byte)' ' or (byte)'\t')
        {
            var lineEnd = LineEnd(span, next, out var after);
            if (IsBlank(span[next..lineEnd]) && (after >= span.Length || !(span[after] is (byte)' ' or (byte)'\t' || GoesOn(span, after))))
            {
                break;
            }

            end = lineEnd;
            next = after;
        }

        return end;
    }

    private static MimeHeader Field(ReadOnlyMemory<byte> bytes, int at, int name, int end, MimeContext context)
    {
        if (name < 0)
        {
            context.Deviate(IsMboxLine(bytes.Span[at..end]) ? "mime-mbox-line" : "mime-line-without-colon");
            return new MimeHeader("", bytes[at..end]);
        }

        var colon = at + name;
        while (bytes.Span[colon] != ':')
        {
            colon++;
        }

        return new MimeHeader(Encoding.ASCII.GetString(bytes.Span.Slice(at, name)), bytes[(colon + 1)..end]);
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0;

    private static bool IsMboxLine(ReadOnlySpan<byte> line) => line.StartsWith("From "u8) || line.StartsWith(">From "u8);
}
