using System.Text;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Tests.Text;

/// <summary>A PDF of one page, written by hand.</summary>
internal static class SmallPdf
{
    private const string Helvetica = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";

    /// <param name="content">The page's content.</param>
    /// <param name="resources">Entries of its resources.</param>
    /// <param name="objects">More objects, from number 5 on, without <c>obj</c>.</param>
    public static byte[] Of(string content, string resources = Helvetica, params string[] objects) => Make("", content, resources, objects);

    /// <param name="content">The page's content.</param>
    /// <param name="kids">What the root of the structure holds; elements are objects from number 6 on.</param>
    /// <param name="elements">The elements, without <c>obj</c>.</param>
    public static byte[] Tagged(string content, string kids, params string[] elements) =>
        Make("/StructTreeRoot 5 0 R", content, Helvetica, [$"<< /Type /StructTreeRoot /RoleMap << /Kop /H2 >> /K [{kids}] >>", .. elements]);

    private static byte[] Make(string catalog, string content, string resources, string[] objects)
    {
        var text = new StringBuilder("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ").Append(catalog).Append(" >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
        text.Append("3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ").Append(resources).Append(" >> >>\nendobj\n");
        text.Append("4 0 obj\n<< /Length ").Append(content.Length).Append(" >>\nstream\n").Append(content).Append("\nendstream\nendobj\n");
        for (var i = 0; i < objects.Length; i++)
        {
            text.Append(5 + i).Append(" 0 obj\n").Append(objects[i]).Append("\nendobj\n");
        }

        return Encoding.Latin1.GetBytes(text.Append("trailer\n<< /Root 1 0 R >>\n").ToString());
    }

    /// <summary>What a file says, a paragraph a line.</summary>
    public static string Read(byte[] bytes) => string.Join('\n', PdfTextReader.Read(PdfFile.Open(bytes)).Pages.SelectMany(p => p.Blocks).OfType<PdfTextParagraph>()
        .Select(p => string.Concat(p.Runs.Select(r => r.Text))));
}
