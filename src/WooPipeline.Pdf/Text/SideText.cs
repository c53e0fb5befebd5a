using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Text;

/// <summary>Text of a file that stands beside its pages: properties, outline, annotations, form fields, descriptions in the structure tree.</summary>
internal sealed partial class SideText(PdfFile file)
{
    private const int MaxItems = 50_000;

    /// <summary>Language of the catalog.</summary>
    public string Language() => file.Get<PdfString>(file.Catalog, "Lang") is { } lang ? PdfTextString.Decode(lang) : "";

    /// <summary>Info entries, then what XMP holds in its elements.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Properties()
    {
        var result = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        if (file.Resolve(file.Trailer["Info"]) is PdfDictionary info)
        {
            foreach (var (key, value) in info)
            {
                if (file.Resolve(value) is PdfString text && PdfTextString.Decode(text) is { Length: > 0 } said)
                {
                    result.Add(new(key, said));
                }
            }
        }

        if (file.Get<PdfStream>(file.Catalog, "Metadata") is { } metadata && file.Decode(metadata) is { Codec: null } packet)
        {
            var xml = System.Text.Encoding.UTF8.GetString(packet.Data.Span[..Math.Min(packet.Data.Length, 1 << 20)]);
            foreach (Match match in Element().Matches(xml))
            {
                result.Add(new("xmp:" + match.Groups["name"].Value, System.Net.WebUtility.HtmlDecode(match.Groups["text"].Value).Trim()));
            }
        }

        return result.ToImmutable();
    }

    /// <summary>Titles of the outline in order.</summary>
    public ImmutableArray<string> Outline()
    {
        var titles = ImmutableArray.CreateBuilder<string>();
        foreach (var item in OutlineItems(file))
        {
            titles.Add(file.Get<PdfString>(item, "Title") is { } title ? PdfTextString.Decode(title) : "");
        }

        return titles.ToImmutable();
    }

    /// <summary>Items of the outline in order, each once.</summary>
    public static IEnumerable<PdfDictionary> OutlineItems(PdfFile file)
    {
        var visited = new HashSet<PdfDictionary>(ReferenceEqualityComparer.Instance);
        var stack = new Stack<PdfObject?>();
        if (file.Get<PdfDictionary>(file.Catalog, "Outlines") is { } root)
        {
            stack.Push(root["First"]);
        }

        while (stack.TryPop(out var next) && visited.Count < MaxItems)
        {
            if (file.Resolve(next) is PdfDictionary item && visited.Add(item))
            {
                yield return item;
                stack.Push(item["Next"]);
                stack.Push(item["First"]);
            }
        }
    }

    /// <summary>What a page's annotations say: comments, form fields, addresses of links.</summary>
    public (ImmutableArray<string> Comments, ImmutableArray<KeyValuePair<string, string>> Fields, ImmutableArray<string> Links) Annotations(PdfPage page)
    {
        var comments = ImmutableArray.CreateBuilder<string>();
        var fields = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var links = ImmutableArray.CreateBuilder<string>();
        foreach (var value in file.Resolve(page["Annots"]) as PdfArray ?? [])
        {
            if (file.Resolve(value) is not PdfDictionary annotation || comments.Count + fields.Count > MaxItems)
            {
                continue;
            }

            if (file.Name(annotation, "Subtype") == "Widget")
            {
                AddField(annotation, fields);
            }

            if (file.Get<PdfDictionary>(annotation, "A") is { } action && file.Get<PdfString>(action, "URI") is { } uri)
            {
                links.Add(PdfTextString.Decode(uri));
            }

            var said = string.Join(' ', ((string[])["T", "Subj", "Contents", "RC"]).Select(k => file.Resolve(annotation[k])).OfType<PdfString>()
                .Select((s, i) => Tag().Replace(PdfTextString.Decode(s), " ").Trim()).Where(s => s.Length > 0).Distinct());
            if (said.Length > 0 && file.Name(annotation, "Subtype") != "Widget")
            {
                comments.Add(said);
            }
        }

        return (comments.ToImmutable(), fields.ToImmutable(), links.ToImmutable());
    }

    private void AddField(PdfDictionary widget, ImmutableArray<KeyValuePair<string, string>>.Builder fields)
    {
        var name = "";
        string? said = null;
        var node = widget;
        for (var depth = 0; node is not null && depth < 32; depth++, node = file.Get<PdfDictionary>(node, "Parent"))
        {
            if (file.Get<PdfString>(node, "T") is { } part)
            {
                name = PdfTextString.Decode(part) + (name.Length > 0 ? "." + name : "");
            }

            said ??= Value(node);
        }

        fields.Add(new(name, said ?? ""));
    }

    private string? Value(PdfDictionary field) => file.Resolve(field["V"]) switch
    {
        PdfString text => PdfTextString.Decode(text),
        PdfName choice => choice.Value,
        PdfArray several => string.Join(", ", several.Select(file.Resolve).OfType<PdfString>().Select(PdfTextString.Decode)),
        PdfStream rich => System.Text.Encoding.UTF8.GetString(file.Decode(rich).Data.Span),
        _ => null,
    };

    /// <summary>Alt and ActualText of structure elements by the object number of their page.</summary>
    public ILookup<int, string> DescriptionsByPage()
    {
        var found = new List<(int Page, string Text)>();
        var visited = new HashSet<PdfDictionary>(ReferenceEqualityComparer.Instance);
        var stack = new Stack<(PdfObject? Node, int Page)>();
        if (file.Get<PdfDictionary>(file.Catalog, "StructTreeRoot") is { } root)
        {
            stack.Push((root["K"], -1));
        }

        while (stack.TryPop(out var top) && visited.Count < 20 * MaxItems)
        {
            var node = file.Resolve(top.Node);
            if (node is PdfArray kids)
            {
                for (var i = Math.Min(kids.Count, 20 * MaxItems) - 1; i >= 0; i--)
                {
                    if (kids[i] is not PdfInteger)
                    {
                        stack.Push((kids[i], top.Page));
                    }
                }
            }
            else if (node is PdfDictionary element && visited.Add(element))
            {
                var page = (element["Pg"] as PdfReference)?.Number ?? top.Page;
                if (file.Get<PdfString>(element, "Alt") is { } text && PdfTextString.Decode(text) is { Length: > 0 } said)
                {
                    found.Add((page, said));
                }

                stack.Push((element["K"], page));
            }
        }

        return found.ToLookup(f => f.Page, f => f.Text);
    }

    [GeneratedRegex(@"<(?<name>[A-Za-z]+:[A-Za-z]+)(?:\s[^<>]*)?>(?<text>[^<>]*[^<>\s][^<>]*)</", RegexOptions.NonBacktracking)]
    private static partial Regex Element();

    [GeneratedRegex("<[^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
