namespace WooPipeline.Pdf.Content;

/// <summary>Gets what the interpreter meets, in the order of the page.</summary>
internal interface IContentSink
{
    /// <summary>A stream starts to run.</summary>
    void BeginInstance(ContentInstance instance);

    /// <summary>It has run.</summary>
    void EndInstance(ContentInstance instance);

    /// <summary>An operation, after its effect on the state but, for text, before its glyphs.</summary>
    void Operation(ContentInterpreter interpreter, ContentOperation operation);

    /// <summary>A glyph.</summary>
    void Glyph(in Glyph glyph);

    /// <summary>A path that is painted.</summary>
    void Path(in PaintedPath path);

    /// <summary>An image that is painted, or an inline one.</summary>
    void Image(in PaintedImage image);
}
