using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Text;

/// <summary>What the structure tree (§14.7) says of marked content: in which order it is read, and whether it is a heading.</summary>
internal sealed class TagOrder
{
    private const int MaxElements = 1_000_000;
    private const int MaxRoles = 16;
    private static readonly Dictionary<int, TagPlace> Nothing = [];
    private readonly PdfFile file;
    private readonly PdfDictionary? roles;
    private readonly Dictionary<int, Dictionary<int, TagPlace>> pages = [];
    private readonly HashSet<int> unsound = [];
    private int count;

    private TagOrder(PdfFile file, PdfDictionary root)
    {
        this.file = file;
        roles = file.Get<PdfDictionary>(root, "RoleMap");
        Walk(root["K"]);
    }

    /// <summary>The order that a file gives; null where it has no structure.</summary>
    public static TagOrder? Of(PdfFile file) => file.Get<PdfDictionary>(file.Catalog, "StructTreeRoot") is { } root ? new TagOrder(file, root) : null;

    /// <summary>Places of a page's marked content by its identifier; empty where the tree says nothing of it, or contradicts itself.</summary>
    public IReadOnlyDictionary<int, TagPlace> OnPage(PdfPage page) =>
        page.Reference is { } reference && !unsound.Contains(reference.Number) && pages.TryGetValue(reference.Number, out var places) ? places : Nothing;

    private void Walk(PdfObject? root)
    {
        var visited = new HashSet<PdfDictionary>(ReferenceEqualityComparer.Instance);
        var stack = new Stack<(PdfObject? Node, int Page, int Heading)>();
        stack.Push((root, -1, 0));
        while (stack.TryPop(out var top) && visited.Count + count < MaxElements)
        {
            switch (file.Resolve(top.Node))
            {
                case PdfInteger mcid:
                    Add(top.Page, mcid.Value, top.Heading);
                    break;
                case PdfArray kids:
                    for (var i = Math.Min(kids.Count, MaxElements) - 1; i >= 0; i--)
                    {
                        stack.Push((kids[i], top.Page, top.Heading));
                    }

                    break;
                case PdfDictionary element when visited.Add(element):
                    var page = (element["Pg"] as PdfReference)?.Number ?? top.Page;
                    if (file.Resolve(element["MCID"]) is PdfInteger own)
                    {
                        Reference(element, page, own.Value, top.Heading);
                    }
                    else
                    {
                        stack.Push((element["K"], page, HeadingOf(element) is > 0 and var level ? level : top.Heading));
                    }

                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>A reference to content, of the page or (then its numbers are others') of a form.</summary>
    private void Reference(PdfDictionary element, int page, long mcid, int heading)
    {
        if (element.Contains("Stm"))
        {
            unsound.Add(page);
            return;
        }

        Add(page, mcid, heading);
    }

    private void Add(int page, long mcid, int heading)
    {
        if (page < 0 || mcid is < 0 or > int.MaxValue)
        {
            return;
        }

        if (!pages.TryGetValue(page, out var places))
        {
            pages[page] = places = [];
        }

        if (!places.TryAdd((int)mcid, new TagPlace(count++, heading)))
        {
            unsound.Add(page);
        }
    }

    private int HeadingOf(PdfDictionary element)
    {
        var role = file.Name(element, "S");
        for (var i = 0; i < MaxRoles && role is not null && roles is not null && file.Name(roles, role) is { } next && next != role; i++)
        {
            role = next;
        }

        return role is ['H', >= '1' and <= '6'] ? role[1] - '0' : 0;
    }
}

/// <summary>Where marked content stands in the structure.</summary>
/// <param name="Order">Its number in the order of reading, over the whole file.</param>
/// <param name="Heading">1 to 6 within a heading, 0 elsewhere.</param>
internal readonly record struct TagPlace(int Order, int Heading);
