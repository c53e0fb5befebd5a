#pragma warning disable
using System.Collections.Immutable;
using WooPipeline.Documents;
namespace WooPipeline.Templating { public sealed class TemplateHost(IReadOnlyList<string> f) {} }
namespace WooPipeline.Parliament {
 public sealed record RenderedText(string Name, string Title, DocumentTree Tree, ImmutableArray<ImmutableArray<string>>? CsvRows);
 public sealed record RenderServices(Func<string, DocumentTree?> Source, Func<string, DocumentTree, IReadOnlyDictionary<string,int>> Layout);
 public static class ParliamentRenderer { public static ImmutableArray<RenderedText> Render(ParliamentDossier d, WooPipeline.Templating.TemplateHost h, RenderServices s) => []; }
}
