using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Writing;

/// <summary>An element of the structure tree (ISO 32000-1 §14.7.2), or what isn't part of it.</summary>
internal sealed class StructureElement
{
    private readonly List<object> kids = [];
    private bool attached;

    private StructureElement(string type, StructureElement? parent) => (Type, Parent) = (type, parent);

    /// <summary>Standard structure type: <c>P</c>, <c>H1</c>, <c>LI</c>.</summary>
    public string Type { get; }

    public StructureElement? Parent { get; }

    public bool IsArtifact => Type == "Artifact";

    /// <summary>Elements, marked content and annotations in reading order.</summary>
    public IReadOnlyList<object> Kids => kids;

    /// <summary>What stands for it where it can't be seen (<c>Alt</c>).</summary>
    public string? Alternative { get; set; }

    /// <summary>What it is short for (<c>E</c>).</summary>
    public string? Expansion { get; set; }

    public string? Language { get; set; }

    /// <summary>A unique name (<c>ID</c>); notes need one.</summary>
    public string? Id { get; set; }

    /// <summary>Attributes (<c>A</c>).</summary>
    public PdfDictionary? Attributes { get; set; }

    /// <summary>The number of its object, set when the tree is written.</summary>
    public PdfReference? Reference { get; set; }

    public static StructureElement NewRoot() => new("Document", null) { attached = true };

    /// <summary>Something that is no content: repeated, or there for looks only.</summary>
    public static StructureElement NewArtifact() => new("Artifact", null);

    /// <summary>A child that takes its place now: blocks, made in reading order.</summary>
    public StructureElement AddChild(string type)
    {
        var child = NewChild(type);
        child.Settle();
        return child;
    }

    /// <summary>A child that takes its place when it is first drawn: pieces of a line, between the text around them.</summary>
    public StructureElement NewChild(string type) => IsArtifact ? this : new StructureElement(type, this);

    /// <summary>Takes its place among its parent's children, once; the parent may still wait for its own.</summary>
    public void Settle()
    {
        if (!attached && Parent is not null)
        {
            attached = true;
            Parent.kids.Add(this);
        }
    }

    /// <summary>Takes its place, and so do those above it.</summary>
    public void Attach()
    {
        for (var element = this; element is { attached: false, Parent: not null }; element = element.Parent)
        {
            element.Settle();
        }
    }

    /// <summary>Adds marked content of a page.</summary>
    public void AddContent(int page, int number)
    {
        Attach();
        kids.Add(new MarkedContent(page, number));
    }

    /// <summary>Adds an annotation.</summary>
    public void AddAnnotation(int page, PdfReference annotation)
    {
        Attach();
        kids.Add(new AnnotationContent(page, annotation));
    }
}

/// <summary>A marked stretch of a page's content.</summary>
internal sealed record MarkedContent(int Page, int Number);

/// <summary>An annotation that is content.</summary>
internal sealed record AnnotationContent(int Page, PdfReference Annotation);
