using WooPipeline.Pdf.Layout;
using WooPipeline.Pdf.Tests.Writing;
using WooPipeline.Pdf.TrueType;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Tests.TrueType;

/// <summary>Fonts: read, cut to what is used, found by name.</summary>
public sealed class TrueTypeTests
{
    [Fact]
    public void The_built_in_font_is_read()
    {
        var family = BuiltInFonts.Inter;
        Assert.Equal("Inter", family.Regular.FamilyName);
        Assert.Equal(("Inter-Regular", "Inter-Bold"), (family.Regular.PostScriptName, family.Bold!.PostScriptName));
        Assert.True(family.Regular.MayEmbed);
        Assert.InRange(family.Regular.GlyphCount, 500, 20_000);
        Assert.All("AZaz09€éïĳ–“”•".Select(c => family.Regular.GlyphOf(c)), g => Assert.NotEqual(0, g));
        Assert.Equal(0, family.Regular.GlyphOf(0x1F600));
        Assert.Same(BuiltInFonts.Inter, family);
    }

    [Fact]
    public void A_subset_holds_the_glyphs_asked_for_and_their_parts()
    {
        var font = BuiltInFonts.Inter.Regular;
        int[] glyphs = [0, .. "Aéïa €".Select(c => font.GlyphOf(c)), font.GlyphOf('A')];
        var subset = SubsetReader.Read(FontSubsetter.Build(font, glyphs, []));
        Assert.True(subset.Count >= glyphs.Length);
        for (var g = 0; g < glyphs.Length; g++)
        {
            Assert.Equal(1000.0 * font.AdvanceOf(glyphs[g]) / font.UnitsPerEm, subset.WidthOf(g), 6);
            Assert.Equal(font.Outline(glyphs[g]).Length, TrimPadding(subset.Outline(g), font.Outline(glyphs[g]).Length));
        }

        Assert.DoesNotContain("cmap", subset.Tags);
        Assert.DoesNotContain("name", subset.Tags);
        Assert.DoesNotContain("GPOS", subset.Tags);
    }

    [Fact]
    public void Parts_of_composite_glyphs_point_within_the_subset()
    {
        var font = BuiltInFonts.Inter.Regular;
        var composites = Enumerable.Range(0, font.GlyphCount).Where(g => new FontTable(font.Outline(g)) is { Length: > 10 } t && t.I16(0) < 0).ToList();
        Assert.NotEmpty(composites);
        var subset = SubsetReader.Read(FontSubsetter.Build(font, [0, .. composites], []));
        for (var g = 1; g <= composites.Count; g++)
        {
            Assert.All(Parts(new FontTable(subset.Outline(g))), p => Assert.InRange(p, 0, subset.Count - 1));
        }
    }

    [Fact]
    public void A_subset_has_right_sums()
    {
        var font = BuiltInFonts.Inter.Bold!;
        var bytes = FontSubsetter.Build(font, [0, font.GlyphOf('A')], []);
        Assert.Equal(0, bytes.Length % 4);
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i += 4)
        {
            sum += new FontTable(bytes).U32(i);
        }

        Assert.Equal(0xB1B0AFBA, sum);
        Assert.InRange(bytes.Length, 100, 6000);
    }

    [Fact]
    public void Broken_fonts_are_refused_and_never_throw()
    {
        Assert.Null(TrueTypeFont.TryRead(default));
        Assert.Null(TrueTypeFont.TryRead("OTTO"u8.ToArray()));
        Assert.Null(TrueTypeFont.TryRead(new byte[500]));
        var font = BuiltInFonts.Inter.Regular;
        int[] used = [0, font.GlyphOf('A'), font.GlyphOf('e'), font.GlyphOf(' ')];
        var small = WithCmap(FontSubsetter.Build(font, used, []));
        Assert.NotNull(TrueTypeFont.TryRead(small));
        var random = new Random(3);
        for (var i = 0; i < 3000; i++)
        {
            var bytes = (byte[])small.Clone();
            for (var k = 0; k < 6; k++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            if (TrueTypeFont.TryRead(bytes.AsMemory(0, random.Next(bytes.Length))) is { } odd)
            {
                FontSubsetter.Build(odd, [0, 1, 2, 70_000], []);
            }
        }
    }

    [Fact]
    public void A_font_of_the_houses_folder_is_used_and_lacking_characters_fall_back()
    {
        using var folder = new TemporaryFolder();
        if (MachineFont("LiberationSerif") is not { } font)
        {
            return;
        }

        File.Copy(font, folder.File("huis.ttf"));
        var document = new FlowDocument { Title = "x", Style = new FlowStyle { FontFolder = folder.Path }, Blocks = [FlowSamples.Text("Gewoon en ⌘ uit een ander")] };
        using var output = new MemoryStream();
        var report = FlowPdfWriter.Write(document, output);
        Assert.Contains(new FlowProblem("font-fallback", "U+2318"), report.Problems);
        File.WriteAllBytes(folder.File("a.pdf"), output.ToArray());
        if (ExternalTool.IsHere("pdffonts"))
        {
            var fonts = ExternalTool.Run("pdffonts", folder.File("a.pdf")).Output;
            Assert.Contains("+LiberationSerif", fonts, StringComparison.Ordinal);
            Assert.Contains("+Inter-Regular", fonts, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_machines_font_is_used_only_where_it_is_named()
    {
        if (MachineFont("LiberationSerif") is null)
        {
            return;
        }

        var problems = new FlowProblems();
        var named = FontLibrary.Families(new FlowStyle { Fonts = ["Bestaat Niet", "liberation serif", "Inter"] }, problems);
        Assert.Equal(["liberation serif", "Inter"], named.Select(f => f.Name));
        Assert.NotNull(named[0].BoldItalic);
        Assert.Equal([new FlowProblem("font-not-found", "Bestaat Niet")], problems.All);
        Assert.Equal(["Inter"], FontLibrary.Families(new FlowStyle(), problems).Select(f => f.Name));
    }

    private static string? MachineFont(string name)
    {
        var folder = Path.Combine(Path.DirectorySeparatorChar + "usr", "share", "fonts");
        var found = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, name + "-Regular.ttf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault() : null;
        if (found is null)
        {
            Console.WriteLine($"skipped: the font {name} is not installed");
        }

        return found;
    }

    private static int TrimPadding(ReadOnlyMemory<byte> outline, int length) => outline.Length - length is >= 0 and < 4 ? length : outline.Length;

    private static List<int> Parts(FontTable outline)
    {
        var parts = new List<int>();
        for (int at = 10, flags = 0x20; (flags & 0x20) != 0;)
        {
            flags = outline.U16(at);
            parts.Add(outline.U16(at + 2));
            at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
        }

        return parts;
    }

    /// <summary>The subset as a font that can be read by itself: its prep table serves as an empty cmap.</summary>
    private static byte[] WithCmap(byte[] font)
    {
        var index = font.AsSpan().IndexOf("prep"u8);
        "cmap"u8.CopyTo(font.AsSpan(index));
        return font;
    }
}
