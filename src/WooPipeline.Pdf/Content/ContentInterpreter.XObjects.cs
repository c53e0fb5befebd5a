using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Content;

/// <summary>Forms, images, patterns, soft masks and appearances (§8.7, §8.9, §8.10, §11.6.5, §12.5.5).</summary>
internal sealed partial class ContentInterpreter
{
    private void RunXObject(ContentOperation operation)
    {
        if (NameOperand(operation) is not { } name || source.File.Resolve(Resource("XObject", name)) is not PdfStream stream)
        {
            return;
        }

        if (source.File.Name(stream.Dictionary, "Subtype") == "Image")
        {
            PaintImage(operation, stream, name);
            return;
        }

        var outer = (state, hidden);
        hidden |= source.Layers.IsOff(stream.Dictionary["OC"]) ? GlyphFlags.LayerOff : GlyphFlags.None;
        RunStream(stream, InstanceKind.Form, name, operation.Start, Matrix.Of(source.File.Numbers(stream.Dictionary["Matrix"], 6)).Then(state.Ctm), keepState: true);
        (state, hidden) = outer;
    }

    private void PaintImage(ContentOperation operation, PdfStream? stream, string name)
    {
        var isHidden = (hidden | markFlags) != GlyphFlags.None || (stream is not null && source.Layers.IsOff(stream.Dictionary["OC"]));
        var isPlain = stream is not null && !stream.Dictionary.Contains("SMask") && !stream.Dictionary.Contains("Mask") && source.File.Resolve(stream.Dictionary["ImageMask"]) is not PdfBoolean { Value: true };
        sink.Image(new PaintedImage(Instance, operation.Start, operation.End, stream, name, state.Ctm, isHidden, painted++)
        {
            IsOpaque = isPlain && state.FillAlpha >= 1 && state.BlendsNormally && !state.IsMasked && !isHidden && state.Ctm is { B: 0, C: 0 } or { A: 0, D: 0 },
        });
    }

    private void RunPattern(ContentOperation operation)
    {
        if (NameOperand(operation) is not { } name || source.File.Resolve(Resource("Pattern", name)) is not PdfStream stream || !oncePerPage.Add(stream))
        {
            return;
        }

        var space = Matrix.Of(source.File.Numbers(stream.Dictionary["Matrix"], 6)).Then(Instance.Space);
        var outer = state;
        state = GraphicsState.Start(space, Box.Everything);
        RunStream(stream, InstanceKind.Pattern, name, operation.Start, space, keepState: false);
        state = outer;
    }

    private void RunSoftMask(ContentOperation operation)
    {
        if (NameOperand(operation) is not { } name || source.File.Resolve(Resource("ExtGState", name)) is not PdfDictionary set
            || source.File.Get<PdfDictionary>(set, "SMask") is not { } mask || source.File.Get<PdfStream>(mask, "G") is not { } stream || !oncePerPage.Add(stream))
        {
            return;
        }

        var outer = state;
        var space = Matrix.Of(source.File.Numbers(stream.Dictionary["Matrix"], 6)).Then(state.Ctm);
        RunStream(stream, InstanceKind.SoftMask, name, operation.Start, space, keepState: false);
        state = outer;
    }

    private void RunStream(PdfStream stream, InstanceKind kind, string name, int start, in Matrix space, bool keepState)
    {
        if (Instance.Depth >= MaxFormDepth || IsRunning(stream))
        {
            source.File.Deviate("form-nesting");
            return;
        }

        var instance = new ContentInstance
        {
            Id = instances++,
            Kind = kind,
            Bytes = source.Unpack(stream),
            Resources = source.File.Get<PdfDictionary>(stream.Dictionary, "Resources") ?? Instance.Resources,
            Space = space,
            Stream = stream,
            Parent = Instance,
            ParentStart = start,
            Name = name,
            Depth = Instance.Depth + 1,
        };
        Enter(instance, stream, keepState);
    }

    private void Enter(ContentInstance instance, PdfStream stream, bool keepState)
    {
        var clip = Box.Of(source.File.Numbers(stream.Dictionary["BBox"], 4)) is { } box ? instance.Space.Apply(box) : Box.Everything;
        state = keepState ? state : GraphicsState.Start(instance.Space, Box.Everything);
        state.Ctm = instance.Space;
        state.Clip = state.Clip.Intersect(clip);
        var outer = path;
        path = default;
        Run(instance);
        path = outer;
    }

    private bool IsRunning(PdfStream stream)
    {
        for (var up = Instance; up is not null; up = up.Parent)
        {
            if (ReferenceEquals(up.Stream, stream))
            {
                return true;
            }
        }

        return false;
    }

    private void RunAppearances(PdfPage page, in PageGeometry geometry)
    {
        marks.Clear();
        Remark();
        var shared = source.File.Get<PdfDictionary>(source.File.Catalog, "AcroForm") is { } form ? source.File.Get<PdfDictionary>(form, "DR") : null;
        foreach (var (index, stream, space) in Appearances.Of(source.File, page))
        {
            var instance = new ContentInstance
            {
                Id = instances++,
                Kind = InstanceKind.Appearance,
                Bytes = source.Unpack(stream),
                Resources = source.File.Get<PdfDictionary>(stream.Dictionary, "Resources") ?? new PdfDictionary(),
                Space = space,
                Stream = stream,
                ParentStart = index,
                Fallback = shared,
            };
            state = GraphicsState.Start(space, geometry.Visible);
            Enter(instance, stream, keepState: true);
        }
    }
}
