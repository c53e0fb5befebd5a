using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>Grounds of a document, from its decisions.</summary>
internal static class DocumentGrounds
{
    /// <summary>Canonical codes, each once, in the order of the law.</summary>
    public static ImmutableArray<string> Of(PackageDocument document) => document.State switch
    {
        DocumentState.Duplicate => ["dubbel"],
        DocumentState.OutOfScope => ["buiten verzoek"],
        DocumentState.Withheld when document.WithheldGround is { } ground => [ground.Code],
        DocumentState.PartlyPublic or DocumentState.Withheld => Removed(document),
        _ => [],
    };

    private static ImmutableArray<string> Removed(PackageDocument document)
    {
        var codes = document.Decisions.Where(d => d.Decision.Verdict == Verdict.Remove)
            .Select(d => (d.Decision.Ground ?? GroundCatalog.Privacy).Code).ToHashSet(StringComparer.Ordinal);
        return [.. GroundCatalog.All.Select(g => g.Code).Where(codes.Contains)];
    }
}
