using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Tests.Writing;

/// <summary>An element of a structure tree as it stands in a file.</summary>
internal sealed record StructureNode(PdfFile File, PdfDictionary Dictionary, PdfReference Reference, StructureNode? Parent)
{
    public string Type => File.Name(Dictionary, "S") ?? "";

    public List<StructureNode> Children { get; } = [];

    /// <summary>Marked content: page's object number and number on the page.</summary>
    public List<(int Page, int Number)> Content { get; } = [];

    /// <summary>Object numbers of annotations.</summary>
    public List<int> Annotations { get; } = [];

    public static StructureNode Tree(PdfFile file)
    {
        var root = file.Get<PdfDictionary>(file.Catalog, "StructTreeRoot") ?? throw new InvalidOperationException("There is no structure tree.");
        var top = (PdfReference)file.Get<PdfArray>(root, "K")![0];
        return Read(file, top, null);
    }

    public IEnumerable<StructureNode> All() => Children.SelectMany(c => c.All()).Prepend(this);

    public string? Text(string key) => Decode(File.Get<PdfString>(Dictionary, key));

    public PdfObject? Attribute(string key) => File.Get<PdfDictionary>(Dictionary, "A")?[key];

    public int Span(string key) => Attribute(key) is PdfInteger span ? (int)span.Value : 1;

    public static string? Decode(PdfString? text)
    {
        if (text is null)
        {
            return null;
        }

        var bytes = text.Bytes.Span;
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(bytes[2..]) : Encoding.Latin1.GetString(bytes);
    }

    private static StructureNode Read(PdfFile file, PdfReference reference, StructureNode? parent)
    {
        var dictionary = (PdfDictionary)file.Resolve(reference);
        var node = new StructureNode(file, dictionary, reference, parent);
        var kids = file.Resolve(dictionary["K"]) is PdfArray array ? array.ToList() : dictionary["K"] is { } one ? [one] : [];
        foreach (var kid in kids)
        {
            node.Add(kid);
        }

        return node;
    }

    private void Add(PdfObject kid)
    {
        if (kid is PdfInteger number)
        {
            Content.Add((((PdfReference)Dictionary["Pg"]!).Number, (int)number.Value));
            return;
        }

        var dictionary = (PdfDictionary)File.Resolve(kid);
        switch (File.Name(dictionary, "Type"))
        {
            case "MCR":
                Content.Add((((PdfReference)dictionary["Pg"]!).Number, (int)((PdfInteger)dictionary["MCID"]!).Value));
                break;
            case "OBJR":
                Annotations.Add(((PdfReference)dictionary["Obj"]!).Number);
                break;
            default:
                Children.Add(Read(File, (PdfReference)kid, this));
                break;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Type} ({Reference.Number})");
}
