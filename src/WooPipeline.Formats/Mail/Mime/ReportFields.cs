using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>Delivery and disposition reports (RFC 3464, RFC 8098): groups of fields as field lists.</summary>
internal static class ReportFields
{
    public static ImmutableArray<Block> Blocks(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var fields = new List<(string Name, string Value)>();
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.ToString();
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (string.IsNullOrWhiteSpace(line))
            {
                Flush(blocks, fields);
            }
            else if (char.IsWhiteSpace(line[0]) && fields.Count > 0)
            {
                fields[^1] = (fields[^1].Name, fields[^1].Value + " " + line.Trim());
            }
            else if (colon > 0)
            {
                fields.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
            else
            {
                Flush(blocks, fields);
                blocks.Add(Paragraph.Of(line.Trim()));
            }
        }

        Flush(blocks, fields);
        return blocks.ToImmutable();
    }

    private static void Flush(ImmutableArray<Block>.Builder blocks, List<(string Name, string Value)> fields)
    {
        if (fields.Count > 0)
        {
            blocks.Add(new FieldList([.. fields.Select(f => new Field(f.Name, [new TextRun(EncodedWords.Decode(f.Value))], f.Name))]));
            fields.Clear();
        }
    }
}
