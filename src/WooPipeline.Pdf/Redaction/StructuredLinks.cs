using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Ties between elements of the structure and the links they stand for (§14.7.5.3): a link that goes takes its tie with it.</summary>
internal sealed class StructuredLinks(PdfObjectStore store)
{
    private const string Description = "Koppeling";
    private readonly Dictionary<PdfDictionary, Tie> ties = new(ReferenceEqualityComparer.Instance);

    /// <summary>A tie for a link of the source, to be put among its element's kids.</summary>
    public PdfDictionary Add(PdfDictionary annotation, PdfReference element, PdfArray siblings, PdfReference? page)
    {
        if (!ties.TryGetValue(annotation, out var tie))
        {
            ties[annotation] = tie = new Tie(store.Reserve(), element);
        }

        var entry = new PdfDictionary { { "Type", "OBJR" }, { "Obj", tie.Target } };
        entry["Pg"] = page;
        tie.Entries.Add((siblings, entry));
        return entry;
    }

    /// <summary>Stores a link that comes along; gives its number.</summary>
    public PdfReference Keep(PdfDictionary annotation, PdfDictionary copy)
    {
        if (!ties.TryGetValue(annotation, out var tie) || tie.Copy is not null)
        {
            return store.Add(copy);
        }

        tie.Copy = copy;
        store.Set(tie.Target, copy);
        return tie.Target;
    }

    /// <summary>Numbers the links that came along, from a key on; gives their elements in the order of keys. Elements of the others become plain.</summary>
    public IEnumerable<PdfReference> Finish(int key)
    {
        var elements = new List<PdfReference>();
        foreach (var tie in ties.Values)
        {
            if (tie.Copy is { } copy)
            {
                copy["StructParent"] = new PdfInteger(key++);
                copy["Contents"] = PdfString.OfText(Description); // each annotation must be described (ISO 14289-1 §7.18.1); the old words may hold a name
                elements.Add(tie.Element);
                continue;
            }

            foreach (var (siblings, entry) in tie.Entries)
            {
                siblings.Remove(entry);
            }

            if (store[tie.Element] is PdfDictionary element && element["S"] is PdfName { Value: "Link" } && !(element["K"] is PdfArray kids && kids.Any(k => k is PdfDictionary d && d["Type"] is PdfName { Value: "OBJR" })))
            {
                element["S"] = new PdfName("Span");
            }
        }

        return elements;
    }

    private sealed class Tie(PdfReference target, PdfReference element)
    {
        public PdfReference Target => target;

        public PdfReference Element => element;

        public PdfDictionary? Copy { get; set; }

        public List<(PdfArray Siblings, PdfDictionary Entry)> Entries { get; } = [];
    }
}
