using WooPipeline.Pdf.TrueType;

namespace WooPipeline.Pdf.Fonts;

/// <summary>Charsets and font selections of CFF fonts.</summary>
internal static class CffCharset
{
    public static ushort[] Read(FontTable file, int offset, int count)
    {
        var charset = new ushort[count];
        if (offset is 0 or 1 or 2)
        {
            // The predefined sets; ISOAdobe counts up, and the expert ones are read the same for want of use.
            for (var g = 0; g < count; g++)
            {
                charset[g] = (ushort)g;
            }

            return charset;
        }

        var format = file.U8(offset++);
        for (var g = 1; g < count && offset < file.Length;)
        {
            int first = file.U16(offset);
            offset += 2;
            var left = 0;
            if (format == 1)
            {
                left = file.U8(offset++);
            }
            else if (format == 2)
            {
                left = file.U16(offset);
                offset += 2;
            }

            for (; left >= 0 && g < count; left--)
            {
                charset[g++] = (ushort)first++;
            }
        }

        return charset;
    }

    public static byte[] ReadSelect(FontTable file, int offset, int count)
    {
        var select = new byte[count];
        if (file.U8(offset) == 0)
        {
            for (var g = 0; g < count; g++)
            {
                select[g] = (byte)file.U8(offset + 1 + g);
            }
        }
        else if (file.U8(offset) == 3)
        {
            var ranges = file.U16(offset + 1);
            for (var r = 0; r < ranges; r++)
            {
                var at = offset + 3 + (3 * r);
                for (var g = file.U16(at); g < file.U16(at + 3) && g < count; g++)
                {
                    select[g] = (byte)file.U8(at + 2);
                }
            }
        }

        return select;
    }
}
