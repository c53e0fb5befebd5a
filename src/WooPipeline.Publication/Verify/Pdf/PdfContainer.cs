using System.Buffers.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>A stream with its dictionary, decoded as far as it goes.</summary>
/// <param name="Number">Its object's number.</param>
/// <param name="Entries">Its dictionary.</param>
/// <param name="Data">Decoded bytes; null where the data is broken.</param>
/// <param name="LeftFilter">The filter that was left undone (an image's), or null.</param>
internal sealed record PdfStream(int Number, Dictionary<string, object?> Entries, byte[]? Data, string? LeftFilter)
{
    /// <summary>Where its bytes stand in the file, if every one of them is behind <see cref="Data"/>; null where some may not be.</summary>
    public (int Start, int End)? Opened { get; init; }
}

/// <summary>
/// Every object of a PDF, found by scanning for <c>n g obj</c> rather than by the cross-reference table, so that former revisions and
/// objects that nothing refers to are seen as well.
/// </summary>
internal sealed class PdfContainer
{
    private static ReadOnlySpan<byte> Spaces => " \r\n\t\0\f"u8;

    private readonly Dictionary<int, object?> objects = [];
    private readonly List<(int Number, object? Value)> all = [];
    private readonly List<PdfStream> streams = [];

    public PdfContainer(byte[] bytes)
    {
        Scan(bytes);
        foreach (var stream in streams.Where(s => Name(s.Entries, "Type") == "ObjStm").ToArray())
        {
            Unpack(stream);
        }

        IsEncrypted = all.Any(o => o.Value is Dictionary<string, object?> d && d.ContainsKey("Encrypt"))
            || streams.Any(s => s.Entries.ContainsKey("Encrypt"));
    }

    /// <summary>All objects that aren't streams, former revisions included.</summary>
    public IReadOnlyList<(int Number, object? Value)> All => all;

    /// <summary>All streams.</summary>
    public IReadOnlyList<PdfStream> Streams => streams;

    /// <summary>True where its strings and streams can't be read without a key.</summary>
    public bool IsEncrypted { get; }

    /// <summary>Follows references.</summary>
    public object? Resolve(object? value)
    {
        for (var hops = 0; value is PdfReference reference && hops < 32; hops++)
        {
            value = objects.GetValueOrDefault(reference.Number);
        }

        return value;
    }

    /// <summary>A dictionary; a stream's own where it is one; null where it is neither.</summary>
    public Dictionary<string, object?>? Dictionary(object? value) =>
        Resolve(value) switch { Dictionary<string, object?> d => d, PdfStream s => s.Entries, _ => null };

    /// <summary>An entry that is a dictionary.</summary>
    public Dictionary<string, object?>? Dictionary(Dictionary<string, object?>? owner, string key) =>
        owner is null ? null : Dictionary(owner.GetValueOrDefault(key));

    /// <summary>An entry that is an array; a single value counts as an array of one.</summary>
    public List<object?> Array(Dictionary<string, object?> owner, string key) =>
        Resolve(owner.GetValueOrDefault(key)) switch { List<object?> list => list, null => [], { } one => [one] };

    /// <summary>An entry that is a name.</summary>
    public string? Name(Dictionary<string, object?> owner, string key) => (Resolve(owner.GetValueOrDefault(key)) as PdfName)?.Value;

    private void Scan(byte[] bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var found = bytes.AsSpan(at).IndexOf("obj"u8);
            if (found < 0)
            {
                break;
            }

            var position = at + found;
            at = position + 3;
            if (Number(bytes, position) is { } number)
            {
                at = Read(bytes, number, at);
            }
        }

        for (at = 0; (at = Find(bytes, at, "trailer"u8)) >= 0; at += 7)
        {
            all.Add((0, new PdfTokens(bytes, at + 7, bytes.Length).Next(references: true)));
        }
    }

    private int Read(byte[] bytes, int number, int at)
    {
        var tokens = new PdfTokens(bytes, at, bytes.Length);
        var value = tokens.Next(references: true);
        tokens.SkipSpace();
        if (value is Dictionary<string, object?> entries && bytes.AsSpan(tokens.Position).StartsWith("stream"u8))
        {
            var start = tokens.Position + 6;
            start += start < bytes.Length && bytes[start] == '\r' ? 1 : 0;
            start += start < bytes.Length && bytes[start] == '\n' ? 1 : 0;
            var end = End(bytes, start, entries);
            var (data, left, whole) = Decode(bytes[start..end], entries);
            var stream = new PdfStream(number, entries, data, left) { Opened = whole ? (start, end) : null };
            streams.Add(stream);
            objects[number] = stream;
            return end;
        }

        objects[number] = value;
        all.Add((number, value));
        return Math.Max(at, tokens.Position);
    }

    private (byte[]? Bytes, string? Left, bool Whole) Decode(byte[] data, Dictionary<string, object?> entries)
    {
        var filters = Array(entries, entries.ContainsKey("Filter") ? "Filter" : "F").Select(f => (Resolve(f) as PdfName)?.Value).OfType<string>().ToArray();
        var parameters = Array(entries, "DecodeParms").Select(p => Resolve(p) as Dictionary<string, object?>).ToArray();
        return PdfFilters.Decode(data, filters, parameters);
    }

    private static int End(byte[] bytes, int start, Dictionary<string, object?> entries)
    {
        if (entries.GetValueOrDefault("Length") is double length && length >= 0 && start + length < bytes.Length)
        {
            var at = start + (int)length;
            while (at < bytes.Length && PdfTokens.IsSpace(bytes[at]))
            {
                at++;
            }

            if (bytes.AsSpan(at).StartsWith("endstream"u8))
            {
                return start + (int)length;
            }
        }

        var end = Find(bytes, start, "endstream"u8);
        return end < 0 ? bytes.Length : end;
    }

    private void Unpack(PdfStream stream)
    {
        if (stream.Data is null || stream.Entries.GetValueOrDefault("N") is not double count || stream.Entries.GetValueOrDefault("First") is not double first)
        {
            return;
        }

        var head = new PdfTokens(stream.Data, 0, Math.Min(stream.Data.Length, (int)first));
        for (var i = 0; i < count && head.Next(false) is double number && head.Next(false) is double offset; i++)
        {
            var value = new PdfTokens(stream.Data, Math.Min(stream.Data.Length, (int)(first + offset)), stream.Data.Length).Next(references: true);
            objects.TryAdd((int)number, value);
            all.Add(((int)number, value));
        }
    }

    /// <summary>The object's number before <c>obj</c>; null where none stands there.</summary>
    private static int? Number(byte[] bytes, int position)
    {
        var before = bytes.AsSpan(Math.Max(0, position - 24), Math.Min(position, 24)).TrimEnd(Spaces);
        var generation = DigitsAtEnd(before);
        before = before[..^generation];
        var rest = before.TrimEnd(Spaces);
        var digits = DigitsAtEnd(rest);
        return generation > 0 && rest.Length < before.Length && digits > 0
            && Utf8Parser.TryParse(rest[^digits..], out int number, out var used) && used == digits ? number : null;
    }

    private static int DigitsAtEnd(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        while (count < bytes.Length && char.IsAsciiDigit((char)bytes[^(count + 1)]))
        {
            count++;
        }

        return count;
    }

    private static int Find(byte[] bytes, int from, ReadOnlySpan<byte> what)
    {
        var found = bytes.AsSpan(Math.Min(from, bytes.Length)).IndexOf(what);
        return found < 0 ? -1 : from + found;
    }
}
