using WooPipeline.Formats.Tests.Office;

namespace WooPipeline.Formats.Tests.Word;

/// <summary>A document of a body given as WordprocessingML, with styles and numbering where asked.</summary>
internal sealed class SmallDocx : PlantedPackage
{
    private const string Ns = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

    public static byte[] Of(string body, string numbering = "", string styles = "", byte[]? image = null)
    {
        var package = new SmallDocx();
        package.Link("", "officeDocument", "word/document.xml");
        package.Part("word/document.xml", Type("document.main+xml"), $"<w:document {Ns}><w:body>{body}</w:body></w:document>");
        package.Link("word/document.xml", "numbering", "numbering.xml");
        package.Part("word/numbering.xml", Type("numbering+xml"), $"<w:numbering {Ns}>{numbering}</w:numbering>");
        package.Link("word/document.xml", "styles", "styles.xml");
        package.Part("word/styles.xml", Type("styles+xml"), $"<w:styles {Ns}>{styles}</w:styles>");
        if (image is not null)
        {
            package.Link("word/document.xml", "image", "media/image1.png"); // rId3
            package.Raw("word/media/image1.png", image);
        }

        package.Pack();
        return package.Bytes;
    }

    private static string Type(string type) => "application/vnd.openxmlformats-officedocument.wordprocessingml." + type;
}
