using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats;

namespace WooPipeline.Pipeline.Tests;

public sealed class SourceExpanderTests
{
    private static readonly FormatCatalog Catalog = new([new Letters()], [new Box()], []);

    [Fact]
    public void Everything_inside_becomes_a_unit_and_the_sum_is_right()
    {
        var units = Expand("verzameling.box", "a.let\nb.onbekend\nc.box=d.let");

        Assert.Equal(
            ["bronnen/verzameling.box/a.let", "bronnen/verzameling.box/a.let/1-bij_lage.let", "bronnen/verzameling.box/b.onbekend",
             "bronnen/verzameling.box/c.box/d.let", "bronnen/verzameling.box/c.box/d.let/1-bij_lage.let", "bronnen/verzameling.box/c.box", "bronnen/verzameling.box"],
            units.Select(u => u.Path));
        foreach (var container in units.Where(u => u.Members is not null))
        {
            Assert.Equal(container.Members, units.Count(u => u.Container == container.Path));
        }

        Assert.Equal("bronnen/verzameling.box/a.let", units[1].Parent);
        Assert.Equal("niet-ondersteund", Assert.IsType<Quarantined>(units[2].Result).Code);
    }

    [Fact]
    public void Boxes_in_boxes_end_at_the_limit()
    {
        var catalog = Catalog with { Containers = [new EndlessBox()] };
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("x.box"), "x");
        var units = new SourceExpander(catalog, new ReadLimits { MaxDepth = 5 }).Expand(folder.File("x.box"), "bronnen/x.box").ToList();

        Assert.Equal("te-diep", Assert.Single(units.Select(u => u.Result).OfType<Quarantined>()).Code);
    }

    [Fact]
    public void An_empty_file_and_a_missing_one_are_told()
    {
        Assert.Equal("leeg", Assert.IsType<Quarantined>(Expand("a.let", "").Single().Result).Code);
        var missing = new SourceExpander(Catalog, ReadLimits.Default).Expand("/bestaat/niet.let", "bronnen/niet.let").Single();
        Assert.Equal("onleesbaar", Assert.IsType<Quarantined>(missing.Result).Code);
    }

    private static List<SourceUnit> Expand(string name, string content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(name), content);
        return [.. new SourceExpander(Catalog, ReadLimits.Default).Expand(folder.File(name), "bronnen/" + name)];
    }

    /// <summary>A format whose documents carry one attachment each, unless they are one.</summary>
    private sealed class Letters : IFormatReader
    {
        public string Format => "letters";

        public bool Recognises(SourceFile file) => file.Extension == ".let";

        public ReadResult Read(SourceFile file, ReadLimits limits)
        {
            var document = new DocumentRead(new DocumentTree { Blocks = [Paragraph.Of("x")] });
            return file.Name.StartsWith("1-", StringComparison.Ordinal) ? document
                : document with { Attachments = [new Attachment("bij/lage.let", "", "y"u8.ToArray())] };
        }
    }

    /// <summary>A container: a line a member, with its content after <c>=</c>.</summary>
    private sealed class Box : IContainerReader
    {
        public string Format => "box";

        public bool Recognises(string path, ReadOnlySpan<byte> head) => path.EndsWith(".box", StringComparison.Ordinal);

        public IEnumerable<ContainerMember> Members(Stream content, string path, ReadLimits limits)
        {
            using var reader = new StreamReader(content);
            foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = line.Split('=', 2);
                yield return new ContainerMember(parts[0], Encoding.UTF8.GetBytes(parts.Length > 1 ? parts[1] : "z"));
            }
        }
    }

    private sealed class EndlessBox : IContainerReader
    {
        public string Format => "box";

        public bool Recognises(string path, ReadOnlySpan<byte> head) => true;

        public IEnumerable<ContainerMember> Members(Stream content, string path, ReadLimits limits)
        {
            yield return new ContainerMember("x.box", "x"u8.ToArray());
        }
    }
}
