using System.Globalization;
using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>Searches one public file for every form.</summary>
internal sealed partial class FileCheck(SearchFormSet set, FormMatcher matcher, SourceNames names, SearchBuffers buffers, string path)
{
    private const int RawWindow = 4 * 1024 * 1024;
    private const int RawOverlap = 4096;

    /// <summary>Shorter words stand by chance in what is decoded from the names of fonts and objects.</summary>
    private const int ShortestByChance = 4;
    private const string Punctuation = ".,:;'\"-()/@<>&_";
    private readonly FileHits hits = new(path);
    private readonly Dictionary<SearchForm, int> shown = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SearchForm, string> shownAt = new(ReferenceEqualityComparer.Instance);
    private Dictionary<SearchForm, int>? context;

    [System.Text.RegularExpressions.GeneratedRegex("\"[A-Za-z0-9_-]{1,32}\"\\s*:")]
    private static partial System.Text.RegularExpressions.Regex JsonKey();

    /// <summary>Findings of a file.</summary>
    public IReadOnlyList<VerifyFinding> Run(byte[] bytes)
    {
        var reader = new SurfaceReader();
        context = matcher.Count(buffers.Letters.FillText(set.Context));
        foreach (var surface in reader.Read(path, bytes))
        {
            Search(surface);
        }

        Name();
        Raw(bytes, reader.Opened);
        foreach (var (form, count) in shown)
        {
            var allowed = Allowed(form);
            if (count > allowed)
            {
                hits.Structured(form, allowed == 0 ? shownAt[form] : $"{shownAt[form]} (staat er {Text(count)} keer, mag {Text(allowed)} keer)");
            }
        }

        return
        [
            .. hits.Leaks(), .. names.Check(path, bytes), .. hits.SourcesNamed(),
            .. reader.Faults.Order(StringComparer.Ordinal).Select(f => new VerifyFinding(VerifyKind.Structure, "publicatie/" + path, f, $"Niet na te zien: {f}.")),
            .. reader.Remarks.Order(StringComparer.Ordinal).Select(r => new VerifyFinding(VerifyKind.Structure, "publicatie/" + path, "lettertypen", r)),
        ];
    }

    private void Search(Surface surface)
    {
        if (surface.Bytes is { } bytes)
        {
            SearchBytes(bytes, surface.Place, (suffix, _) => surface.Place + suffix);
            return;
        }

        if (surface.Text.Length == 0)
        {
            return;
        }

        if (surface.Kind == SurfaceKind.Raw)
        {
            Raw(surface.Text, surface.Place);
            Runs(surface.Text, surface.Place);
            return;
        }

        if (surface.Kind == SurfaceKind.Properties && names.IsNamedIn(buffers.Letters.FillText(surface.Text)))
        {
            hits.NamesSource(surface.Place);
        }

        // The keys of our own lists are no passage of a document, whoever is called so.
        var text = path.EndsWith(".json", StringComparison.Ordinal) ? JsonKey().Replace(surface.Text, ":") : surface.Text;
        var letters = buffers.Letters.FillText(LineEnds.Joined(text));
        foreach (var (form, _, _) in matcher.Distinctive(letters))
        {
            if (MayNotStand(form))
            {
                hits.Structured(form, surface.Place);
            }
        }

        Count(surface, matcher.Count(letters));
        Variants(surface.Text, surface.Place);
        Runs(surface.Text, surface.Place);
    }

    private void Count(Surface surface, Dictionary<SearchForm, int>? counts)
    {
        Dictionary<SearchForm, int>? title = null;
        foreach (var (form, count) in (counts ?? []).Where(c => !surface.IsSyntax || !c.Key.IsSyntaxWord))
        {
            if (surface.Kind == SurfaceKind.Text)
            {
                shown[form] = shown.GetValueOrDefault(form) + count;
                shownAt.TryAdd(form, surface.Place);
            }
            else if (surface.Kind == SurfaceKind.Repeated ? count > Allowed(form) : count > 2 * Titled(ref title, form))
            {
                hits.Structured(form, surface.Place);
            }
        }
    }

    /// <summary>As often as in the source, and once more where it is a word of the organisation or subject that each page may show.</summary>
    private int Allowed(SearchForm form) => form.Allowed.GetValueOrDefault(path) + (context?.GetValueOrDefault(form) ?? 0);

    private int Titled(ref Dictionary<SearchForm, int>? title, SearchForm form)
    {
        title ??= matcher.Count(buffers.Letters.FillText(set.Titles.GetValueOrDefault(path, ""))) ?? [];
        return title.GetValueOrDefault(form) + (context?.GetValueOrDefault(form) ?? 0);
    }

    /// <summary>Bytes in every encoding, and what is encoded in them.</summary>
    private void SearchBytes(ReadOnlySpan<byte> bytes, string whole, Func<string, int, string> place)
    {
        buffers.Outer.Each(bytes, (suffix, start, text) =>
        {
            foreach (var (form, at, last) in matcher.Distinctive(buffers.Letters.FillRaw(text)))
            {
                if (MayNotStand(form) && !EndsInOperator(text, at, last))
                {
                    hits.Raw(form, place(suffix, start + (at * (suffix == ByteReadings.Utf16 ? 2 : 1))));
                }
            }

            // In bytes taken for UTF-16 no other encoding stands, and runs of base64 are the same in UTF-8.
            if (suffix != ByteReadings.Utf16)
            {
                Variants(text, whole);
            }

            if (suffix.Length == 0)
            {
                Runs(text, whole);
            }
        });
    }

    private void Raw(string text, string place)
    {
        foreach (var (form, at, last) in matcher.Distinctive(buffers.Letters.FillRaw(text)))
        {
            if (MayNotStand(form) && !EndsInOperator(text, at, last))
            {
                hits.Raw(form, place);
            }
        }

        Variants(text, place);
    }

    private void Variants(ReadOnlySpan<char> text, string place)
    {
        foreach (var (name, variant) in EncodedText.Parts(text).SelectMany(EncodedText.Variants))
        {
            foreach (var (form, _, _) in matcher.Distinctive(buffers.Letters.FillRaw(variant)))
            {
                if (MayNotStand(form))
                {
                    hits.Raw(form, $"{place}, {name}");
                }
            }
        }
    }

    private void Runs(ReadOnlySpan<char> text, string place) => buffers.Runs.Each(text, (name, bytes) =>
    {
        buffers.Inner.Each(bytes, (_, _, decoded) =>
        {
            foreach (var (form, _, _) in matcher.Distinctive(buffers.Letters.FillRaw(decoded)))
            {
                if (MayNotStand(form))
                {
                    hits.Structured(form, $"{place}, {name}");
                }
            }
        });
        if (EncodedText.Printable(bytes) is { } printable)
        {
            // No common word comes to stand in base64 by itself; a few letters do, between signs that chance makes and no sentence has.
            // Nor do rows of plain numbers, which are hex as well, hide two letters.
            var isWritten = (name != EncodedRuns.Hex || HasHexLetter(bytes))
                && printable.All(c => char.IsLetterOrDigit(c) || char.IsWhiteSpace(c) || Punctuation.Contains(c, StringComparison.Ordinal));
            foreach (var form in matcher.Count(buffers.Letters.FillText(printable))?.Keys.Where(f => isWritten || f.Squashed.Length >= ShortestByChance) ?? [])
            {
                hits.Structured(form, $"{place}, {name}");
            }
        }
    });

    private static bool HasHexLetter(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if ((b & 0x0F) > 9 || b >> 4 > 9)
            {
                return true;
            }
        }

        return false;
    }

    private void Name()
    {
        var letters = buffers.Letters.FillText(path);
        foreach (var (form, _, _) in matcher.Distinctive(letters))
        {
            hits.Structured(form, "bestandsnaam");
        }

        foreach (var form in matcher.Count(letters)?.Keys.Where(f => !PackageNames.IsOwn(path, f)) ?? [])
        {
            hits.Structured(form, "bestandsnaam");
        }
    }

    /// <summary>All bytes in every encoding, but for those that were seen decompressed.</summary>
    private void Raw(byte[] bytes, List<(int Start, int End)> opened)
    {
        var at = 0;
        foreach (var (start, end) in opened.Order())
        {
            if (start > at)
            {
                Raw(bytes, at, start);
            }

            at = Math.Max(at, end);
        }

        Raw(bytes, at, bytes.Length);
    }

    /// <summary>A stretch of bytes in every encoding, a window at a time.</summary>
    private void Raw(byte[] bytes, int start, int end)
    {
        for (var from = start; from < end; from += RawWindow)
        {
            var place = from;
            SearchBytes(bytes.AsSpan(from, Math.Min(end - from, RawWindow + RawOverlap)), "ruwe bytes", (suffix, at) => $"byte {Text(place + at)}{suffix}");
        }
    }

    /// <summary>
    /// True where the last letters are the operator that shows a string of a PDF page and not part of it (<c>(Wiersma) Tj</c>, ISO 32000-2
    /// §9.4.3): who is called <c>Wiersma, Tj.</c> doesn't stand there. What the page shows is searched by itself.
    /// </summary>
    private bool EndsInOperator(ReadOnlySpan<char> text, int start, int last) =>
        path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) && last > start && text[last] is 'j' or 'J' && text[last - 1] == 'T'
        && text[start..(last - 1)].TrimEnd() is [.., ')' or ']' or '>'];

    private bool MayNotStand(SearchForm form) => form.Allowed.GetValueOrDefault(path) == 0;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
