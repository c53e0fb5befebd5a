using WooPipeline.Formats.Tests.Office;

namespace WooPipeline.Formats.Tests.Slides;

/// <summary>A presentation with a token in each carrier.</summary>
internal sealed class SmallPptx : PlantedPackage
{
    private const string Ns = "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Type = "application/vnd.openxmlformats-officedocument.presentationml.";

    public SmallPptx()
    {
        Properties();
        Link("", "officeDocument", "ppt/presentation.xml");
        var one = Link("ppt/presentation.xml", "slide", "slides/slide1.xml");
        var two = Link("ppt/presentation.xml", "slide", "slides/slide2.xml");
        Link("ppt/presentation.xml", "slideMaster", "slideMasters/slideMaster1.xml");
        Link("ppt/presentation.xml", "commentAuthors", "commentAuthors.xml");
        Part("ppt/presentation.xml", Type + "presentation.main+xml", $"<p:presentation {Ns}><p:sldIdLst><p:sldId id=\"256\" r:id=\"{one}\"/><p:sldId id=\"257\" r:id=\"{two}\"/></p:sldIdLst></p:presentation>");
        Part("ppt/slideMasters/slideMaster1.xml", Type + "slideMaster+xml", $"<p:sldMaster {Ns}><p:cSld><p:spTree>{Shape("title", "Klik om te bewerken")}{Shape(null, T("master"))}</p:spTree></p:cSld></p:sldMaster>");
        Part("ppt/commentAuthors.xml", Type + "commentAuthors+xml", $"<p:cmAuthorLst {Ns}><p:cmAuthor id=\"0\" name=\"{T("comment author")}\" initials=\"x\"/></p:cmAuthorLst>");
        First();
        Part("ppt/slides/slide2.xml", Type + "slide+xml", $"<p:sld {Ns} show=\"0\"><p:cSld><p:spTree>{Shape("title", T("hidden slide"))}</p:spTree></p:cSld></p:sld>");
        Pack();
    }

    private void First()
    {
        var picture = Link("ppt/slides/slide1.xml", "image", "../media/image1.png");
        Raw("ppt/media/image1.png", Png(T("image")));
        var link = Link("ppt/slides/slide1.xml", "hyperlink", "https://example.nl/" + T("link target"), external: true);
        Link("ppt/slides/slide1.xml", "notesSlide", "../notesSlides/notesSlide1.xml");
        Link("ppt/slides/slide1.xml", "comments", "../comments/comment1.xml");
        Part("ppt/notesSlides/notesSlide1.xml", Type + "notesSlide+xml", $"<p:notes {Ns}><p:cSld><p:spTree>{Shape("sldNum", "7")}{Shape("body", T("notes"))}</p:spTree></p:cSld></p:notes>");
        Part("ppt/comments/comment1.xml", Type + "comments+xml", $"<p:cmLst {Ns}><p:cm authorId=\"0\" idx=\"1\"><p:pos x=\"0\" y=\"0\"/><p:text>{T("comment")}</p:text></p:cm></p:cmLst>");
        var chart = Link("ppt/slides/slide1.xml", "chart", "../charts/chart1.xml");
        Part("ppt/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", $"<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:ser><c:tx><c:v>{T("chart series")}</c:v></c:tx></c:ser></c:chart>");
        var body = $"<a:p><a:r><a:t>{T("first bullet")}</a:t></a:r></a:p><a:p><a:pPr lvl=\"1\"/><a:r><a:rPr b=\"1\"><a:hlinkClick r:id=\"{link}\"/></a:rPr><a:t>{T("second level")}</a:t></a:r></a:p><a:p><a:r><a:t>door</a:t></a:r><a:r><a:t>lopend</a:t></a:r></a:p>";
        var table = $"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"9\" name=\"t\"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><a:graphic><a:graphicData><a:tbl><a:tblPr firstRow=\"1\"/><a:tr h=\"1\">{Cell("Naam")}{Cell("Rol")}</a:tr><a:tr h=\"1\">{Cell(T("table cell"))}{Cell("lid")}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>";
        var frame = $"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"10\" name=\"c\" descr=\"{T("description")}\"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><a:graphic><a:graphicData><c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"{chart}\"/></a:graphicData></a:graphic></p:graphicFrame>";
        var image = $"<p:pic><p:nvPicPr><p:cNvPr id=\"11\" name=\"i\" descr=\"{T("alternative text")}\"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed=\"{picture}\"/></p:blipFill></p:pic>";
        Part("ppt/slides/slide1.xml", Type + "slide+xml", $"<p:sld {Ns}><p:cSld><p:spTree>{Raw("body", body)}{Shape("title", T("title"))}<p:grpSp>{Shape(null, T("shape in a group"))}</p:grpSp>{table}{frame}{image}{Shape(null, T("hidden shape"), "hidden=\"1\"")}{Shape("ftr", T("footer"))}</p:spTree></p:cSld></p:sld>");
    }

    private static string Cell(string text) => $"<a:tc><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>";

    private static string Shape(string? kind, string text, string attributes = "") => Raw(kind, $"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>", attributes);

    private static string Raw(string? kind, string paragraphs, string attributes = "") =>
        $"<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"s\" {attributes}/><p:cNvSpPr/><p:nvPr>{(kind is null ? "" : $"<p:ph type=\"{kind}\"/>")}</p:nvPr></p:nvSpPr><p:txBody><a:bodyPr/>{paragraphs}</p:txBody></p:sp>";
}
