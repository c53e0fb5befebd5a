using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Mail;
using WooPipeline.Formats.Outlook;

namespace WooPipeline.Formats.Legacy;

/// <summary>The property sets of a compound file (MS-OLEPS): title, author, company and the like.</summary>
internal sealed record LegacyProperties(string Title, DateTimeOffset? Date, ImmutableArray<MetadataField> Fields)
{
    private const int MaxProperties = 1000;

    private static readonly ImmutableDictionary<uint, string> Summary = new Dictionary<uint, string>
    {
        [2] = "title",
        [3] = "subject",
        [4] = "author",
        [5] = "keywords",
        [6] = "comments",
        [7] = "template",
        [8] = "lastAuthor",
        [12] = "created",
        [13] = "modified",
    }.ToImmutableDictionary();

    private static readonly ImmutableDictionary<uint, string> Document = new Dictionary<uint, string>
    {
        [2] = "category",
        [14] = "manager",
        [15] = "company",
    }.ToImmutableDictionary();

    public static LegacyProperties Read(CompoundStorage root)
    {
        var fields = ImmutableArray.CreateBuilder<MetadataField>();
        DateTimeOffset? created = null;
        DateTimeOffset? modified = null;
        foreach (var (stream, names) in new[] { ("\u0005SummaryInformation", Summary), ("\u0005DocumentSummaryInformation", Document) })
        {
            foreach (var (id, text, time) in Set(root.Stream(stream) ?? default))
            {
                created = names == Summary && id == 12 ? time : created;
                modified = names == Summary && id == 13 ? time : modified;
                if (text.Length > 0 && names.TryGetValue(id, out var name))
                {
                    fields.Add(new MetadataField(name, text));
                }
            }
        }

        var made = fields.ToImmutable();
        return new LegacyProperties(made.FirstOrDefault(f => f.Name == "title")?.Value ?? "", modified ?? created, made);
    }

    private static IEnumerable<(uint Id, string Text, DateTimeOffset? Time)> Set(ReadOnlyMemory<byte> stream)
    {
        if (stream.Length < 48 || UInt(stream, 44) is var start && (start < 48 || start + 8 > stream.Length))
        {
            yield break;
        }

        var encoding = MailCharsets.Western;
        var count = Math.Min(UInt(stream, (int)start + 4), MaxProperties);
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < count && start + 16 + (i * 8) <= stream.Length; i++)
            {
                var id = UInt(stream, (int)start + 8 + (i * 8));
                var at = (long)start + UInt(stream, (int)start + 12 + (i * 8));
                if (at + 8 > stream.Length)
                {
                    continue;
                }

                if (pass == 0 && id == 1)
                {
                    encoding = MailCharsets.CodePage(BinaryPrimitives.ReadUInt16LittleEndian(stream.Span[((int)at + 4)..])) ?? encoding;
                }
                else if (pass == 1 && id != 1)
                {
                    yield return (id, TextAt(stream, (int)at, encoding), TimeAt(stream, (int)at));
                }
            }
        }
    }

    private static string TextAt(ReadOnlyMemory<byte> stream, int at, Encoding encoding)
    {
        var type = UInt(stream, at);
        var length = (long)UInt(stream, at + 4) * (type == 31 ? 2 : 1);
        if (type is not (30 or 31) || at + 8 + length > stream.Length)
        {
            return "";
        }

        var bytes = stream.Span.Slice(at + 8, (int)length);
        return (type == 31 ? Encoding.Unicode : encoding).GetString(bytes).TrimEnd('\0').Trim();
    }

    private static DateTimeOffset? TimeAt(ReadOnlyMemory<byte> stream, int at)
    {
        if (UInt(stream, at) != 64 || at + 12 > stream.Length)
        {
            return null;
        }

        var ticks = BinaryPrimitives.ReadInt64LittleEndian(stream.Span[(at + 4)..]);
        return ticks is > 100_000_000_000_000_000 and < 200_000_000_000_000_000 ? DateTimeOffset.FromFileTime(ticks).ToUniversalTime() : null;
    }

    private static uint UInt(ReadOnlyMemory<byte> stream, int at) => BinaryPrimitives.ReadUInt32LittleEndian(stream.Span[at..]);
}
