using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Fonts;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Text;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Builds the new file: pages in order, then what they share, then the catalog.</summary>
internal sealed class DocumentRebuilder : IRewriteTarget
{
    private readonly PdfFile file;
    private readonly PdfRedactionOptions options;
    private readonly PdfObjectStore store = new();
    private readonly ObjectCopier objects;
    private readonly Dictionary<PdfDictionary, FontUse> fonts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PdfDictionary, HashSet<int>> removedCodes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PdfStream, PdfReference> sharedStreams = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PdfDictionary, PdfReference> pageOf = new(ReferenceEqualityComparer.Instance);
    private readonly List<PdfReference> pages = [];
    private readonly ImmutableArray<PdfBox>.Builder boxes = ImmutableArray.CreateBuilder<PdfBox>();
    private readonly MarkPainter painter;
    private readonly ScanLayer scans;
    private readonly StructureCopier structure;
    private readonly Destinations destinations;
    private readonly LinkCopier links;
    private IReadOnlyList<PdfPage> old = [];
    private PdfReference tree = null!;
    private PdfReference? root;
    private int paintedImages;
    private int replacedImages;

    public DocumentRebuilder(PdfFile file, PdfRedactionOptions options)
    {
        this.file = file;
        this.options = options;
        Source = new ContentSource(file);
        objects = new ObjectCopier(file, store) { Font = Font, Form = UnusedForm };
        painter = new MarkPainter(store, options, XmpWriter.ClaimsPdfA(file) && !file.Catalog.Contains("OutputIntents"));
        scans = new ScanLayer(store, options.ScanWords);
        structure = new StructureCopier(file, store, pageOf);
        destinations = new Destinations(file, pageOf, pages);
        links = new LinkCopier(file, objects, destinations, options);
    }

    /// <summary>Digest of the text that stays on pages where something was removed.</summary>
    public Dictionary<int, string> KeptByPage { get; } = [];

    public PdfRedactionReport Report() => new(boxes.ToImmutable()) { PaintedImages = paintedImages, ReplacedImages = replacedImages };

    /// <summary>The source's content, as it is read and run.</summary>
    public ContentSource Source { get; }

    /// <summary>Gives the pages their numbers; goes before all else.</summary>
    public void Begin()
    {
        old = PdfPages.Of(file);
        foreach (var page in old)
        {
            var reference = store.Reserve();
            pages.Add(reference);
            pageOf.TryAdd(page.Dictionary, reference);
        }

        tree = store.Reserve();
        root = structure.Copy();
    }

    /// <summary>Writes the file, once all pages are added.</summary>
    public void Finish(Stream output)
    {
        store.Set(tree, new PdfDictionary { { "Type", "Pages" }, { "Kids", new PdfArray(pages) }, { "Count", pages.Count } });
        if (root is not null)
        {
            structure.Finish(old.Select((p, i) => (pages[i], (int)file.Number(p.Dictionary, "StructParents", -1))).Where(p => p.Item2 >= 0));
        }

        var copier = new FontCopier(file, store, objects);
        foreach (var use in fonts.Values.ToList())
        {
            use.Orphans.UnionWith(removedCodes.GetValueOrDefault(use.Source) ?? []);
            use.Orphans.ExceptWith(use.Codes);
            copier.Write(use);
        }

        painter.Finish();
        scans.Finish();
        var (catalog, information) = new CatalogBuilder(file, store, objects, options).Build(tree, root, new OutlineCopier(file, store, destinations));
        PdfFileWriter.Write(output, store, catalog, information, Version());
    }

    public PdfObject Resolve(PdfObject? value) => file.Resolve(value);

    public void Shown(PdfFont font, int code)
    {
        var use = UseOf(font.Dictionary);
        use.Font ??= font;
        use.Codes.Add(code);
    }

    public void Removed(PdfFont font, int code)
    {
        if (!removedCodes.TryGetValue(font.Dictionary, out var codes))
        {
            removedCodes[font.Dictionary] = codes = [];
        }

        codes.Add(code);
    }

    public PdfReference Stream(InstanceWriter writer)
    {
        var stream = writer.Instance.Stream!;
        if (!writer.IsRedacted)
        {
            if (!sharedStreams.TryGetValue(stream, out var shared))
            {
                sharedStreams[stream] = shared = store.Reserve();
            }

            if (store[shared] is null)
            {
                store.Set(shared, FormOf(writer, stream));
            }

            return shared;
        }

        return store.Add(FormOf(writer, stream));
    }

    public PdfReference PaintedImage(PdfStream image, Matrix space, IReadOnlyList<Box> regions)
    {
        // The old masks must not come along: their pixels lie under the mark as well.
        var bare = image.Dictionary.Clone();
        bare["SMask"] = null;
        bare["Mask"] = file.Resolve(bare["Mask"]) is PdfArray ? bare["Mask"] : null;
        var dictionary = objects.Entries(bare, "image");
        dictionary["BitsPerComponent"] ??= PixelData.Bits(file, image.Dictionary) == 1 ? new PdfInteger(1) : null;
        dictionary["Type"] = new PdfName("XObject");
        dictionary["Subtype"] = new PdfName("Image");
        if (PixelData.Painted(file, image, dictionary, space, regions) is { } painted)
        {
            paintedImages++;
            if (file.Get<PdfStream>(image.Dictionary, "SMask") is { } mask)
            {
                var entries = objects.Entries(mask.Dictionary, "image");
                entries["Type"] = new PdfName("XObject");
                entries["Subtype"] = new PdfName("Image");
                dictionary["SMask"] = PixelData.Painted(file, mask, entries, space, regions) is { } soft ? store.Add(soft) : null;
            }

            return store.Add(painted);
        }

        // Pixels that can't be had can't be cleared: the whole image goes.
        replacedImages++;
        var gray = new PdfDictionary { { "Type", "XObject" }, { "Subtype", "Image" }, { "Width", 1 }, { "Height", 1 }, { "ColorSpace", "DeviceGray" }, { "BitsPerComponent", 8 } };
        return store.Add(Deflate.Stream(gray, [0xE0]));
    }

    public PdfObject GraphicsStateWithMask(PdfDictionary state, PdfReference mask)
    {
        var copy = objects.Entries(state, "graphicsstate");
        var set = objects.Entries(file.Get<PdfDictionary>(state, "SMask") ?? new PdfDictionary(), "softmask");
        set["Type"] = new PdfName("Mask");
        set["G"] = mask;
        copy["SMask"] = set;
        return copy;
    }

    public bool IsOff(PdfObject? properties) => Source.Layers.IsOff(properties);

    /// <summary>Adds the next page without what is marked on it.</summary>
    public void AddPage(int index, PageContent content, IReadOnlyList<PdfMark> marks)
    {
        var page = old[index];
        var plan = RemovalPlanner.Plan(content, marks, options);
        var rewriter = new ContentRewriter(plan, this);
        new ContentInterpreter(Source, rewriter).RunPage(page);
        if (!plan.IsEmpty)
        {
            KeptByPage[index] = rewriter.Kept.Digest();
        }

        var target = objects.Entries(page.Dictionary, "page");
        foreach (var key in (ReadOnlySpan<string>)["MediaBox", "CropBox", "Rotate"])
        {
            target[key] ??= objects.Copy(page[key], "");
        }

        target["Type"] = new PdfName("Page");
        target["Parent"] = tree;
        var resources = ResourcesOf(rewriter.Page);
        target["Contents"] = store.Add(Deflate.Stream(new PdfDictionary(), Content(index, rewriter, plan, resources, content.Geometry)));
        target["Resources"] = resources;
        var annotations = links.Copy(page, plan, pages[index], structure.Links);
        if (annotations.Count > 0)
        {
            target["Annots"] = annotations;
        }

        store.Set(pages[index], target);
    }

    private byte[] Content(int index, ContentRewriter rewriter, PagePlan plan, PdfDictionary resources, PageGeometry geometry)
    {
        var bytes = rewriter.Page.ToArray();
        var words = scans.Draw(index, resources);
        if (rewriter.Appearances.Count == 0 && plan.Boxes.Count == 0 && words.Length == 0 && options.DraftStamp is null)
        {
            return bytes;
        }

        var extra = new StringBuilder("\nQ\n");
        if (resources["XObject"] is not PdfDictionary xobjects)
        {
            xobjects = new PdfDictionary();
        }

        for (var i = 0; i < rewriter.Appearances.Count; i++)
        {
            var (form, fit) = rewriter.Appearances[i];
            xobjects[$"WooForm{i}"] = form;
            resources["XObject"] = xobjects;
            string N(double v) => ShowRewriter.Precise(v);
            extra.Append("/Artifact BMC q ").Append(CultureInfo.InvariantCulture, $"{N(fit.A)} {N(fit.B)} {N(fit.C)} {N(fit.D)} {N(fit.E)} {N(fit.F)} cm /WooForm{i} Do Q EMC\n");
        }

        extra.Append(words).Append("%WooCodes\n");
        var fresh = plan.Boxes.Count == 0 ? 0 : HighestMcid(rewriter.Page.Instance.Bytes.Span) + 1;
        foreach (var box in plan.Boxes)
        {
            if (box.IsOutline)
            {
                extra.Append(painter.Outline(box));
                continue;
            }

            var mcid = structure.AddMark(pages[index], box.Mcid, fresh, box.Mark.Spoken);
            fresh += mcid >= 0 ? 1 : 0;
            extra.Append(painter.Draw(box, mcid, structure.IsThere));
            boxes.Add(new PdfBox(index, box.Width, box.RemovedWidth, WidthLeak.Bits(options.Mode, box)));
        }

        if (options.DraftStamp is { } stamp)
        {
            extra.Append(painter.Stamp(stamp, geometry));
        }

        if (plan.Boxes.Count > 0 || options.DraftStamp is not null)
        {
            painter.AddResources(resources);
        }

        return [.. "q\n"u8, .. bytes, .. Encoding.Latin1.GetBytes(extra.ToString())];
    }

    private static int HighestMcid(ReadOnlySpan<byte> content)
    {
        var highest = -1;
        for (var at = content.IndexOf("/MCID"u8); at >= 0 && at < content.Length;)
        {
            var lexer = new PdfLexer(content, at + 5);
            highest = lexer.Next() == PdfTokenKind.Integer && lexer.Integer < 1 << 24 ? Math.Max(highest, (int)lexer.Integer) : highest;
            var next = content[(at + 5)..].IndexOf("/MCID"u8);
            at = next < 0 ? -1 : at + 5 + next;
        }

        return highest;
    }

    private PdfStream FormOf(InstanceWriter writer, PdfStream stream)
    {
        var isPattern = writer.Instance.Kind == InstanceKind.Pattern;
        var dictionary = objects.Entries(stream.Dictionary, isPattern ? "pattern" : "form");
        dictionary["Type"] = new PdfName(isPattern ? "Pattern" : "XObject");
        dictionary["Subtype"] = isPattern ? null : new PdfName("Form");
        dictionary["Resources"] = ResourcesOf(writer);
        return Deflate.Stream(dictionary, writer.ToArray());
    }

    private PdfDictionary ResourcesOf(InstanceWriter writer)
    {
        var resources = new PdfDictionary();
        foreach (var (category, name) in writer.Resources.Names)
        {
            if (objects.Resource(category, writer.Instance.Resource(file, category, name)) is { } value)
            {
                Category(resources, category)[name] = value;
            }
        }

        foreach (var (category, name, value) in writer.Resources.New)
        {
            Category(resources, category)[name] = value;
        }

        return resources;
    }

    private static PdfDictionary Category(PdfDictionary resources, string name)
    {
        if (resources[name] is not PdfDictionary category)
        {
            resources[name] = category = new PdfDictionary();
        }

        return category;
    }

    private PdfReference Font(PdfDictionary dictionary) => UseOf(dictionary).Target;

    private FontUse UseOf(PdfDictionary dictionary)
    {
        if (!fonts.TryGetValue(dictionary, out var use))
        {
            fonts[dictionary] = use = new FontUse(dictionary, store.Reserve());
        }

        return use;
    }

    /// <summary>A form that is named as a resource: its number now, its content when it has run. One that never runs stays empty.</summary>
    private PdfReference UnusedForm(PdfStream stream)
    {
        if (!sharedStreams.TryGetValue(stream, out var reference))
        {
            sharedStreams[stream] = reference = store.Reserve();
        }

        return reference;
    }

    private string Version()
    {
        var claimed = file.Name(file.Catalog, "Version");
        return claimed == "2.0" ? "2.0" : "1.7";
    }
}
