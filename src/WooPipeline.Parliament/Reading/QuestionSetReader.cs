using System.Collections.Immutable;
using System.Xml.Linq;
using WooPipeline.Formats;

namespace WooPipeline.Parliament;

/// <summary>Reads <c>kamervragen/</c>: Markdown, official XML with its metadata, and any format that has a reader (docx, doc, odt, rtf, pdf, html).</summary>
internal static class QuestionSetReader
{
    public static ImmutableArray<QuestionSet> Load(string folder, ProblemList problems)
    {
        var sets = ImmutableArray.CreateBuilder<QuestionSet>();
        var metadata = Metadata(folder, problems);
        foreach (var path in DossierFile.List(folder, "kamervragen", ".md", ".xml", ".html", ".htm", ".docx", ".doc", ".odt", ".rtf", ".pdf"))
        {
            if (!IsMetadataName(path) && Read(folder, path, metadata, problems) is { } set)
            {
                sets.Add(set);
            }
        }

        return WithOpenData(sets.ToImmutable(), OpenData(folder, problems));
    }

    private static ImmutableArray<QuestionSet> OpenData(string folder, ProblemList problems) =>
    [
        .. DossierFile.List(folder, "kamervragen", ".json")
            .SelectMany(path => DossierFile.Bytes(folder, path, problems) is { } bytes ? ParliamentDataReader.Read(bytes, path, problems) : []),
    ];

    // Open data has no questions: it completes the set of the same case, and stands behind the sets so that rules can hold them against it.
    private static ImmutableArray<QuestionSet> WithOpenData(ImmutableArray<QuestionSet> sets, ImmutableArray<QuestionSet> data) =>
    [
        .. sets.Select(set => data.FirstOrDefault(d => d.CaseNumber == set.CaseNumber) is { } known ? ParliamentDataReader.Complete(set, known) : set),
        .. data,
    ];

    private static QuestionSet? Read(string folder, string path, Dictionary<string, ImmutableArray<PublicationField>> metadata, ProblemList problems)
    {
        if (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
        {
            return DossierFile.Read(folder, path, problems) is { } text ? QuestionSetMarkdownReader.Read(text, path, problems) : null;
        }

        if (DossierFile.Bytes(folder, path, problems) is not { } bytes)
        {
            return null;
        }

        var set = path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            ? Official(bytes, path, metadata, problems)
            : Document(bytes, path, problems);
        if (set is null)
        {
            problems.Error("vragen-geen", new Provenance(path), "In dit bestand zijn geen vragen gevonden. Zet boven iedere vraag een regel 'Vraag 1', of haal het bestand weg.");
        }

        return set;
    }

    private static QuestionSet? Official(byte[] bytes, string path, Dictionary<string, ImmutableArray<PublicationField>> metadata, ProblemList problems)
    {
        if (SafeXml.Read(bytes, path, problems)?.Root is not { } root)
        {
            return null;
        }

        var fields = metadata.GetValueOrDefault(FolderOf(path));
        return OfficialPublicationReader.Read(root, path, fields.IsDefault ? [] : fields, problems).Questions;
    }

    private static QuestionSet? Document(byte[] bytes, string path, ProblemList problems)
    {
        switch (FormatCatalog.Default.Read(new SourceFile(path, bytes), ReadLimits.Default))
        {
            case DocumentRead read:
                return QuestionSetTreeReader.Read(read.Tree, new Provenance(path), problems);
            case Quarantined quarantined:
                problems.Error("vragen-" + quarantined.Code, new Provenance(path), quarantined.Reason);
                return null;
            default:
                return null;
        }
    }

    // Metadata lies beside its publication, in one or both of its forms; the form with more fields counts.
    private static Dictionary<string, ImmutableArray<PublicationField>> Metadata(string folder, ProblemList problems)
    {
        var found = new Dictionary<string, ImmutableArray<PublicationField>>(StringComparer.Ordinal);
        foreach (var path in DossierFile.List(folder, "kamervragen", ".xml").Where(IsMetadataName))
        {
            if (DossierFile.Bytes(folder, path, problems) is { } bytes && SafeXml.Read(bytes, path, problems)?.Root is { } root)
            {
                var fields = PublicationMetadataReader.Read(root);
                if (!found.TryGetValue(FolderOf(path), out var known) || known.Length < fields.Length)
                {
                    found[FolderOf(path)] = fields;
                }
            }
        }

        return found;
    }

    private static bool IsMetadataName(string path) => Path.GetFileName(path).StartsWith("metadata", StringComparison.OrdinalIgnoreCase);

    private static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}
