using WooPipeline.Pdf.Layout;
using WooPipeline.Pdf.TrueType;

namespace WooPipeline.Pdf.Writing;

/// <summary>One of the two fonts that a subset is written as.</summary>
/// <param name="Subset">The subset.</param>
/// <param name="IsSimple">True for the simple font with one byte a letter, false for the composite one, which has every glyph.</param>
internal readonly record struct FontUse(SubsetFont Subset, bool IsSimple)
{
    /// <summary>Its name in the pages' resources: <c>F1</c>, <c>F1C</c>.</summary>
    public string ResourceName => IsSimple ? Subset.ResourceName : Subset.CompositeName;

    /// <summary>The font by which an item is shown; it must have a glyph.</summary>
    public static FontUse Of(in LineItem item) => new(item.Font!, item.Font!.CodeOf(item.Glyph) != 0);
}
