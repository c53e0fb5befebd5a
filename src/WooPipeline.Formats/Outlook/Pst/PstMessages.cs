using System.Buffers.Binary;
using System.Text;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>Reads messages and folders of a .pst.</summary>
internal sealed class PstMessages
{
    private const uint NameMap = 0x61;
    private const uint RecipientTable = 0x692;
    private readonly PstFile file;
    private readonly ReadLimits limits;
    private readonly Dictionary<MapiName, ushort> names;

    public PstMessages(PstFile file, IReadOnlyDictionary<uint, PstNode> nodes, ReadLimits limits)
    {
        this.file = file;
        this.limits = limits;
        names = nodes.TryGetValue(NameMap, out var map) ? Names(map) : [];
    }

    /// <summary>Name of a folder; empty where it can't be read.</summary>
    public string FolderName(PstNode folder)
    {
        try
        {
            return Properties(new PstHeap(file, folder), null).Text(MapiTag.DisplayName);
        }
        catch (MailLimitException)
        {
            return ""; // its messages are listed under its number
        }
    }

    /// <summary>A message with all it holds.</summary>
    /// <exception cref="MailLimitException">Damaged, or past a limit.</exception>
    /// <exception cref="ReadTimeException">The time for it is up.</exception>
    public MapiMessage Message(PstNode node, ReadBudget? budget)
    {
        file.Budget = budget;
        try
        {
            return Message(node, 0, null);
        }
        finally
        {
            file.Budget = null;
        }
    }

    private MapiMessage Message(PstNode node, int depth, Encoding? inherited)
    {
        if (depth > limits.MaxDepth)
        {
            throw new MailLimitException("te-diep", $"Er zitten meer dan {limits.MaxDepth} berichten in elkaar.");
        }

        var deviations = new List<Deviation>();
        var heap = new PstHeap(file, node);
        var properties = Properties(heap, inherited);
        var recipients = heap.Below.TryGetValue(RecipientTable, out var table) ? Recipients(table, properties.Encoding, deviations) : [];
        var attachments = heap.Below.Values.Where(n => n.Kind == PstNode.Attachment).OrderBy(n => n.Id)
            .Select(n => Attachment(n, depth, properties.Encoding)).ToList();
        return new MapiMessage(properties, recipients, attachments) { Deviations = deviations };
    }

    private MapiProperties Properties(PstHeap heap, Encoding? inherited)
    {
        var properties = PstProperties.Context(heap, names);
        properties.ChooseEncoding(inherited);
        return properties;
    }

    private List<MapiProperties> Recipients(PstNode table, Encoding encoding, List<Deviation> deviations)
    {
        try
        {
            var rows = PstProperties.Table(new PstHeap(file, table), names);
            rows.ForEach(r => r.Encoding = encoding);
            return rows;
        }
        catch (MailLimitException)
        {
            deviations.Add(new Deviation("pst-bad-recipients", "ontvangers"));
            return [];
        }
    }

    private MapiAttachment Attachment(PstNode node, int depth, Encoding encoding)
    {
        try
        {
            var heap = new PstHeap(file, node);
            var properties = PstProperties.Context(heap, names);
            properties.Encoding = encoding;
            var data = properties[MapiTag.AttachData];
            if (data is { Type: MapiType.Object, Data.Length: >= 4 } value)
            {
                return heap.Below.TryGetValue(BinaryPrimitives.ReadUInt32LittleEndian(value.Data.Span), out var inner) && properties.Int(MapiTag.AttachMethod) is 5
                    ? new MapiAttachment(properties, default, Message(inner, depth + 1, encoding))
                    : new MapiAttachment(properties, default) { Problem = OutlookProblems.OleObject };
            }

            return properties.Int(MapiTag.AttachMethod) is 2 or 3 or 4 or 7
                ? new MapiAttachment(properties, data?.Data ?? default) { Problem = OutlookProblems.Reference }
                : new MapiAttachment(properties, data?.Data ?? default);
        }
        catch (MailLimitException e) when (e.Code != "te-diep")
        {
            return new MapiAttachment(new MapiProperties(), default) { Problem = e.ToQuarantined() };
        }
    }

    private Dictionary<MapiName, ushort> Names(PstNode node)
    {
        try
        {
            var map = PstProperties.Context(new PstHeap(file, node), []);
            return NamedProperties.Read(Stream(map, 2).Span, Stream(map, 3).Span, Stream(map, 4).Span);
        }
        catch (MailLimitException)
        {
            return []; // only fields of appointments and the like are lost by it
        }

        static ReadOnlyMemory<byte> Stream(MapiProperties map, ushort tag) => map.Binary(tag) ?? default;
    }
}
