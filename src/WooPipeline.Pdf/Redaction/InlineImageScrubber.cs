using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Notes the colour space that an inline image uses by name, and breaks up words in samples that stand in it as they are.</summary>
internal static class InlineImageScrubber
{
    public static void Scrub(InstanceWriter writer, in PaintedImage image)
    {
        var bytes = writer.Instance.Bytes.Span[image.Start..image.End];
        var reader = new ContentReader(bytes);
        var operation = new ContentOperation();
        if (!reader.Next(operation))
        {
            return;
        }

        var isPlain = true;
        for (var i = 0; i + 1 < operation.Operands.Count; i++)
        {
            var key = bytes[operation.Operands[i].Start..operation.Operands[i].End];
            var value = operation.Operands[i + 1];
            if ((key.SequenceEqual("/CS"u8) || key.SequenceEqual("/ColorSpace"u8)) && value.Kind == PdfTokenKind.Name)
            {
                writer.Resources.Add("ColorSpace", PdfLexer.DecodeName(bytes[value.Start..value.End]));
            }

            isPlain &= !key.SequenceEqual("/F"u8) && !key.SequenceEqual("/Filter"u8) && !key.SequenceEqual("/IM"u8) && !key.SequenceEqual("/ImageMask"u8)
                && !((key.SequenceEqual("/BPC"u8) || key.SequenceEqual("/BitsPerComponent"u8)) && value.Number != 8)
                && !((key.SequenceEqual("/CS"u8) || key.SequenceEqual("/ColorSpace"u8)) && value.Kind == PdfTokenKind.ArrayOpen);
        }

        var samples = bytes[operation.ImageData.Start..operation.ImageData.End].ToArray();
        PixelText.Break(samples);
        if (isPlain && !samples.AsSpan().SequenceEqual(bytes[operation.ImageData.Start..operation.ImageData.End]))
        {
            writer.CopyTo(image.Start + operation.ImageData.Start);
            writer.Add(System.Text.Encoding.Latin1.GetString(samples));
            writer.SkipTo(image.Start + operation.ImageData.End);
        }
    }
}
