using System.Buffers.Binary;
using System.Text;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>Properties of a message, recipient or attachment by tag (MS-OXPROPS), whatever file they came from.</summary>
internal sealed class MapiProperties
{
    private readonly SortedDictionary<ushort, MapiValue> values = [];

    /// <summary>Properties by their names rather than their tags.</summary>
    public Dictionary<MapiName, ushort> Names { get; init; } = [];

    /// <summary>Encoding of 8-bit strings.</summary>
    public Encoding Encoding { get; set; } = MailCharsets.Western;

    /// <summary>All tags with their values, by tag.</summary>
    public IEnumerable<KeyValuePair<ushort, MapiValue>> All => values;

    public MapiValue? this[ushort tag] => values.TryGetValue(tag, out var value) ? value : null;

    /// <summary>Sets a value; the first of a tag stays.</summary>
    public void Add(ushort tag, ushort type, ReadOnlyMemory<byte> data) => values.TryAdd(tag, new MapiValue(type, data));

    /// <summary>Text; empty where absent.</summary>
    public string Text(ushort tag)
    {
        if (!values.TryGetValue(tag, out var value))
        {
            return "";
        }

        return (value.Type & ~MapiType.Multiple) switch
        {
            MapiType.Unicode => Encoding.Unicode.GetString(value.Data.Span[..(value.Data.Length & ~1)]).TrimEnd('\0'),
            MapiType.String8 => Encoding.GetString(value.Data.Span).TrimEnd('\0'),
            _ => "",
        };
    }

    /// <summary>The first of these tags with text; empty where none has.</summary>
    public string FirstText(params ReadOnlySpan<ushort> tags)
    {
        foreach (var tag in tags)
        {
            if (Text(tag) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return "";
    }

    /// <summary>Bytes; null where absent.</summary>
    public ReadOnlyMemory<byte>? Binary(ushort tag) => values.TryGetValue(tag, out var value) ? value.Data : default(ReadOnlyMemory<byte>?);

    /// <summary>A number; null where absent or of another type.</summary>
    public int? Int(ushort tag) => values.TryGetValue(tag, out var value) && value.Type is MapiType.Int32 or MapiType.Int16 or MapiType.Boolean
        ? value.Data.Length >= 4 ? BinaryPrimitives.ReadInt32LittleEndian(value.Data.Span)
            : value.Data.Length >= 2 ? BinaryPrimitives.ReadInt16LittleEndian(value.Data.Span)
            : value.Data.Length == 1 ? value.Data.Span[0] : null
        : null;

    public bool Flag(ushort tag) => Int(tag) is { } value && (value & 0xFF) != 0;

    /// <summary>A moment in UTC; null where absent or out of range.</summary>
    public DateTimeOffset? Time(ushort tag)
    {
        if (!values.TryGetValue(tag, out var value) || value.Type != MapiType.Time || value.Data.Length < 8)
        {
            return null;
        }

        var ticks = BinaryPrimitives.ReadInt64LittleEndian(value.Data.Span);
        return ticks > 0 && ticks < DateTime.MaxValue.Ticks - DateTime.FromFileTimeUtc(0).Ticks
            ? new DateTimeOffset(DateTime.FromFileTimeUtc(ticks), TimeSpan.Zero) : null;
    }

    /// <summary>Tag of a named property; null where the message has none of the name.</summary>
    public ushort? TagOf(MapiName name) => Names.TryGetValue(name, out var tag) ? tag : null;

    /// <summary>Chooses the encoding of 8-bit strings: the message's code page goes before the Internet one, which is often wrong.</summary>
    public void ChooseEncoding(Encoding? inherited)
    {
        var page = Int(MapiTag.MessageCodepage) ?? 0;
        Encoding = (page > 0 ? MailCharsets.CodePage(page) : null)
            ?? MailCharsets.CodePage(MapiLocale.CodePage(Int(MapiTag.MessageLocaleId) ?? 0))
            ?? inherited
            ?? (Int(MapiTag.InternetCodepage) is > 0 and var internet and not 65001 ? MailCharsets.CodePage(internet) : null)
            ?? MailCharsets.Western;
    }
}

/// <summary>A value as stored: little-endian numbers, text without an end mark, bytes.</summary>
internal readonly record struct MapiValue(ushort Type, ReadOnlyMemory<byte> Data);

/// <summary>Name of a named property: a set and a number or a text.</summary>
internal readonly record struct MapiName(Guid Set, uint Id, string Text = "");
