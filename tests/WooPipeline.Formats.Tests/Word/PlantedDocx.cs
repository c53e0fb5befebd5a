using WooPipeline.Formats.Tests.Office;

namespace WooPipeline.Formats.Tests.Word;

/// <summary>A document with one token in every carrier we know of. Tokens are <c>geheim</c> with a number.</summary>
internal sealed class PlantedDocx : PlantedPackage
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" mc:Ignorable=\"w14\"";

    private const string Document = "word/document.xml";
    private int stories;

    private PlantedDocx()
    {
    }

    public static PlantedDocx Build()
    {
        var planted = new PlantedDocx();
        planted.Fill();
        planted.Pack();
        return planted;
    }

    private void Fill()
    {
        var body = new List<string>();
        Text(body);
        Fields(body);
        Revisions(body);
        Drawings(body);
        body.Add($"<w:altChunk r:id=\"{Link("aFChunk", "afchunk.htm")}\"/>");
        Part("word/afchunk.htm", "text/html", $"<html><body><p>{T("imported html chunk")}</p></body></html>");
        body.Add($"<w:sectPr><w:headerReference w:type=\"default\" r:id=\"{Story("header", "hdr", T("page header"))}\"/>"
            + $"<w:footerReference w:type=\"default\" r:id=\"{Story("footer", "ftr", T("page footer"))}\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>");
        Part("word/document.xml", Word("document.main+xml"), $"<w:document {Namespaces}><w:body>{string.Concat(body)}</w:body></w:document>");
        Story("header", "hdr", T("header that no section shows"));
        SideParts();
        Link("", "officeDocument", Document);
        Properties();
    }

    private void Text(List<string> body)
    {
        body.Add(P($"<w:r><w:t>{T("running text")}</w:t></w:r>"));
        var split = T("a word over three runs");
        body.Add(P($"<w:r><w:t>{split[..3]}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{split[3..6]}</w:t></w:r><w:r><w:t>{split[6..]}</w:t></w:r>"));
        body.Add($"<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblCaption w:val=\"{T("table caption property")}\"/><w:tblDescription w:val=\"{T("table description property")}\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"4000\"/></w:tblGrid>"
            + $"<w:tr><w:tc><w:tcPr><w:tcW w:w=\"4000\" w:type=\"dxa\"/></w:tcPr>{P(R(T("table cell")))}</w:tc></w:tr></w:tbl>");
        body.Add(P($"<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{R(T("list item"))}"));
        body.Add(P($"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{T("hidden text")}</w:t></w:r>"));
        body.Add(P($"<w:r><w:rPr><w:rStyle w:val=\"Onzichtbaar\"/></w:rPr><w:t>{T("text hidden by a style")}</w:t></w:r>"));
        body.Add($"<w:sdt><w:sdtPr><w:alias w:val=\"{T("content control title")}\"/><w:tag w:val=\"{T("content control tag")}\"/><w:dropDownList><w:listItem w:displayText=\"{T("content control list item")}\" w:value=\"x\"/></w:dropDownList></w:sdtPr><w:sdtContent>{P(R(T("content control")))}</w:sdtContent></w:sdt>");
        body.Add(P($"<w:bookmarkStart w:id=\"1\" w:name=\"{T("bookmark name")}\"/>{R("x")}<w:bookmarkEnd w:id=\"1\"/>"));
        body.Add(P($"<w:hyperlink r:id=\"{Link("hyperlink", "mailto:" + T("mailto target") + "@example.nl", external: true)}\" w:tooltip=\"{T("link tooltip")}\">{R(T("link text"))}</w:hyperlink>"));
        body.Add(P($"<w:hyperlink r:id=\"{Link("hyperlink", "https://example.nl/" + T("web target"), external: true)}\">{R("bron")}</w:hyperlink>"));
        body.Add(P($"<w:r><w:t>noot</w:t><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:endnoteReference w:id=\"2\"/></w:r><w:r><w:commentReference w:id=\"0\"/></w:r>"));
        body.Add(P($"<w:permStart w:id=\"5\" w:ed=\"{T("editor of a permission")}\"/>{R("x")}<w:permEnd w:id=\"5\"/>"));
        body.Add(P($"<w:smartTag w:uri=\"urn:x\" w:element=\"name\"><w:smartTagPr><w:attr w:name=\"n\" w:val=\"{T("smart tag attribute")}\"/></w:smartTagPr>{R(T("smart tag"))}</w:smartTag>"));
        body.Add(P($"<m:oMath><m:r><m:t>{T("formula text")}</m:t></m:r></m:oMath>"));
        body.Add(P($"<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val=\"center\"/><w:hps w:val=\"10\"/><w:hpsRaise w:val=\"10\"/><w:hpsBaseText w:val=\"20\"/><w:lid w:val=\"nl-NL\"/></w:rubyPr><w:rt>{R(T("ruby text"))}</w:rt><w:rubyBase>{R("x")}</w:rubyBase></w:ruby></w:r>"));
    }

    private void Fields(List<string> body)
    {
        body.Add(P($"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> AUTHOR {T("field code")} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{R(T("field result"))}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"));
        body.Add(P($"<w:fldSimple w:instr=\" DOCPROPERTY {T("simple field code")} \">{R(T("simple field result"))}</w:fldSimple>"));
        body.Add(P($"<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:name w:val=\"{T("form field name")}\"/><w:enabled/><w:calcOnExit w:val=\"0\"/><w:helpText w:type=\"text\" w:val=\"{T("form field help")}\"/><w:ddList><w:result w:val=\"0\"/><w:listEntry w:val=\"{T("form field entry")}\"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"));
    }

    private void Revisions(List<string> body)
    {
        body.Add(P($"<w:ins w:id=\"21\" w:author=\"{T("author of an insertion")}\" w:date=\"2024-01-01T00:00:00Z\">{R(T("inserted text"))}</w:ins>"));
        body.Add(P($"<w:del w:id=\"22\" w:author=\"{T("author of a deletion")}\"><w:r><w:delText>{T("deleted text")}</w:delText></w:r></w:del>{R("x")}"));
        body.Add(P($"<w:r><w:rPr><w:b/><w:rPrChange w:id=\"23\" w:author=\"{T("author of a change of format")}\"><w:rPr/></w:rPrChange></w:rPr><w:t>x</w:t></w:r>"));
        body.Add(P($"<w:moveFromRangeStart w:id=\"24\" w:author=\"a\" w:name=\"{T("name of a move")}\"/><w:moveFrom w:id=\"25\" w:author=\"a\"><w:r><w:t>{T("text moved away")}</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id=\"24\"/>{R("x")}"));
    }

    private void Drawings(List<string> body)
    {
        var image = Link("image", "media/foto_" + T("image file name") + ".png");
        Raw("word/media/foto_" + Carriers.Keys.Last() + ".png", Png(T("text chunk of an image")));
        body.Add(P($"<w:r><w:drawing><wp:inline><wp:extent cx=\"100000\" cy=\"100000\"/><wp:docPr id=\"1\" name=\"{T("drawing name")}\" descr=\"{T("alternative text")}\" title=\"{T("drawing title")}\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
            + $"<pic:pic><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"{T("picture name")}\" descr=\"{T("picture description")}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{image}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"));
        var box = T("text box");
        body.Add(P("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:extent cx=\"100000\" cy=\"100000\"/><wp:docPr id=\"2\" name=\"x\"/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr/>"
            + $"<wps:txbx><w:txbxContent>{P(R(box))}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id=\"_x0000_s1\" alt=\"{T("alt text of a vml shape")}\"><v:textbox><w:txbxContent>{P(R(box + " " + T("fallback of a text box")))}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"));
        body.Add(P($"<w:r><w:pict><v:shape id=\"_x0000_s2\" style=\"width:100pt;height:20pt\"><v:textpath on=\"t\" string=\"{T("watermark")}\"/></v:shape></w:pict></w:r>"));
        var ole = Link("package", "embeddings/blad.xlsx");
        Part("word/embeddings/blad.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", T("embedded file"));
        body.Add(P($"<w:r><w:object><v:shape id=\"_x0000_s3\" style=\"width:10pt;height:10pt\"><v:imagedata r:id=\"{image}\" o:title=\"{T("title of a vml image")}\"/></v:shape><o:OLEObject Type=\"Embed\" ProgID=\"Excel.Sheet.12\" ShapeID=\"_x0000_s3\" DrawAspect=\"Content\" ObjectID=\"_1\" r:id=\"{ole}\"/></w:object></w:r>"));
        var chart = Link("chart", "charts/chart1.xml");
        Part("word/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
            "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><c:chart>"
            + $"<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>{T("chart title")}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/><c:barChart><c:barDir val=\"col\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/><c:ser><c:idx val=\"0\"/><c:order val=\"0\"/>"
            + $"<c:tx><c:strRef><c:f>{T("sheet name in a chart's formula")}!$A$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{T("chart's kept name")}</c:v></c:pt></c:strCache></c:strRef></c:tx><c:invertIfNegative val=\"0\"/></c:ser><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart><c:catAx><c:axId val=\"1\"/><c:scaling/><c:delete val=\"0\"/><c:axPos val=\"b\"/><c:crossAx val=\"2\"/></c:catAx><c:valAx><c:axId val=\"2\"/><c:scaling/><c:delete val=\"0\"/><c:axPos val=\"l\"/><c:crossAx val=\"1\"/></c:valAx></c:plotArea></c:chart></c:chartSpace>");
        body.Add(P($"<w:r><w:drawing><wp:inline><wp:extent cx=\"100000\" cy=\"100000\"/><wp:docPr id=\"3\" name=\"x\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart r:id=\"{chart}\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"));
    }

    private void SideParts()
    {
        Link("footnotes", "footnotes.xml");
        Part("word/footnotes.xml", Word("footnotes+xml"), $"<w:footnotes {Namespaces}><w:footnote w:id=\"2\">{P(R(T("footnote")))}</w:footnote><w:footnote w:id=\"3\">{P(R(T("footnote that nothing refers to")))}</w:footnote></w:footnotes>");
        Link("endnotes", "endnotes.xml");
        Part("word/endnotes.xml", Word("endnotes+xml"), $"<w:endnotes {Namespaces}><w:endnote w:id=\"2\">{P(R(T("endnote")))}</w:endnote></w:endnotes>");
        Link("comments", "comments.xml");
        Part("word/comments.xml", Word("comments+xml"), $"<w:comments {Namespaces}><w:comment w:id=\"0\" w:author=\"{T("author of a comment")}\" w:initials=\"{T("initials of a comment")}\">{P(R(T("comment")))}</w:comment></w:comments>");
        Link("styles", "styles.xml");
        Part("word/styles.xml", Word("styles+xml"), $"<w:styles {Namespaces}><w:latentStyles><w:lsdException w:name=\"{T("latent style")}\"/></w:latentStyles><w:style w:type=\"character\" w:styleId=\"Onzichtbaar\"><w:name w:val=\"Onzichtbaar\"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{T("style id")}\"><w:name w:val=\"{T("style name")}\"/><w:aliases w:val=\"{T("style alias")}\"/></w:style></w:styles>");
        Link("numbering", "numbering.xml");
        Part("word/numbering.xml", Word("numbering+xml"), $"<w:numbering {Namespaces}><w:abstractNum w:abstractNumId=\"1\"><w:name w:val=\"{T("list name")}\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>");
        Link("settings", "settings.xml");
        Part("word/settings.xml", Word("settings+xml"), $"<w:settings {Namespaces}><w:attachedTemplate r:id=\"rId1\"/><w:mailMerge><w:mainDocumentType w:val=\"formLetters\"/><w:dataType w:val=\"native\"/><w:query w:val=\"{T("mail merge query")}\"/></w:mailMerge><w:rsids><w:rsid w:val=\"00AABBCC\"/></w:rsids><w:docVars><w:docVar w:name=\"{T("document variable name")}\" w:val=\"{T("document variable")}\"/></w:docVars></w:settings>");
        Link("word/settings.xml", "attachedTemplate", $"file:///C:/{T("attached template")}.dotx", external: true);
        Link("people", "people.xml");
        Part("word/people.xml", Word("people+xml"), $"<w15:people xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"><w15:person w15:author=\"{T("people part")}\"/></w15:people>");
        Link("glossaryDocument", "glossary/document.xml");
        Part("word/glossary/document.xml", Word("document.glossary+xml"), $"<w:glossaryDocument {Namespaces}><w:docParts><w:docPart><w:docPartBody>{P(R(T("glossary")))}</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>");
        Link("vbaProject", "vbaProject.bin");
        Part("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", T("macro"));
        Link("printerSettings", "printerSettings1.bin");
        Part("word/printerSettings1.bin", "application/vnd.openxmlformats-officedocument.wordprocessingml.printerSettings", T("printer settings"));
        Link("webSettings", "webSettings.xml");
        Part("word/webSettings.xml", Word("webSettings+xml"), $"<w:webSettings {Namespaces}><w:frameset><w:frame><w:name w:val=\"{T("web settings")}\"/></w:frame></w:frameset></w:webSettings>");
        Link("theme", "theme/theme1.xml");
        Part("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", $"<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"{T("theme name")}\"/>");
    }

    private string Story(string kind, string element, string text)
    {
        var name = $"{kind}{++stories}.xml";
        Part("word/" + name, Word(kind + "+xml"), $"<w:{element} {Namespaces}>{P(R(text))}</w:{element}>");
        return Link(kind, name);
    }

    private string Link(string kind, string target, bool external = false) => Link(Document, kind, target, external);

    private static string Word(string type) => "application/vnd.openxmlformats-officedocument.wordprocessingml." + type;

    private static string P(string content) => $"<w:p>{content}</w:p>";

    private static string R(string text) => $"<w:r><w:t>{text}</w:t></w:r>";
}
