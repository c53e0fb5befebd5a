using System.Buffers.Binary;
using System.Text.RegularExpressions;
using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Fonts;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Redaction;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Tests.Redaction;

/// <summary>Fonts of a redacted file hold no outline of a letter that only removed words showed.</summary>
public sealed partial class OrphanGlyphTests
{
    private const int PartLimit = 64;

    [Fact]
    public void No_outline_stays_that_no_letter_shows()
    {
        var files = ((string[])["gold", "corpus/official", "corpus/pdf"]).Select(f => Repository.Shared(f.Split('/'))).OfType<string>()
            .SelectMany(f => Directory.GetFiles(f, "*.pdf", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).ToList();
        var checkedFonts = 0;
        var orphans = new List<string>();
        foreach (var path in files.Where((_, i) => i % 4 == 0 || files[i].Contains("gold", StringComparison.Ordinal)))
        {
            if (Redacted(File.ReadAllBytes(path)) is not { } bytes)
            {
                continue;
            }

            foreach (var (font, shown) in Shown(bytes, out var file))
            {
                if (Outlines(file, font) is not var (outlines, ways))
                {
                    continue;
                }

                checkedFonts++;
                if (outlines > (shown.Count * ways) + 1)
                {
                    orphans.Add($"{Path.GetFileName(path)}: {font.Name} holds {outlines} outlines for {shown.Count} letters");
                }
            }
        }

        Console.WriteLine($"{checkedFonts} fonts");
        Assert.True(orphans.Count == 0, string.Join('\n', orphans));
    }

    /// <summary>The file without its capitalised words.</summary>
    private static byte[]? Redacted(byte[] bytes)
    {
        try
        {
            var marks = new List<PdfMark>();
            foreach (var page in PdfRedactor.Pages(PdfFile.Open(bytes)))
            {
                foreach (var run in page.Blocks.OfType<PdfTextParagraph>().SelectMany(p => p.Runs))
                {
                    marks.AddRange(Capitalised().Matches(run.Text).Select(m => new PdfMark(page.Index, run.Glyphs[m.Index..(m.Index + m.Length)], "5.1.2e", "gelakt")));
                }
            }

            using var output = new MemoryStream();
            PdfRedactor.Redact(PdfFile.Open(bytes), marks, new PdfRedactionOptions(), output);
            return output.ToArray();
        }
        catch (PdfException)
        {
            return null;
        }
    }

    private static Dictionary<PdfFont, HashSet<int>> Shown(byte[] bytes, out PdfFile file)
    {
        file = PdfFile.Open(bytes);
        var sink = new CodeSink();
        var source = new ContentSource(file);
        foreach (var page in PdfPages.Of(file))
        {
            new ContentInterpreter(source, sink).RunPage(page);
        }

        return sink.Codes;
    }

    /// <summary>
    /// Outlines with something in them that stand for themselves, and in how many ways a code may be looked up (tables of a
    /// TrueType font can disagree); null for a font that isn't embedded or is a drawing.
    /// </summary>
    private static (int Count, int Ways)? Outlines(PdfFile file, PdfFont font)
    {
        var dictionary = file.Resolve(font.Dictionary["DescendantFonts"]) is PdfArray { Count: > 0 } descendants ? file.Resolve(descendants[0]) as PdfDictionary ?? [] : font.Dictionary;
        return FontDescriptor.Read(file, file.Get<PdfDictionary>(dictionary, "FontDescriptor")).Program switch
        {
            EmbeddedTrueType { GlyphCount: > 0 } program => (OfTrueType(program), font is CompositeFont ? 1 : Math.Max(1, program.Maps.Count())),
            CffFont program => (Enumerable.Range(1, Math.Max(0, program.CharStrings.Count - 1)).Count(g => program.CharStrings[g].Length > 2), 1),
            _ => null,
        };
    }

    private static int OfTrueType(EmbeddedTrueType font)
    {
        var parts = new HashSet<int>();
        var drawn = new List<int>();
        for (var glyph = 0; glyph < font.GlyphCount; glyph++)
        {
            var outline = font.Outline(glyph).Span;
            if (outline.Length == 0)
            {
                continue;
            }

            drawn.Add(glyph);
            if (outline.Length > 14 && BinaryPrimitives.ReadInt16BigEndian(outline) < 0)
            {
                AddParts(outline, parts);
            }
        }

        return drawn.Count(g => g != 0 && !parts.Contains(g));
    }

    private static void AddParts(ReadOnlySpan<byte> outline, HashSet<int> parts)
    {
        var at = 10;
        for (var i = 0; i < PartLimit && at + 4 <= outline.Length; i++)
        {
            var flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
            if ((flags & 0x20) == 0)
            {
                return;
            }
        }
    }

    [GeneratedRegex(@"\b[A-Z][a-z]+\b")]
    private static partial Regex Capitalised();

    private sealed class CodeSink : IContentSink
    {
        public Dictionary<PdfFont, HashSet<int>> Codes { get; } = [];

        public void BeginInstance(ContentInstance instance)
        {
        }

        public void EndInstance(ContentInstance instance)
        {
        }

        public void Operation(ContentInterpreter interpreter, ContentOperation operation)
        {
        }

        public void Glyph(in Glyph glyph)
        {
            if (!Codes.TryGetValue(glyph.Font, out var codes))
            {
                Codes[glyph.Font] = codes = [];
            }

            codes.Add(glyph.Code);
        }

        public void Path(in PaintedPath path)
        {
        }

        public void Image(in PaintedImage image)
        {
        }
    }
}
