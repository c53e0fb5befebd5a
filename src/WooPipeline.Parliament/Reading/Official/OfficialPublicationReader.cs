using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>
/// Reads the XML of official publications (op-consolidated and older vocabularies): all text in order as a tree, the questions and answers, and
/// the metadata that stands in a file beside it. Dates come from <c>isodatum</c> and metadata rather than from prose, which has typing errors.
/// </summary>
public static class OfficialPublicationReader
{
    /// <summary>Reads a publication.</summary>
    /// <param name="content">Its XML.</param>
    /// <param name="source">What messages call it.</param>
    /// <param name="metadata">The XML of its metadata, in either form; empty where there is none.</param>
    /// <returns>The publication, null where it can't be read, and what was wrong with it.</returns>
    public static (OfficialPublication? Publication, ImmutableArray<Problem> Problems) Read(byte[] content, string source, byte[] metadata)
    {
        var problems = new ProblemList();
        var fields = metadata.Length > 0 && SafeXml.Read(metadata, source, problems)?.Root is { } root ? PublicationMetadataReader.Read(root) : [];
        var publication = SafeXml.Read(content, source, problems)?.Root is { } document ? Read(document, source, fields, problems) : null;
        return (publication, problems.ToImmutable());
    }

    internal static OfficialPublication Read(XElement root, string source, ImmutableArray<PublicationField> metadata, ProblemList problems)
    {
        var place = new Provenance(source);
        var builder = new OfficialTree();
        var blocks = builder.Blocks(root);
        var tree = new DocumentTree { Kind = DocumentKind.Text, Blocks = blocks, Footnotes = builder.Notes };
        var publication = new OfficialPublication
        {
            Identifier = Identifier(root, metadata),
            Kind = root.Elements().Select(e => e.Name.LocalName).FirstOrDefault(n => n != "metadata") ?? "",
            Tree = tree with { Title = metadata.FirstOrDefault(f => f.IsCalled("title"))?.Value ?? "" },
            Metadata = metadata,
            Source = place,
        };
        var questions = QuestionSetTreeReader.Read(tree, place, problems);
        return publication with { Questions = questions is null ? null : WithFacts(questions, root, publication) };
    }

    private static string Identifier(XElement root, ImmutableArray<PublicationField> metadata)
    {
        if (metadata.FirstOrDefault(f => f.IsCalled("identifier")) is { } given)
        {
            return given.Value;
        }

        // The publication itself only names the address of its metadata: ".../ah-tk-20202021-3235/metadata.xml".
        var address = root.Descendants().FirstOrDefault(e => e.Name.LocalName == "meta" && e.Attribute("name")?.Value.EndsWith("externMetadataRecord", StringComparison.Ordinal) == true)?.Attribute("content")?.Value;
        return address?.Split('/') is { Length: > 1 } parts ? parts[^2] : "";
    }

    private static QuestionSet WithFacts(QuestionSet set, XElement root, OfficialPublication publication)
    {
        var number = Value(root, "kamervraagnummer") is { Length: > 0 } printed ? printed : publication.Field("aanhangselNummer");
        return set with
        {
            CaseNumber = publication.Field("vraagnummer") is { Length: > 0 } caseNumber ? caseNumber : set.CaseNumber,
            AppendixNumber = number.Length > 0 ? number : null,
            ParliamentaryYear = publication.Field("vergaderjaar"),
            Subject = Value(root, "kamervraagonderwerp") is { Length: > 0 } subject ? subject : set.Subject,
            SubmittedOn = IsoDate(root, "vraag") ?? Date(publication.Field("datumIndiening")) ?? set.SubmittedOn,
            AnsweredOn = set.AnsweredOn is null ? null : IsoDate(root, "antwoord") ?? Date(publication.Field("datumOntvangst")) ?? set.AnsweredOn,
        };
    }

    private static string Value(XElement root, string name) =>
        root.Descendants().FirstOrDefault(e => e.Name.LocalName == name) is { } element ? OfficialTree.Text(element) : "";

    private static DateOnly? IsoDate(XElement root, string type) => Date(root.Descendants()
        .FirstOrDefault(e => e.Name.LocalName == "kamervraagomschrijving" && e.Attribute("type")?.Value == type)?
        .Descendants().LastOrDefault(e => e.Name.LocalName == "datum")?.Attribute("isodatum")?.Value ?? "");

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
