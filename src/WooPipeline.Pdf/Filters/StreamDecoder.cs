using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters;

/// <summary>Undoes the filters of a stream in turn (§7.4), short names of inline images included (§8.9.7).</summary>
internal static class StreamDecoder
{
    /// <summary>Longest chain of filters; longer ones are an attack.</summary>
    private const int MaxFilters = 12;

    /// <param name="stream">The stream.</param>
    /// <param name="resolve">Follows references in its dictionary.</param>
    /// <param name="budget">Bounds.</param>
    public static FilterResult Decode(PdfStream stream, Func<PdfObject?, PdfObject> resolve, PdfBudget budget) =>
        Decode(
            stream.Data,
            stream.Dictionary["Filter"] ?? stream.Dictionary["F"],
            stream.Dictionary["DecodeParms"] ?? stream.Dictionary["DP"],
            resolve,
            budget,
            (Side(stream.Dictionary["Width"] ?? stream.Dictionary["W"], resolve), Side(stream.Dictionary["Height"] ?? stream.Dictionary["H"], resolve)));

    /// <param name="data">The bytes.</param>
    /// <param name="filter">Name or names.</param>
    /// <param name="parameters">Parameters of each.</param>
    /// <param name="resolve">Follows references.</param>
    /// <param name="budget">Bounds.</param>
    /// <param name="size">Measures of the image that the bytes are; 0 where they are none.</param>
    public static FilterResult Decode(ReadOnlyMemory<byte> data, PdfObject? filter, PdfObject? parameters, Func<PdfObject?, PdfObject> resolve, PdfBudget budget, (int Columns, int Rows) size = default)
    {
        var filters = Names(resolve(filter), resolve);
        var sets = resolve(parameters) is PdfArray array ? array.Select(resolve).ToList() : [resolve(parameters)];
        var damaged = false;
        for (var i = 0; i < filters.Count; i++)
        {
            var set = i < sets.Count ? sets[i] as PdfDictionary : null;
            var next = i >= MaxFilters ? null : Canonical(filters[i]) == "CCITTFaxDecode" ? Fax(data, set, size, resolve, budget) : Undo(filters[i], data, set, resolve, budget, ref damaged);
            if (next is not { } unpacked)
            {
                return new FilterResult(data, Canonical(filters[i]), damaged);
            }

            data = unpacked;
        }

        return new FilterResult(data, null, damaged);
    }

    private static int Side(PdfObject? value, Func<PdfObject?, PdfObject> resolve) => resolve(value) is PdfInteger { Value: > 0 and < 1 << 17 } side ? (int)side.Value : 0;

    private static List<string> Names(PdfObject filter, Func<PdfObject?, PdfObject> resolve) => filter switch
    {
        PdfName name => [name.Value],
        PdfArray array => [.. array.Select(resolve).OfType<PdfName>().Select(n => n.Value)],
        _ => [],
    };

    private static ReadOnlyMemory<byte>? Undo(
        string name, ReadOnlyMemory<byte> data, PdfDictionary? set, Func<PdfObject?, PdfObject> resolve, PdfBudget budget, ref bool damaged)
    {
        switch (Canonical(name))
        {
            case "FlateDecode":
                var flat = FlateFilter.Decode(data, budget, out var broken);
                damaged |= broken;
                return Predict(flat, set, resolve);
            case "LZWDecode":
                return Predict(LzwFilter.Decode(data.Span, (int)Number(set, "EarlyChange", 1, resolve), budget), set, resolve);
            case "ASCII85Decode":
                return AsciiFilters.Decode85(data.Span, budget);
            case "ASCIIHexDecode":
                return AsciiFilters.DecodeHex(data.Span);
            case "RunLengthDecode":
                return RunLengthFilter.Decode(data.Span, budget);
            case "Crypt":
                return data; // the decryption was done, or not needed, when the object was read
            default:
                return null;
        }
    }

    private static ReadOnlyMemory<byte>? Fax(ReadOnlyMemory<byte> data, PdfDictionary? set, (int Columns, int Rows) size, Func<PdfObject?, PdfObject> resolve, PdfBudget budget)
    {
        bool Flag(string key) => set is not null && resolve(set[key]) is PdfBoolean { Value: true };
        var parameters = new CcittParameters((int)Number(set, "K", 0, resolve), (int)Number(set, "Columns", 1728, resolve), Math.Max(size.Rows, (int)Number(set, "Rows", 0, resolve)))
        {
            IsByteAligned = Flag("EncodedByteAlign"),
            BlackIsOne = Flag("BlackIs1"),
        };

        // Rows of another width than the image's can't be told apart by it: then its pixels are not to be had.
        return (size.Columns == 0 || size.Columns == parameters.Columns) && CcittDecoder.Decode(data.Span, parameters, budget) is { } pixels ? (ReadOnlyMemory<byte>?)pixels : null;
    }

    private static byte[] Predict(byte[] data, PdfDictionary? set, Func<PdfObject?, PdfObject> resolve)
    {
        var predictor = (int)Number(set, "Predictor", 1, resolve);
        return predictor <= 1 ? data : PredictorFilter.Decode(
            data, predictor, (int)Number(set, "Colors", 1, resolve), (int)Number(set, "BitsPerComponent", 8, resolve), (int)Number(set, "Columns", 1, resolve));
    }

    private static double Number(PdfDictionary? set, string key, double absent, Func<PdfObject?, PdfObject> resolve) =>
        set is not null && resolve(set[key]) is PdfNumber number ? Math.Clamp(number.ToDouble(), int.MinValue, int.MaxValue) : absent;

    private static string Canonical(string name) => name switch
    {
        "Fl" => "FlateDecode",
        "LZW" => "LZWDecode",
        "A85" => "ASCII85Decode",
        "AHx" => "ASCIIHexDecode",
        "RL" => "RunLengthDecode",
        "CCF" => "CCITTFaxDecode",
        "DCT" => "DCTDecode",
        _ => name,
    };
}
