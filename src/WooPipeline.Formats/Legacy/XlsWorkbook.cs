using System.Collections.Immutable;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Mail;
using WooPipeline.Formats.Office;
using WooPipeline.Formats.Outlook;
using WooPipeline.Formats.Sheet;

namespace WooPipeline.Formats.Legacy;

/// <summary>A binary workbook: its sheets, shared strings and number formats (MS-XLS §2.1.7).</summary>
internal sealed class XlsWorkbook(ReadOnlyMemory<byte> stream, ReadLimits limits)
{
    private const int MaxCells = 2_000_000;
    private readonly List<(string Name, long Start, bool IsHidden)> sheets = [];
    private readonly List<string> shared = [];
    private readonly Dictionary<int, string> codes = [];
    private readonly List<int> formats = [];
    private readonly List<string> names = [];
    private readonly List<MetadataField> metadata = [];
    private bool from1904;
    private int cells;

    public ReadOnlyMemory<byte> Stream => stream;

    public ReadLimits Limits => limits;

    /// <summary>True for Excel 5 and 95: strings of one byte a character.</summary>
    public bool IsOld { get; private set; }

    public Encoding Encoding { get; private set; } = MailCharsets.Western;

    public ReadResult Read(string fileName, CompoundStorage root)
    {
        foreach (var record in XlsRecord.From(stream, 0, limits))
        {
            if (record.Type == 0x000A)
            {
                break;
            }

            Take(record);
        }

        if (sheets.Count == 0)
        {
            throw new OfficeException("beschadigd", "De werkmap heeft geen werkbladen. Open het bestand in Excel en sla het opnieuw op.");
        }

        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var (name, start, isHidden) in sheets.DistinctBy(s => s.Start))
        {
            var sheet = new XlsSheet(this).Read(name, start);
            blocks.AddRange(isHidden ? [new Section(ZoneKind.Hidden, sheet)] : sheet);
        }

        if (names.Count > 0)
        {
            blocks.Add(new Section(ZoneKind.Hidden, [.. names.Select(n => Paragraph.Of(n))]));
        }

        var properties = LegacyProperties.Read(root);
        if (!blocks.SelectMany(b => b is Section hidden ? hidden.Blocks : [b]).Any(b => b is not Heading))
        {
            return new Quarantined("leeg", "De werkmap heeft geen gevulde cellen. Beoordeel haar met de hand: mogelijk bestaat zij alleen uit een grafiek of afbeelding.");
        }

        return new DocumentRead(new DocumentTree
        {
            Kind = DocumentKind.Spreadsheet,
            Title = properties.Title,
            Date = properties.Date,
            FileName = fileName,
            Blocks = blocks.ToImmutable(),
            Metadata = [.. properties.Fields, .. metadata],
        })
        {
            Attachments = [.. LegacyFile.Embedded(root)],
        };
    }

    /// <summary>Counts a filled cell of any sheet.</summary>
    /// <exception cref="OfficeException">There are more than can be shown.</exception>
    public void CountCell()
    {
        if (++cells > MaxCells)
        {
            throw new OfficeException("te-groot", $"De werkbladen hebben meer dan {MaxCells} gevulde cellen. Splits het bestand.");
        }
    }

    /// <summary>A shared string; empty where there is none of the number.</summary>
    public string Shared(int index) => index >= 0 && index < shared.Count ? shared[index] : "";

    /// <summary>A number as a reader of the sheet sees it.</summary>
    public string Shown(double value, int style)
    {
        var id = style < formats.Count ? formats[style] : 0;
        return NumberFormat.Show(value, codes.GetValueOrDefault(id) ?? NumberFormat.BuiltIn(id) ?? "General", from1904);
    }

    /// <summary>A string of a record, from an offset on.</summary>
    public string TextOf(XlsRecord record, int at, bool shortCount = false)
    {
        var text = new XlsText(record, Encoding);
        text.Skip(at);
        return IsOld ? text.ReadBytes(shortCount) : text.Read(shortCount);
    }

    private void Take(XlsRecord record)
    {
        switch (record.Type)
        {
            case 0x0809 or 0x0409 or 0x0209 or 0x0009: // BOF
                IsOld = record.Word(0) < 0x0600;
                if (record.Type != 0x0809)
                {
                    throw new OfficeException("niet-ondersteund", "De werkmap is van Excel 4 of ouder. Sla haar op als xlsx of PDF.");
                }

                break;
            case 0x002F: // FilePass
                throw LegacyFile.Encrypted;
            case 0x0042: // CodePage
                Encoding = MailCharsets.CodePage(record.Word(0)) ?? MailCharsets.Western;
                break;
            case 0x0022:
                from1904 = record.Word(0) == 1;
                break;
            case 0x041E: // Format
                codes[record.Word(0)] = TextOf(record, 2, shortCount: IsOld);
                break;
            case 0x00E0: // XF
                formats.Add(record.Word(2));
                break;
            case 0x0085: // BoundSheet8
                var isSheet = record.Data.Length > 6 && record.Data.Span[5] is 0 or 2;
                sheets.Add((TextOf(record, 6, shortCount: true), record.Long(0), !isSheet || (record.Data.Span[4] & 3) != 0));
                break;
            case 0x00FC: // SST
                ReadShared(record);
                break;
            case 0x0018: // Lbl: a defined name
                AddName(record);
                break;
            case 0x005C: // WriteAccess
                metadata.Add(new MetadataField("userName", TextOf(record, 0).Trim(' ', '\0')));
                break;
            default:
                break;
        }
    }

    private void ReadShared(XlsRecord record)
    {
        var text = new XlsText(record, Encoding);
        text.Skip(8);
        long total = 0;
        while (!text.IsAtEnd)
        {
            limits.Check();
            shared.Add(text.Read().Replace("\r\n", "\n", StringComparison.Ordinal));
            total += shared[^1].Length;
            if (total > limits.MaxTextLength)
            {
                throw new OfficeException("te-groot", "De tekst van de werkmap is groter dan de grens. Splits het bestand.");
            }
        }
    }

    private void AddName(XlsRecord record)
    {
        var length = record.Data.Length > 15 ? record.Data.Span[3] : 0;
        if (length > 1 && !IsOld && 15 + length <= record.Data.Length)
        {
            var isWide = (record.Data.Span[14] & 1) != 0;
            var bytes = record.Data.Span.Slice(15, Math.Min(record.Data.Length - 15, isWide ? length * 2 : length));
            names.Add((isWide ? Encoding.Unicode : Encoding.Latin1).GetString(bytes));
        }
    }
}
