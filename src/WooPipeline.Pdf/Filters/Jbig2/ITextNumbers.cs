namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>The numbers of a text region (§6.4.3 to 6.4.11), whichever way they are coded.</summary>
internal interface ITextNumbers
{
    /// <summary>Way to the next strip, in strips.</summary>
    int DeltaT();

    /// <summary>Way to the first symbol of a strip.</summary>
    int FirstS();

    /// <summary>Way to the next symbol; null at the end of the strip.</summary>
    int? DeltaS();

    /// <summary>Place across the strip.</summary>
    int CurrentT();

    /// <summary>Number of a symbol.</summary>
    int Symbol();

    bool IsRefined();

    /// <summary>A symbol drawn anew from another.</summary>
    Bitmap Refine(Bitmap symbol);
}
