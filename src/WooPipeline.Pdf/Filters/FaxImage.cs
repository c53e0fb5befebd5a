using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters;

/// <summary>Fax images of other files than PDF (TIFF 6.0 §11), unpacked.</summary>
public static class FaxImage
{
    /// <summary>Rows of one bit a pixel, 1 for black, each from a byte of its own; null where the measures make no image.</summary>
    /// <param name="data">The coded bytes.</param>
    /// <param name="k">Below 0 Group 4, 0 Group 3, above 0 Group 3 in two dimensions.</param>
    /// <param name="columns">Pixels across.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="isByteAligned">True where each row begins at a byte.</param>
    public static byte[]? Unpack(ReadOnlySpan<byte> data, int k, int columns, int rows, bool isByteAligned) =>
        CcittDecoder.Decode(data, new CcittParameters(k, columns, rows) { BlackIsOne = true, IsByteAligned = isByteAligned }, new PdfBudget());
}
