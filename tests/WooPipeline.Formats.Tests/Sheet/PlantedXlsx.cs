using WooPipeline.Formats.Tests.Office;

namespace WooPipeline.Formats.Tests.Sheet;

/// <summary>A workbook with one token in every carrier we know of.</summary>
internal sealed class PlantedXlsx : PlantedPackage
{
    private const string Book = "xl/workbook.xml";
    private const string Sheet1 = "xl/worksheets/sheet1.xml";
    private const string Ns = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    public static PlantedXlsx Build()
    {
        var planted = new PlantedXlsx();
        planted.Link("", "officeDocument", Book);
        planted.Sheets();
        planted.Workbook();
        planted.Behind();
        planted.Properties();
        planted.Pack();
        return planted;
    }

    private void Sheets()
    {
        Link(Book, "worksheet", "worksheets/sheet1.xml");
        Link(Book, "worksheet", "worksheets/sheet2.xml");
        var link = Link(Sheet1, "hyperlink", "mailto:" + T("mailto target") + "@example.nl", external: true);
        var web = Link(Sheet1, "hyperlink", "https://example.nl/" + T("web target"), external: true);
        var drawing = Link(Sheet1, "drawing", "../drawings/drawing1.xml");
        var legacy = Link(Sheet1, "vmlDrawing", "../drawings/vmlDrawing1.vml");
        Link(Sheet1, "comments", "../comments1.xml");
        Link(Sheet1, "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml");
        var table = Link(Sheet1, "table", "../tables/table1.xml");
        Link(Sheet1, "pivotTable", "../pivotTables/pivotTable1.xml");
        Link(Sheet1, "queryTable", "../queryTables/queryTable1.xml");
        Link(Sheet1, "printerSettings", "../printerSettings/printerSettings1.bin");
        var ole = Link(Sheet1, "package", "../embeddings/brief.docx");
        Part(Sheet1, Type("worksheet+xml"), $"<worksheet {Ns}><sheetPr codeName=\"{T("code name of a sheet")}\"/><cols><col min=\"5\" max=\"5\" hidden=\"1\" width=\"9\"/></cols><sheetData>"
            + $"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"E1\" t=\"inlineStr\"><is><t>{T("cell in a hidden column")}</t></is></c></row>"
            + $"<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>{T("inline string")}</t></is></c></row>"
            + $"<row r=\"3\"><c r=\"A3\" t=\"str\"><f>\"{T("text in a formula")}\"&amp;B2</f><v>{T("kept value of a formula")}</v></c><c r=\"B3\"><v>45000</v></c></row>"
            + $"<row r=\"4\" hidden=\"1\"><c r=\"A4\" t=\"inlineStr\"><is><t>{T("cell in a hidden row")}</t></is></c></row>"
            + $"<row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>samen</t></is></c><c r=\"B5\" t=\"inlineStr\"><is><t>{T("cell under a merged one")}</t></is></c></row>"
            + $"<row r=\"6\"><c r=\"A6\" s=\"1\"><v>7</v></c></row></sheetData>"
            + $"<protectedRanges><protectedRange name=\"{T("name of a protected range")}\" sqref=\"A1\"/></protectedRanges><scenarios><scenario name=\"{T("scenario name")}\" user=\"{T("scenario user")}\" comment=\"{T("scenario comment")}\" count=\"1\"><inputCells r=\"A1\" val=\"{T("scenario value")}\"/></scenario></scenarios>"
            + $"<autoFilter ref=\"A1:B3\"><filterColumn colId=\"0\"><filters><filter val=\"{T("filter value")}\"/></filters></filterColumn></autoFilter><mergeCells><mergeCell ref=\"A5:B5\"/></mergeCells>"
            + $"<conditionalFormatting sqref=\"A1\"><cfRule type=\"containsText\" priority=\"1\" operator=\"containsText\" text=\"{T("text of a condition")}\"><formula>NOT(ISERROR(SEARCH(\"{T("formula of a condition")}\",A1)))</formula></cfRule></conditionalFormatting>"
            + $"<dataValidations count=\"1\"><dataValidation type=\"list\" sqref=\"A2\" promptTitle=\"{T("title of a prompt")}\" prompt=\"{T("prompt")}\" errorTitle=\"{T("title of an error")}\" error=\"{T("error text")}\"><formula1>\"{T("validation list")}\"</formula1></dataValidation></dataValidations>"
            + $"<hyperlinks><hyperlink ref=\"A1\" r:id=\"{link}\" tooltip=\"{T("link tooltip")}\" display=\"{T("link display")}\"/><hyperlink ref=\"B3\" r:id=\"{web}\"/></hyperlinks>"
            + $"<headerFooter><oddHeader>&amp;L {T("printed header")}</oddHeader><oddFooter>&amp;C {T("printed footer")}</oddFooter></headerFooter><drawing r:id=\"{drawing}\"/><legacyDrawing r:id=\"{legacy}\"/>"
            + $"<oleObjects><oleObject progId=\"Word.Document.12\" shapeId=\"1\" r:id=\"{ole}\"/></oleObjects><tableParts count=\"1\"><tablePart r:id=\"{table}\"/></tableParts></worksheet>");
        Part("xl/worksheets/sheet2.xml", Type("worksheet+xml"), $"<worksheet {Ns}><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{T("cell of a hidden sheet")}</t></is></c></row></sheetData></worksheet>");
        Link(Book, "sharedStrings", "sharedStrings.xml");
        Part("xl/sharedStrings.xml", Type("sharedStrings+xml"), $"<sst {Ns}><si><t>{T("shared string")}</t></si><si><t>kop</t></si><si><r><t>{T("rich text")}</t></r><r><rPr><b/></rPr><t> vet</t></r><rPh sb=\"0\" eb=\"1\"><t>{T("phonetic text")}</t></rPh></si><si><t>{T("shared string that no cell uses")}</t></si></sst>");
    }

    private void Workbook()
    {
        Part(Book, Type("sheet.main+xml"), $"<workbook {Ns}><fileSharing userName=\"{T("user who reserved the file")}\"/><workbookPr codeName=\"{T("code name of the workbook")}\"/><sheets><sheet name=\"{T("sheet name")}\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"{T("name of a hidden sheet")}\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/></sheets>"
            + $"<definedNames><definedName name=\"{T("defined name")}\" comment=\"{T("comment of a defined name")}\">\"{T("value of a defined name")}\"</definedName></definedNames></workbook>");
        Link(Book, "styles", "styles.xml");
        Part("xl/styles.xml", Type("styles+xml"), $"<styleSheet {Ns}><numFmts count=\"2\"><numFmt numFmtId=\"170\" formatCode=\"0&quot; {T("word in a number format")}&quot;\"/><numFmt numFmtId=\"171\" formatCode=\"0&quot; {T("word in an unused number format")}&quot;\"/></numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
            + $"<cellXfs count=\"2\"><xf/><xf numFmtId=\"170\" applyNumberFormat=\"1\"/></cellXfs><cellStyles count=\"1\"><cellStyle name=\"{T("name of a cell style")}\" xfId=\"0\"/></cellStyles><tableStyles count=\"1\"><tableStyle name=\"{T("name of a table style")}\"/></tableStyles></styleSheet>");
    }

    private void Behind()
    {
        Part("xl/comments1.xml", Type("comments+xml"), $"<comments {Ns}><authors><author>{T("author of a comment")}</author></authors><commentList><comment ref=\"A1\" authorId=\"0\"><text><t>{T("comment")}</t></text></comment></commentList></comments>");
        Part("xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml", $"<ThreadedComments xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\"><threadedComment ref=\"A1\" id=\"x\"><text>{T("threaded comment")}</text></threadedComment></ThreadedComments>");
        Link(Book, "http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml");
        Part("xl/persons/person.xml", "application/vnd.ms-excel.person+xml", $"<personList xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\"><person displayName=\"{T("person list")}\" id=\"x\" userId=\"{T("user id of a person")}\"/></personList>");
        Raw("xl/drawings/vmlDrawing1.vml", System.Text.Encoding.UTF8.GetBytes($"<xml>{T("vml drawing of comments")}</xml>"));
        Part("xl/tables/table1.xml", Type("table+xml"), $"<table {Ns} id=\"1\" name=\"{T("table name")}\" displayName=\"{T("table display name")}\" ref=\"A1:B3\" comment=\"{T("table comment")}\"><autoFilter ref=\"A1:B3\"/><tableColumns count=\"2\"><tableColumn id=\"1\" name=\"{T("column name that differs from its cell")}\" totalsRowLabel=\"{T("label of a total")}\"/><tableColumn id=\"2\" name=\"kop\"><calculatedColumnFormula>\"{T("formula of a column")}\"</calculatedColumnFormula></tableColumn></tableColumns></table>");
        Part("xl/pivotTables/pivotTable1.xml", Type("pivotTable+xml"), $"<pivotTableDefinition {Ns} name=\"{T("pivot table name")}\" cacheId=\"1\" dataCaption=\"{T("pivot caption")}\"/>");
        Link(Book, "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml");
        Link("xl/pivotCache/pivotCacheDefinition1.xml", "pivotCacheRecords", "pivotCacheRecords1.xml");
        Part("xl/pivotCache/pivotCacheDefinition1.xml", Type("pivotCacheDefinition+xml"), $"<pivotCacheDefinition {Ns} refreshedBy=\"{T("who refreshed a pivot cache")}\"><cacheFields count=\"1\"><cacheField name=\"n\"><sharedItems><s v=\"{T("pivot cache item")}\"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>");
        Part("xl/pivotCache/pivotCacheRecords1.xml", Type("pivotCacheRecords+xml"), $"<pivotCacheRecords {Ns}><r><s v=\"{T("pivot cache record")}\"/></r></pivotCacheRecords>");
        Link(Book, "externalLink", "externalLinks/externalLink1.xml");
        Link("xl/externalLinks/externalLink1.xml", "externalLinkPath", $"file:///C:/{T("path of an external link")}.xlsx", external: true);
        Part("xl/externalLinks/externalLink1.xml", Type("externalLink+xml"), $"<externalLink {Ns}><externalBook r:id=\"rId1\"><sheetDataSet><sheetData sheetId=\"0\"><row r=\"1\"><cell r=\"A1\" t=\"str\"><v>{T("kept value of an external link")}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>");
        Link(Book, "connections", "connections.xml");
        Part("xl/connections.xml", Type("connections+xml"), $"<connections {Ns}><connection id=\"1\" name=\"{T("connection name")}\" refreshedVersion=\"1\"><dbPr connection=\"{T("connection string")}\" command=\"{T("connection command")}\"/></connection></connections>");
        Part("xl/queryTables/queryTable1.xml", Type("queryTable+xml"), $"<queryTable {Ns} name=\"{T("query table")}\" connectionId=\"1\"/>");
        Part("xl/printerSettings/printerSettings1.bin", "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings", T("printer settings"));
        Part("xl/embeddings/brief.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", T("embedded file"));
        Link(Book, "vbaProject", "vbaProject.bin");
        Part("xl/vbaProject.bin", "application/vnd.ms-office.vbaProject", T("macro"));
        Link(Book, "calcChain", "calcChain.xml");
        Part("xl/calcChain.xml", Type("calcChain+xml"), $"<calcChain {Ns}><c r=\"A3\" i=\"1\"/></calcChain>");
        Drawing();
    }

    private void Drawing()
    {
        const string drawing = "xl/drawings/drawing1.xml";
        var image = Link(drawing, "image", "../media/" + T("image file name") + ".png");
        Raw("xl/media/" + Carriers.Keys.Last() + ".png", Png(T("text chunk of an image")));
        var chart = Link(drawing, "chart", "../charts/chart1.xml");
        const string anchor = "<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx=\"100000\" cy=\"100000\"/>";
        Part(drawing, "application/vnd.openxmlformats-officedocument.drawing+xml",
            "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
            + $"<xdr:oneCellAnchor>{anchor}<xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"2\" name=\"{T("picture name")}\" descr=\"{T("picture description")}\"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed=\"{image}\"/><a:stretch/></xdr:blipFill><xdr:spPr/></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>"
            + $"<xdr:oneCellAnchor>{anchor}<xdr:sp macro=\"{T("macro of a shape")}\" textlink=\"{T("text link of a shape")}\"><xdr:nvSpPr><xdr:cNvPr id=\"3\" name=\"x\"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{T("text of a shape")}</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:oneCellAnchor>"
            + $"<xdr:oneCellAnchor>{anchor}<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"4\" name=\"x\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"1\" cy=\"1\"/></xdr:xfrm><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart r:id=\"{chart}\"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>");
        Part("xl/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
            "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><c:chart>"
            + $"<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>{T("chart title")}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:layout/><c:barChart><c:barDir val=\"col\"/><c:ser><c:idx val=\"0\"/><c:order val=\"0\"/><c:tx><c:strRef><c:f>{T("name in a chart's formula")}</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{T("chart's kept name")}</c:v></c:pt></c:strCache></c:strRef></c:tx></c:ser><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart></c:plotArea></c:chart></c:chartSpace>");
    }

    private static string Type(string type) => "application/vnd.openxmlformats-officedocument.spreadsheetml." + type;
}
