using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Content;

/// <summary>The appearances that a reader sees on a page (§12.5.5): those of annotations that aren't hidden.</summary>
internal static class Appearances
{
    private const int Hidden = 2;
    private const int NoView = 32;
    private const int MaxAnnotations = 20_000;

    /// <summary>Index of the annotation, its normal appearance, and the way from the appearance's space (before its own matrix is undone) to the page.</summary>
    public static IEnumerable<(int Index, PdfStream Stream, Matrix Space)> Of(PdfFile file, PdfPage page)
    {
        if (file.Resolve(page["Annots"]) is not PdfArray annotations)
        {
            yield break;
        }

        for (var i = 0; i < Math.Min(annotations.Count, MaxAnnotations); i++)
        {
            if (file.Resolve(annotations[i]) is PdfDictionary annotation && Normal(file, annotation) is { } stream && SpaceOf(file, annotation, stream) is { } space)
            {
                yield return (i, stream, space);
            }
        }
    }

    private static PdfStream? Normal(PdfFile file, PdfDictionary annotation)
    {
        var flags = (int)file.Number(annotation, "F");
        if ((flags & (Hidden | NoView)) != 0 || file.Name(annotation, "Subtype") is "Popup" or "Link")
        {
            return null;
        }

        var appearances = file.Get<PdfDictionary>(annotation, "AP") ?? new PdfDictionary();
        var own = file.Resolve(appearances["N"]) switch
        {
            PdfStream stream => stream,
            PdfDictionary states when file.Name(annotation, "AS") is { } current => file.Resolve(states[current]) as PdfStream,
            _ => null,
        };
        return FieldAppearance.Make(file, annotation, own) ?? own;
    }

    /// <summary>Algorithm of §12.5.5: the appearance's box, turned by its matrix, is fitted to the annotation's rectangle.</summary>
    private static Matrix? SpaceOf(PdfFile file, PdfDictionary annotation, PdfStream stream)
    {
        if (Box.Of(file.Numbers(annotation["Rect"], 4)) is not { } rectangle || Box.Of(file.Numbers(stream.Dictionary["BBox"], 4)) is not { IsEmpty: false } bounds)
        {
            return null;
        }

        var own = Matrix.Of(file.Numbers(stream.Dictionary["Matrix"], 6));
        var turned = own.Apply(bounds);
        var sx = turned.Width > 0 ? rectangle.Width / turned.Width : 1;
        var sy = turned.Height > 0 ? rectangle.Height / turned.Height : 1;
        return own.Then(new Matrix(sx, 0, 0, sy, rectangle.Left - (turned.Left * sx), rectangle.Bottom - (turned.Bottom * sy)));
    }
}
