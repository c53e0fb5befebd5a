using WooPipeline.Formats.Archive;
using WooPipeline.Formats.Chat;
using WooPipeline.Formats.Html;
using WooPipeline.Formats.Image;
using WooPipeline.Formats.Legacy;
using WooPipeline.Formats.Mail;
using WooPipeline.Formats.OpenDocument;
using WooPipeline.Formats.Outlook;
using WooPipeline.Formats.Pdf;
using WooPipeline.Formats.Rtf;
using WooPipeline.Formats.Sheet;
using WooPipeline.Formats.Slides;
using WooPipeline.Formats.Text;
using WooPipeline.Formats.Word;

namespace WooPipeline.Formats;

public sealed partial record FormatCatalog
{
    /// <summary>Every format of the house.</summary>
    public static FormatCatalog Default { get; } = new(
        Readers:
        [
            new UnsupportedArchiveReader(),
            new MsgReader(),
            new EmlxReader(),
            new EmlReader(),
            new CalendarReader(),
            new ContactCardReader(),
            new RtfReader(),
            new DocReader(),
            new XlsReader(),
            new PptReader(),
            new PdfReader(),
            new WordReader(),
            new XlsxReader(),
            new PptxReader(),
            new OdfReader(),
            new HtmlReader(),
            new ChatReader(),
            new CsvReader(),
            new JsonReader(),
            new XmlDataReader(),
            new ImageReader(),
            new PlainTextReader(),
        ],
        Containers:
        [
            new ZipReader(),
            new PackedArchiveReader(),
            new GzipReader(),
            new TarReader(),
            new OleObjectReader(),
            new MboxReader(),
            new PstReader(),
        ],
        Redactors:
        [
            new WordRedactor(),
            new PdfNativeRedactor(),
            new XlsxRedactor(),
        ]);
}
