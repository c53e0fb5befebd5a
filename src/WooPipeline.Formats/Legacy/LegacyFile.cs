using WooPipeline.Formats.Mail;
using WooPipeline.Formats.Office;
using WooPipeline.Formats.Outlook;

namespace WooPipeline.Formats.Legacy;

/// <summary>What the readers of the binary formats of Office 97 to 2003 share.</summary>
internal static class LegacyFile
{
    /// <summary>
    /// True for a compound file with one of the extensions, or, whatever the extension (a doc is often called docx), one that holds a stream of
    /// a name and no Outlook item.
    /// </summary>
    public static bool IsFamily(SourceFile file, string stream, params ReadOnlySpan<string> extensions)
    {
        var bytes = file.Content.Span;
        return bytes.StartsWith(OfficeSignature.CompoundFile) && !OfficeSignature.IsEncrypted(bytes)
            && (extensions.Contains(file.Extension) || (!IsKnown(file.Extension) && Holds(bytes, stream) && !Holds(bytes, "__properties_version1.0")));
    }

    private static bool IsKnown(string extension) => extension is ".doc" or ".dot" or ".xls" or ".xlt" or ".xla" or ".ppt" or ".pps" or ".pot" or ".msg";

    private static bool Holds(ReadOnlySpan<byte> bytes, string name) => bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes(name)) >= 0;

    /// <summary>Reads with the quarantine that damage of any kind ends in.</summary>
    public static ReadResult Read(SourceFile file, ReadLimits limits, string program, Func<CompoundStorage, ReadResult> read)
    {
        try
        {
            return read(CompoundFile.Open(file.Content, limits).Root);
        }
        catch (MailLimitException e)
        {
            return e.ToQuarantined();
        }
        catch (OfficeException e)
        {
            return e.Problem;
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or InvalidDataException or OverflowException)
        {
            return new Quarantined("beschadigd", $"Het bestand is beschadigd en kan niet als {program}-bestand worden gelezen. Open het in {program} en sla het opnieuw op, of vraag het opnieuw op bij de bron.");
        }
    }

    /// <summary>Objects embedded in a document, as far as their bytes can be had.</summary>
    public static IEnumerable<Attachment> Embedded(CompoundStorage? pool)
    {
        foreach (var name in pool?.Storages ?? [])
        {
            var storage = pool!.Storage(name)!;
            foreach (var stream in storage.Streams.Where(s => s is "CONTENTS" or "Package" or "\u0001Ole10Native"))
            {
                if (storage.Stream(stream) is { Length: > 0 } content)
                {
                    yield return new Attachment("", "application/octet-stream", content);
                }
            }
        }
    }

    public static OfficeException Encrypted { get; } =
        new("versleuteld", "Het bestand is met een wachtwoord beveiligd. Vraag de bron om een versie zonder wachtwoord.");
}
