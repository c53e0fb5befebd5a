using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Names of colour spaces that inline images use; their other keys are all about pixels.</summary>
internal static class InlineImageScrubber
{
    public static void Check(InstanceWriter writer, in PaintedImage image)
    {
        var reader = new ContentReader(writer.Instance.Bytes.Span[image.Start..image.End]);
        var operation = new ContentOperation();
        if (!reader.Next(operation))
        {
            return;
        }

        var bytes = writer.Instance.Bytes.Span[image.Start..image.End];
        for (var i = 0; i + 1 < operation.Operands.Count; i++)
        {
            var key = bytes[operation.Operands[i].Start..operation.Operands[i].End];
            if ((key.SequenceEqual("/CS"u8) || key.SequenceEqual("/ColorSpace"u8)) && operation.Operands[i + 1].Kind == Objects.PdfTokenKind.Name)
            {
                writer.Resources.Add("ColorSpace", Objects.PdfLexer.DecodeName(bytes[operation.Operands[i + 1].Start..operation.Operands[i + 1].End]));
            }
        }
    }
}
