namespace WooPipeline.Pdf.Filters;

/// <summary>What undoing the filters of a stream gave.</summary>
/// <param name="Data">The bytes, still packed by <paramref name="Codec"/> where that is set.</param>
/// <param name="Codec">An image filter that was not undone (<c>DCTDecode</c>, <c>JPXDecode</c>, <c>JBIG2Decode</c>, <c>CCITTFaxDecode</c>) or an unknown filter; null where all were.</param>
/// <param name="IsDamaged">True where the data ended early or was broken; what could be had is in <paramref name="Data"/>.</param>
internal readonly record struct FilterResult(ReadOnlyMemory<byte> Data, string? Codec, bool IsDamaged);
