using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats.Text;

namespace WooPipeline.Formats.Chat;

/// <summary>Reads chat exports of WhatsApp (Android, iOS), Signal and Teams as a table of time, sender and message.</summary>
public sealed class ChatReader : IFormatReader
{
    private const int LinesLookedAt = 60;

    /// <inheritdoc/>
    public string Format => "chat";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Extension is not (".txt" or ".log" or ".text" or ""))
        {
            return false;
        }

        var head = file.Content.Span[..Math.Min(file.Content.Length, 32_768)];
        if (head.Length < file.Content.Length && head.LastIndexOf((byte)'\n') is > 0 and var end)
        {
            head = head[..end]; // whole lines only, so that no character is cut
        }

        return DecodedText.Decode(head).Text is { } text && IsChat(text.Text);
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        var (decoded, problem) = DecodedText.Decode(file.Content.Span);
        if (decoded is null)
        {
            return problem!;
        }

        if (decoded.Text.Length > limits.MaxTextLength)
        {
            return PlainTextReader.TooLong(limits);
        }

        var export = ChatExport.Parse(decoded.Text, limits);
        return new DocumentRead(new DocumentTree
        {
            Kind = DocumentKind.Chat,
            FileName = file.Name,
            Date = export.Messages.Select(m => m.Date).FirstOrDefault(d => d is not null),
            Blocks = Blocks(export),
        });
    }

    /// <summary>True where at least a third of the first lines open a message.</summary>
    private static bool IsChat(string text)
    {
        var lines = text.Split('\n').Where(l => !string.IsNullOrWhiteSpace(l)).Take(LinesLookedAt).ToList();
        var opened = lines.Count(l => ChatLine.Parse(l) is not null);
        return opened >= 2 && opened * 3 >= lines.Count;
    }

    private static ImmutableArray<Block> Blocks(ChatExport export)
    {
        var blocks = TextBlocks.Of(string.Join('\n', export.Preamble)).ToBuilder();
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        rows.Add(new TableRow([Heading("Tijd"), Heading("Afzender"), Heading("Bericht")]));
        rows.AddRange(export.Messages.Select(Row));
        blocks.Add(new Table(rows.ToImmutable(), 1) { ColumnWidths = [18, 22, 60] });
        return blocks.ToImmutable();
    }

    private static TableCell Heading(string text) => new([Paragraph.Of(text)], IsHeader: true);

    private static TableRow Row(ChatMessage message) => new(
    [
        Zoned(ZoneKind.Timestamp, "Timestamp", message.Time),
        message.Sender.Length == 0 ? new TableCell([]) : Zoned(ZoneKind.Sender, "Sender", message.Sender),
        new TableCell([new Paragraph(TextBlocks.Lines(message.Lines))]),
    ]);

    private static TableCell Zoned(ZoneKind kind, string name, string text) =>
        new([new Section(kind, [Paragraph.Of(text)]) { Name = name }]);
}
