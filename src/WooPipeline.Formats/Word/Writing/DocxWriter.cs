using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Word;

/// <summary>
/// Writes a tree as a Word document with real styles, lists, header rows, notes and links (ISO/IEC 29500, transitional). The same tree
/// gives the same bytes. Hidden, comment and metadata sections are never written; a mark shows its text on a shaded ground.
/// </summary>
public static class DocxWriter
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>Writes the document.</summary>
    public static void Write(DocumentTree tree, HouseStyle style, DocxWriteOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(style);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        var package = new PackageWriter();
        var context = new DocxContext(tree, style, options, package);
        var body = new DocxBlocks(context).Body(tree.Blocks);
        var notes = new DocxNotes(context).Write();
        body.Add(Sections(context));
        package.Add("word/document.xml", WordType + "document.main+xml", Root("document", body));
        package.Add("word/styles.xml", WordType + "styles+xml", DocxStyles.Build(style, options.Language));
        package.Add("word/numbering.xml", WordType + "numbering+xml", context.Lists.Build());
        package.Add("word/settings.xml", WordType + "settings+xml", Settings(options.Language, notes is not null));
        package.Add("word/footer1.xml", WordType + "footer+xml", Footer());
        Relate(package, "rId1", "styles", "styles.xml");
        Relate(package, "rId2", "numbering", "numbering.xml");
        Relate(package, "rId3", "settings", "settings.xml");
        Relate(package, "rId4", "footer", "footer1.xml");
        if (style.Organisation.Length > 0)
        {
            package.Add("word/header1.xml", WordType + "header+xml", Header(style.Organisation));
            Relate(package, "rId5", "header", "header1.xml");
        }

        if (notes is not null)
        {
            package.Add("word/footnotes.xml", WordType + "footnotes+xml", notes);
            Relate(package, "rId6", "footnotes", "footnotes.xml");
        }

        context.WriteRelationships();
        package.Relate("", new OfficeRelationship("rId1", OfficeNames.Relationships + "/officeDocument", "word/document.xml", false));
        AddProperties(package, options.Title);
        package.Write(output);
    }

    private static void AddProperties(PackageWriter package, string title)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        package.Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core),
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XElement(dc + "title", title)));
        package.Relate("", new OfficeRelationship("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml", false));
    }

    private static void Relate(PackageWriter package, string id, string kind, string target) =>
        package.Relate("word/document.xml", new OfficeRelationship(id, $"{OfficeNames.Relationships}/{kind}", target, false));

    internal static XElement Root(string name, params object?[] content) => new(
        W.Main + name,
        new XAttribute(XNamespace.Xmlns + "w", W.Main),
        new XAttribute(XNamespace.Xmlns + "r", W.Rel),
        content);

    private static XElement Sections(DocxContext context)
    {
        var style = context.Style;
        return M.E("sectPr",
            style.Organisation.Length > 0 ? M.E("headerReference", M.A("type", "default"), new XAttribute(W.RelId, "rId5")) : null,
            M.E("footerReference", M.A("type", "default"), new XAttribute(W.RelId, "rId4")),
            M.E("pgSz", M.A("w", M.Twips(style.PageWidth)), M.A("h", M.Twips(style.PageHeight))),
            M.E("pgMar",
                M.A("top", M.Twips(style.MarginTop)), M.A("right", M.Twips(style.MarginRight)), M.A("bottom", M.Twips(style.MarginBottom)),
                M.A("left", M.Twips(style.MarginLeft)), M.A("header", M.Twips(style.MarginTop / 2)), M.A("footer", M.Twips(style.MarginBottom / 2)), M.A("gutter", 0)));
    }

    private static XElement Settings(string language, bool notes) => Root("settings",
        M.E("defaultTabStop", M.Val(708)),
        notes ? M.E("footnotePr", M.E("footnote", M.A("id", -1)), M.E("footnote", M.A("id", 0))) : null,
        M.E("compat", M.E("compatSetting", M.A("name", "compatibilityMode"), M.A("uri", "http://schemas.microsoft.com/office/word"), M.Val("15"))),
        M.E("themeFontLang", M.Val(language)));

    private static XElement Header(string organisation) => Root("hdr", M.E("p", M.E("pPr", M.Style("Header")), M.Run(organisation)));

    private static XElement Footer() => Root("ftr", M.E("p",
        M.E("pPr", M.Style("Footer")), M.Run("Pagina "), M.Field(" PAGE ", "1"), M.Run(" van "), M.Field(" NUMPAGES ", "1")));
}
