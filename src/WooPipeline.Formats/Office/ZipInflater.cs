using System.IO.Compression;

namespace WooPipeline.Formats.Office;

/// <summary>Inflates the entries of one package within bounds on each and on all together.</summary>
internal sealed class ZipInflater(ReadLimits limits)
{
    private const long MaxXmlBytes = 128L * 1024 * 1024;
    private const long RatioMatters = 1024 * 1024;
    private long unpacked;

    /// <summary>The bytes of an entry.</summary>
    /// <exception cref="OfficeException">Past a bound.</exception>
    /// <exception cref="ReadTimeException">The time is up.</exception>
    public byte[] Inflate(ZipArchiveEntry entry)
    {
        // The declared length may lie: it is only a first guess, the bytes are counted as they come.
        var isXml = entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        using var source = entry.Open();
        using var target = new MemoryStream((int)Math.Clamp(entry.Length, 256, 1 << 20));
        var buffer = new byte[81_920];
        int read;
        while ((read = source.Read(buffer)) > 0)
        {
            limits.CheckNow();
            target.Write(buffer, 0, read);
            unpacked += read;
            var length = Math.Max(target.Length, entry.Length);
            if (length > RatioMatters && length > entry.CompressedLength * limits.MaxRatio)
            {
                throw new OfficeException("zip-bom", "Een onderdeel pakt uit tot meer dan duizend keer zijn omvang: dit is een zip-bom. Verwijder het bestand.");
            }

            if (unpacked > limits.MaxUnpackedBytes || (isXml && target.Length > MaxXmlBytes) || target.Length > limits.MaxFileBytes)
            {
                throw new OfficeException("te-groot", "Het bestand pakt uit tot meer dan de grens. Splits het of beoordeel het met de hand.");
            }
        }

        return target.ToArray();
    }
}
