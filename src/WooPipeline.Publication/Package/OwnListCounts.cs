using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace WooPipeline.Publication;

/// <summary>
/// How often forms may stand in our own lists: as often as in what the lists are made of, and only where the form may stand in the
/// document that the line is about.
/// </summary>
internal static class OwnListCounts
{
    /// <summary>The forms with counts for the files we wrote; a title or remark that holds a form that may not stand gives a problem.</summary>
    /// <param name="input">The package.</param>
    /// <param name="written">Public path and text of each file of our own.</param>
    /// <param name="problems">Where leaks are told.</param>
    public static ImmutableArray<RemovedForm> Add(PackageInput input, IEnumerable<(string Path, Func<string> Text)> written, List<PackageProblem> problems)
    {
        var index = new FormIndex([.. input.Removed.Select(r => r.Text)]);
        var forbidden = Forbidden(input, index, problems);
        var counts = new Dictionary<int, List<KeyValuePair<string, int>>>();
        foreach (var (path, found) in written.AsParallel().AsOrdered().Select(w => (w.Path, index.Find(w.Text()).Where(f => !forbidden.Contains(f.Form)).CountBy(f => f.Form).ToArray())))
        {
            foreach (var (form, count) in found)
            {
                ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, form, out _);
                (own ??= []).Add(KeyValuePair.Create(path, count));
            }
        }

        return [.. input.Removed.Select((form, i) => counts.TryGetValue(i, out var own) ? form with { Allowed = PathCounts.Of([.. form.Allowed, .. own]) } : form)];
    }

    private static HashSet<int> Forbidden(PackageInput input, FormIndex index, List<PackageProblem> problems)
    {
        var forbidden = new HashSet<int>();
        foreach (var document in input.Documents)
        {
            var text = DisplayNames.Title(document) + "\n" + document.Remark + "\n" + string.Join('\n', document.Links);
            foreach (var (form, _, _) in index.Find(text))
            {
                if (!MayStand(input.Removed[form], document) && forbidden.Add(form))
                {
                    problems.Add(new PackageProblem("gelakt-in-titel", document.Id,
                        $"De titel of toelichting van document {document.Id} bevat een passage die elders is gelakt (zoekterm {form + 1} in intern/zoektermen.json). Geef het document een andere titel.", IsError: true));
                }
            }
        }

        return forbidden;
    }

    /// <summary>
    /// A common word may stand in a title where it rightly stands anywhere; a name of several words only where it does in that document.
    /// </summary>
    private static bool MayStand(RemovedForm form, PackageDocument document) =>
        document.PublicFiles.Any(f => form.Allowed.GetValueOrDefault(f) > 0)
        || (!RemovedForms.IsDistinctive(form.Text) && (form.Allowed.Count > 0 || form.Text.Length < 4));
}
