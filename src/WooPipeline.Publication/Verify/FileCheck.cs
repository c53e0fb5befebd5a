using System.Globalization;
using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>Searches one public file for every form.</summary>
internal sealed class FileCheck(SearchFormSet set, FormMatcher matcher, SourceNames names, string path)
{
    private const int RawWindow = 4 * 1024 * 1024;
    private const int RawOverlap = 4096;
    private readonly Dictionary<int, SortedSet<string>> structured = [];
    private readonly Dictionary<int, SortedSet<string>> raw = [];
    private readonly SortedSet<string> sourcesNamed = new(StringComparer.Ordinal);
    private readonly Dictionary<SearchForm, int> context = matcher.Count(set.Context);
    private readonly Dictionary<SearchForm, int> shown = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SearchForm, string> shownAt = new(ReferenceEqualityComparer.Instance);

    /// <summary>Findings of a file.</summary>
    public IReadOnlyList<VerifyFinding> Run(byte[] bytes)
    {
        var reader = new SurfaceReader();
        foreach (var surface in reader.Read(path, bytes))
        {
            Search(surface);
        }

        Name();
        Raw(bytes);
        foreach (var (form, count) in shown)
        {
            var allowed = Allowed(form);
            if (count > allowed)
            {
                Hit(structured, form, allowed == 0 ? shownAt[form] : $"{shownAt[form]} (staat er {Text(count)} keer, mag {Text(allowed)} keer)");
            }
        }

        return [.. Leaks(), .. names.Check(path, bytes), .. sourcesNamed.Select(Named), .. reader.Faults.Order(StringComparer.Ordinal).Select(f => new VerifyFinding(VerifyKind.Structure, "publicatie/" + path, f, $"Niet na te zien: {f}."))];
    }

    private void Search(Surface surface)
    {
        if (surface.Text.Length == 0)
        {
            return;
        }

        if (surface.Kind == SurfaceKind.Raw)
        {
            foreach (var (form, _) in matcher.Distinctive(Squashed.OfRaw(surface.Text)).Where(h => MayNotStand(h.Form)))
            {
                Hit(raw, form, surface.Place);
            }

            // In bytes taken for UTF-16 no other encoding stands.
            if (!surface.Place.EndsWith("(UTF-16)", StringComparison.Ordinal))
            {
                Encoded(surface.Text, surface.Place);
            }

            return;
        }

        if (surface.Kind == SurfaceKind.Properties && names.IsNamedIn(surface.Text))
        {
            sourcesNamed.Add(surface.Place);
        }

        var joined = LineEnds.Joined(surface.Text);
        foreach (var (form, _) in matcher.Distinctive(Squashed.OfText(joined)).Where(h => MayNotStand(h.Form)))
        {
            Hit(structured, form, surface.Place);
        }

        Count(surface with { Text = joined });
        Encoded(surface.Text, surface.Place);
    }

    private void Count(Surface surface)
    {
        Dictionary<SearchForm, int>? title = null;
        foreach (var (form, count) in matcher.Count(surface.Text))
        {
            if (surface.Kind == SurfaceKind.Text)
            {
                shown[form] = shown.GetValueOrDefault(form) + count;
                shownAt.TryAdd(form, surface.Place);
            }
            else if (surface.Kind == SurfaceKind.Repeated ? count > Allowed(form) : count > 2 * Titled(ref title, form))
            {
                Hit(structured, form, surface.Place);
            }
        }
    }

    /// <summary>As often as in the source, and once more where it is a word of the organisation or subject that each page may show.</summary>
    private int Allowed(SearchForm form) => form.Allowed.GetValueOrDefault(path) + context.GetValueOrDefault(form);

    private int Titled(ref Dictionary<SearchForm, int>? title, SearchForm form)
    {
        title ??= matcher.Count(set.Titles.GetValueOrDefault(path, ""));
        return title.GetValueOrDefault(form) + context.GetValueOrDefault(form);
    }

    private void Encoded(string text, string place)
    {
        foreach (var (name, variant) in EncodedText.Variants(text))
        {
            foreach (var (form, _) in matcher.Distinctive(Squashed.OfRaw(variant)).Where(h => MayNotStand(h.Form)))
            {
                Hit(raw, form, $"{place}, {name}");
            }
        }

        foreach (var (name, _, bytes) in EncodedText.Binary(text))
        {
            if (bytes.Length < 3)
            {
                continue;
            }

            foreach (var (_, decoded) in EncodedText.Decodings(bytes))
            {
                foreach (var (form, _) in matcher.Distinctive(Squashed.OfRaw(decoded)).Where(h => MayNotStand(h.Form)))
                {
                    Hit(structured, form, $"{place}, {name}");
                }
            }

            if (EncodedText.Printable(bytes) is { } printable)
            {
                // No common word comes to stand in base64 by itself.
                foreach (var form in matcher.Count(printable).Keys)
                {
                    Hit(structured, form, $"{place}, {name}");
                }
            }
        }
    }

    private void Name()
    {
        foreach (var (form, _) in matcher.Distinctive(Squashed.OfText(path)))
        {
            Hit(structured, form, "bestandsnaam");
        }

        foreach (var form in matcher.Count(path).Keys.Where(f => !PackageNames.IsOwn(path, f)))
        {
            Hit(structured, form, "bestandsnaam");
        }
    }

    /// <summary>All bytes in every encoding, a window at a time.</summary>
    private void Raw(byte[] bytes)
    {
        for (var start = 0; start < bytes.Length; start += RawWindow)
        {
            var window = bytes[start..Math.Min(bytes.Length, start + RawWindow + RawOverlap)];
            foreach (var (encoding, text) in EncodedText.Decodings(window))
            {
                var unit = encoding.Contains("16", StringComparison.Ordinal) ? 2 : 1;
                foreach (var (form, at) in matcher.Distinctive(Squashed.OfRaw(text)).Where(h => MayNotStand(h.Form)))
                {
                    Hit(raw, form, $"byte {Text(start + (at * unit))}{encoding}");
                }

                if (encoding.Length == 0)
                {
                    Encoded(text, "ruwe bytes");
                }
            }
        }
    }

    private VerifyFinding Named(string place) =>
        new(VerifyKind.Leak, "publicatie/" + path, place, "Noemt de naam van een bronbestand (zie intern/bronnen.json).");

    private bool MayNotStand(SearchForm form) => form.Allowed.GetValueOrDefault(path) == 0;

    private static void Hit(Dictionary<int, SortedSet<string>> hits, SearchForm form, string place)
    {
        if (!hits.TryGetValue(form.Number, out var places))
        {
            hits[form.Number] = places = new SortedSet<string>(StringComparer.Ordinal);
        }

        places.Add(place);
    }

    private IEnumerable<VerifyFinding> Leaks()
    {
        // Raw bytes only tell where nothing better does.
        foreach (var (form, places) in structured.Concat(raw.Where(r => !structured.ContainsKey(r.Key))).OrderBy(h => h.Key))
        {
            foreach (var place in places.Take(5))
            {
                yield return new VerifyFinding(VerifyKind.Leak, "publicatie/" + path, place,
                    $"Gelakte passage gevonden: zoekterm {Text(form)} van intern/zoektermen.json.", form);
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
