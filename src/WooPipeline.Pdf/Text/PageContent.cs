using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Text;

/// <summary>All that a page shows, in the order of its content: glyphs, painted paths, images.</summary>
internal sealed class PageContent : IContentSink
{
    private readonly List<Glyph> glyphs;
    private readonly ContentSource source;

    private PageContent(ContentSource source, PdfPage page, PageGeometry geometry)
    {
        this.source = source;
        glyphs = source.RentGlyphs();
        Page = page;
        Geometry = geometry;
    }

    public PdfPage Page { get; }

    public PageGeometry Geometry { get; }

    /// <summary>The glyphs; their index is what origins of text name.</summary>
    public IReadOnlyList<Glyph> Glyphs => glyphs;

    public List<PaintedPath> Paths { get; } = [];

    public List<PaintedImage> Images { get; } = [];

    public ReadOnlySpan<Glyph> GlyphSpan => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(glyphs);

    public static PageContent Read(ContentSource source, PdfPage page)
    {
        var content = new PageContent(source, page, PageGeometry.Of(source.File, page));
        new ContentInterpreter(source, content).RunPage(page);
        CoverMarker.Mark(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(content.glyphs), content.Paths, content.Images);
        return content;
    }

    /// <summary>Says that nothing of this page is needed any more: the next page takes its room.</summary>
    public void Release() => source.ReturnGlyphs(glyphs);

    public void BeginInstance(ContentInstance instance)
    {
    }

    public void EndInstance(ContentInstance instance)
    {
    }

    public void Operation(ContentInterpreter interpreter, ContentOperation operation)
    {
    }

    public void Glyph(in Glyph glyph) => glyphs.Add(glyph);

    public void Path(in PaintedPath path) => Paths.Add(path);

    public void Image(in PaintedImage image) => Images.Add(image);
}
