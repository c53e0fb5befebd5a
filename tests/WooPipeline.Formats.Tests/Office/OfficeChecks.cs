using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace WooPipeline.Formats.Tests.Office;

/// <summary>Judges Office files by programs that aren't ours.</summary>
internal static class OfficeChecks
{
    /// <summary>Errors of the Open XML validator, as kind and description, sorted.</summary>
    public static List<string> Errors(byte[] file, bool sheet = false)
    {
        using var stream = new MemoryStream(file, writable: false);
        using OpenXmlPackage package = sheet ? SpreadsheetDocument.Open(stream, false) : WordprocessingDocument.Open(stream, false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019) { MaxNumberOfErrors = 2000 }.Validate(package)
            .Select(e => $"{e.Id}|{e.Description}|{e.Path?.XPath}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Errors of a kind that the source doesn't have; none where the SDK can't open the source.</summary>
    public static List<string> NewErrors(byte[] before, byte[] after, bool sheet = false)
    {
        HashSet<string> known;
        try
        {
            known = [.. Errors(before, sheet).Select(Kind)];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [];
        }

        try
        {
            return [.. Errors(after, sheet).Where(e => !known.Contains(Kind(e)))];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [$"the result can't be opened: {e.Message}"];
        }
    }

    private static string Kind(string error) => error.Split('|')[1];

    /// <summary>Text as LibreOffice and pdftotext see it; null where they aren't here.</summary>
    public static string? TextByLibreOffice(byte[] file, string extension)
    {
        if (PdfByLibreOffice([(file, extension)]) is not { } folder)
        {
            return null;
        }

        using (folder)
        {
            return ExternalTool.IsHere("pdftotext") ? ExternalTool.Run("pdftotext", "-layout", folder.File("0.pdf"), "-").Output : null;
        }
    }

    /// <summary>A folder with <c>0.pdf</c>, <c>1.pdf</c>, … made by LibreOffice; null where it isn't here. The caller disposes it.</summary>
    public static TemporaryFolder? PdfByLibreOffice(IReadOnlyList<(byte[] File, string Extension)> files)
    {
        if (!ExternalTool.IsHere("soffice"))
        {
            return null;
        }

        var folder = new TemporaryFolder();
        var paths = new List<string>();
        for (var i = 0; i < files.Count; i++)
        {
            paths.Add(folder.File(i + files[i].Extension));
            File.WriteAllBytes(paths[^1], files[i].File);
        }

        ExternalTool.Run(TimeSpan.FromMinutes(4), "soffice",
            ["-env:UserInstallation=file://" + folder.File("profile"), "--headless", "--convert-to", "pdf", "--outdir", folder.Path, .. paths]);
        return folder;
    }
}
