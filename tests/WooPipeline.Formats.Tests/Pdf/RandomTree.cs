using System.Collections.Immutable;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Tests.Pdf;

/// <summary>Trees of random blocks and words, the same for the same seed, with the words in the order in which they must be read.</summary>
internal sealed class RandomTree
{
    private static readonly string[] Alphabets =
        ["abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789", "éèëïöüçñáóÅØß", "αβγδεζηθικλμνξοπ", "абвгдежзийклмноп", "€§%&@#*+=/.,;:!?()'\"-–"];

    private readonly Random random;
    private readonly StringBuilder expected = new();
    private readonly bool withTables;
    private int bullets;

    private RandomTree(int seed, bool withTables) => (random, this.withTables) = (new Random(seed), withTables);

    /// <summary>A tree and its words.</summary>
    public static (DocumentTree Tree, string[] Words) Make(int seed, bool withTables)
    {
        var maker = new RandomTree(seed, withTables);
        var blocks = maker.Blocks(3 + maker.random.Next(25), depth: 0);
        return (new DocumentTree { Blocks = blocks }, maker.expected.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private ImmutableArray<Block> Blocks(int count, int depth)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>(count);
        for (var i = 0; i < count; i++)
        {
            blocks.Add(Block(depth));
            expected.Append('\n');
        }

        return blocks.ToImmutable();
    }

    private Block Block(int depth) => random.Next(depth > 2 ? 4 : withTables ? 10 : 9) switch
    {
        0 => new Heading(1 + random.Next(6), Inlines(1 + random.Next(6))),
        1 => new Paragraph(Lines()) { Preformatted = true },
        4 or 5 => List(depth),
        6 => new Section(ZoneKind.QuotedReply, Blocks(1 + random.Next(4), depth + 1)) { Level = depth + 1 },
        9 => Table(),
        _ => new Paragraph(Inlines(1 + random.Next(80))),
    };

    private ListBlock List(int depth)
    {
        var ordered = random.Next(2) == 0;
        var level = bullets++;
        var items = ImmutableArray.CreateBuilder<ListItem>();
        for (var i = 0; i < 1 + random.Next(5); i++)
        {
            expected.Append(ordered ? $"{i + 1}. " : new[] { "• ", "– ", "▪ " }[level % 3]);
            items.Add(new ListItem([new Paragraph(Inlines(1 + random.Next(30))), .. depth < 3 ? Blocks(random.Next(2), depth + 1) : []]));
        }

        bullets--;
        return new ListBlock(ordered, items.ToImmutable());
    }

    private Table Table()
    {
        var columns = 1 + random.Next(5);
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        for (var r = 0; r < 1 + random.Next(12); r++)
        {
            rows.Add(new TableRow([.. Enumerable.Range(0, columns).Select(_ => Cell())]));
        }

        return new Table(rows.ToImmutable());
    }

    /// <summary>A cell that is low enough not to go on to the next page, where its row would be read in two parts.</summary>
    private TableCell Cell()
    {
        var cell = new TableCell([random.Next(4) == 0 ? new Heading(2, Inlines(1 + random.Next(3))) : new Paragraph(Inlines(1 + random.Next(9)))]);
        expected.Append('\n');
        return cell;
    }

    private ImmutableArray<Inline> Lines()
    {
        var inlines = ImmutableArray.CreateBuilder<Inline>();
        for (var i = 0; i < 1 + random.Next(6); i++)
        {
            inlines.AddRange(Inlines(1 + random.Next(12)));
            inlines.Add(new LineBreak());
            expected.Append('\n');
        }

        return inlines.ToImmutable();
    }

    private ImmutableArray<Inline> Inlines(int words)
    {
        var inlines = ImmutableArray.CreateBuilder<Inline>();
        while (words > 0)
        {
            var count = 1 + random.Next(words);
            words -= count;
            var text = string.Concat(Enumerable.Range(0, count).Select(_ => Word() + " "));
            expected.Append(text);
            inlines.Add(random.Next(12) switch
            {
                0 => new Link("https://www.voorbeeld.nl/" + count, [new TextRun(text)]),
                1 => new RedactionMark(text.Trim(), GroundCatalog.Privacy, Label.Name),
                _ => new TextRun(text, (TextStyle)random.Next(16)),
            });
            if (inlines[^1] is RedactionMark)
            {
                inlines.Add(new TextRun(" "));
            }
        }

        return inlines.ToImmutable();
    }

    private string Word()
    {
        var alphabet = Alphabets[random.Next(Alphabets.Length)];
        var length = 1 + random.Next(12);
        var word = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            word.Append(random.Next(15) == 0 ? Alphabets[^1][random.Next(Alphabets[^1].Length)] : alphabet[random.Next(alphabet.Length)]);
        }

        return word.ToString();
    }
}
