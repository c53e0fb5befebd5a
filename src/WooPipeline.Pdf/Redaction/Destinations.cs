using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Resolves places that links and bookmarks lead to (§12.3.2), named ones too, to explicit ones in the new file.</summary>
internal sealed class Destinations(PdfFile file, IReadOnlyDictionary<PdfDictionary, PdfReference> pages, IReadOnlyList<PdfReference> byNumber)
{
    private static readonly string[] Views = ["XYZ", "Fit", "FitH", "FitV", "FitR", "FitB", "FitBH", "FitBV"];
    private Dictionary<string, PdfObject>? named;

    /// <summary>The place of an outline item or link; null where it leads out of the file or nowhere.</summary>
    public PdfArray? Of(PdfDictionary source)
    {
        var value = source["Dest"];
        if (value is null && file.Get<PdfDictionary>(source, "A") is { } action && file.Name(action, "S") == "GoTo")
        {
            value = action["D"];
        }

        return Explicit(file.Resolve(value), 0);
    }

    private PdfArray? Explicit(PdfObject value, int depth)
    {
        if (depth > 4)
        {
            return null;
        }

        switch (value)
        {
            case PdfName name:
                return Named().TryGetValue(name.Value, out var byName) ? Explicit(file.Resolve(byName), depth + 1) : null;
            case PdfString text:
                return Named().TryGetValue(System.Text.Encoding.Latin1.GetString(text.Bytes.Span), out var byText) ? Explicit(file.Resolve(byText), depth + 1) : null;
            case PdfDictionary wrapped:
                return Explicit(file.Resolve(wrapped["D"]), depth + 1);
            case PdfArray { Count: > 0 } array:
                return Place(array);
            default:
                return null;
        }
    }

    private PdfArray? Place(PdfArray array)
    {
        var page = file.Resolve(array[0]) switch
        {
            PdfDictionary dictionary => pages.GetValueOrDefault(dictionary),
            PdfInteger { Value: >= 0 } number when number.Value < byNumber.Count => byNumber[(int)number.Value],
            _ => null,
        };
        if (page is null)
        {
            return null;
        }

        var view = array.Count > 1 && file.Resolve(array[1]) is PdfName kind && Views.Contains(kind.Value) ? kind : new PdfName("Fit");
        var place = new PdfArray([page, view]);
        foreach (var number in array.Skip(2).Take(4).Select(file.Resolve))
        {
            place.Add(number is PdfNumber ? number : PdfNull.Instance);
        }

        return place;
    }

    private Dictionary<string, PdfObject> Named()
    {
        if (named is not null)
        {
            return named;
        }

        named = new Dictionary<string, PdfObject>(StringComparer.Ordinal);
        foreach (var (key, value) in file.Get<PdfDictionary>(file.Catalog, "Dests") ?? new PdfDictionary())
        {
            named.TryAdd(key, value);
        }

        var visited = new HashSet<PdfDictionary>(ReferenceEqualityComparer.Instance);
        var stack = new Stack<PdfObject?>([file.Get<PdfDictionary>(file.Catalog, "Names")?["Dests"]]);
        while (stack.TryPop(out var next) && visited.Count < 100_000)
        {
            if (file.Resolve(next) is not PdfDictionary node || !visited.Add(node))
            {
                continue;
            }

            foreach (var kid in file.Get<PdfArray>(node, "Kids") ?? [])
            {
                stack.Push(kid);
            }

            var pairs = file.Get<PdfArray>(node, "Names") ?? [];
            for (var i = 0; i + 1 < pairs.Count; i += 2)
            {
                if (file.Resolve(pairs[i]) is PdfString name)
                {
                    named.TryAdd(System.Text.Encoding.Latin1.GetString(name.Bytes.Span), pairs[i + 1]);
                }
            }
        }

        return named;
    }
}
