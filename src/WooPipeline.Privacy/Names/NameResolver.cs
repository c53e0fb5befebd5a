using System.Buffers;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// Finds every written form of the register's persons in a document, decides whom each means, and adds the names that the
/// document itself shows. One pass over the words; each word costs one step in the trie.
/// </summary>
internal sealed class NameResolver
{
    private readonly DocumentAnalysis analysis;
    private readonly PersonRegister register;
    private readonly TokenText words;
    private readonly FormJudge judge;
    private readonly List<NameHit> hits;

    public NameResolver(DocumentAnalysis analysis, PersonRegister register, PolicySettings settings)
    {
        this.analysis = analysis;
        this.register = register;
        words = analysis.Words;
        hits = new List<NameHit>(analysis.Mentions.Count + 8);
        judge = new FormJudge(analysis, register, settings, hits);
    }

    public List<Finding> Run()
    {
        Resolve();
        Tagged();
        var findings = new List<Finding>(hits.Count);
        foreach (var hit in hits)
        {
            var person = hit.Person >= 0 ? register.Persons[hit.Person] : null;
            findings.Add(new Finding(WithBracket(words.Span(hit.First, hit.End)), Label.Name, hit.Confidence,
                new Evidence(hit.Rule, person?.Source ?? analysis.Document.Id, person?.Id), hit.IsPublic));
        }

        return findings;
    }

    /// <summary>The names that the rules find, with the persons they mean.</summary>
    public List<NameHit> Resolve()
    {
        Forms();
        Mentions();
        new NicknameFinder(analysis, register, hits).Run();
        Firms();
        Hyphenated();
        Namesakes();
        return hits;
    }

    /// <summary>What the tagger sees in the words that the rules left.</summary>
    private void Tagged()
    {
        var ruled = hits.Count;
        new TaggedNames(analysis, register, hits).Run();
        for (var i = ruled; i < hits.Count; i++)
        {
            hits[i] = hits[i] with { IsPublic = judge.HasRole(hits[i].First, hits[i].End) || SourceReference.IsCited(words, hits[i].First, hits[i].End) };
        }
    }

    /// <summary>The rest of a name that the end of a line parts: <c>L. Hoek-</c> and <c>zema</c> below it.</summary>
    private void Hyphenated()
    {
        for (var i = 0; i < hits.Count; i++)
        {
            var end = hits[i].End;
            if (end < words.Count && words.TextBefore(end) is "-\n" or "-\r\n" && words[end].IsWord && !words[end].IsCapital && words[end - 1].IsCapital && words[end].Length > 1 && !words[end].Is(WordClass.Particle | WordClass.Filler) && words.Folded(end) is not ("en" or "of" or "and"))
            {
                hits[i] = hits[i] with { End = end + 1 };
            }
        }
    }

    /// <summary>What lies within the name of a firm is no person.</summary>
    private void Firms()
    {
        var firms = register.FirmsIn(words);
        if (firms.Count > 0)
        {
            hits.RemoveAll(h => words[h.First].IsCapital && IsWithin(firms, words[h.First].Start, words[h.End - 1].End));
        }
    }

    /// <summary>True where one of spans in order, which do not overlap, holds a place: the last that starts at or before it.</summary>
    private static bool IsWithin(IReadOnlyList<TextSpan> spans, int start, int end)
    {
        var low = 0;
        var high = spans.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].Start <= start ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && end <= spans[low - 1].End;
    }

    /// <summary>
    /// A full name of somebody public, without a role, in a line with a private address or number (or behind <c>naamgenoot</c>, <c>verwarren met</c>), is of a
    /// namesake; so is the name in the rest of the document wherever no role stands with it.
    /// </summary>
    private void Namesakes()
    {
        HashSet<int>? found = null;
        foreach (var hit in hits)
        {
            if (hit is { IsPublic: true, Person: >= 0, Rule: "name.full.register" } && !judge.HasRole(hit.First, hit.End) && !IsTitled(hit) && (HasPrivateData(hit) || IsCompared(hit)))
            {
                (found ??= []).Add(hit.Person);
            }
        }

        if (found is null)
        {
            return;
        }

        for (var i = 0; i < hits.Count; i++)
        {
            if (hits[i] is { IsPublic: true } hit && found.Contains(hit.Person) && !judge.HasRole(hit.First, hit.End) && !IsTitled(hit))
            {
                hits[i] = hit with { Person = -1, IsPublic = false, Rule = "name.namesake", Confidence = 0.7 };
            }
        }
    }

    private bool IsTitled(NameHit hit) => register.Persons[hit.Person].Role is { } role && RoleContext.IsOwnTitleBeside(words, hit.First, hit.End, role);

    private bool HasPrivateData(NameHit hit)
    {
        var text = words.Text;
        var start = words[hit.First].Start;
        var from = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        var to = text.IndexOf('\n', start) is var end and >= 0 ? end : text.Length;
        return analysis.Recognised.Exists(r => r.Label is Label.Address or Label.BirthDate or Label.Id or Label.Phone && r.Span.Start >= from && r.Span.End <= to && Math.Abs(r.Span.Start - start) < 120)
            && words.GapBefore(hit.First) is Gap.Tab or Gap.Line or Gap.Paragraph or Gap.Other;
    }

    private bool IsCompared(NameHit hit)
    {
        for (var k = hit.First - 1; k >= 0 && hit.First - k <= 6 && words.GapBefore(k + 1) is not (Gap.Paragraph or Gap.DotSpace); k--)
        {
            if (words.Folded(k) is "naamgenoot" or "verwar" or "verwarren" or "namesake" or "knecht")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A bracket that opens inside a name closes inside it: <c>Vries, J.P. de (Jan)</c>.</summary>
    private TextSpan WithBracket(TextSpan span)
    {
        var text = words.Text.AsSpan(span.Start, span.Length);
        return text.Count('(') > text.Count(')') && span.End < words.Text.Length && words.Text[span.End] == ')' ? new TextSpan(span.Start, span.End + 1) : span;
    }

    private void Forms()
    {
        Span<(int End, int Node, bool Comma)> ends = stackalloc (int, int, bool)[16];
        var trie = register.Trie;
        var blocked = analysis.Blocked;
        var opening = ArrayPool<int>.Shared.Rent(words.Count);
        trie.Start(words.Tokens, opening);
        for (var i = 0; i < words.Count; i++)
        {
            if ((opening[i] == 0 && !words.Has(i, Trigger.Written)) || blocked[i] || IsPartOfDate(i))
            {
                continue;
            }

            var count = 0;
            var comma = false;
            var node = opening[i];
            for (var k = i; node != 0; node = trie.Step(node, words[k].Hash))
            {
                k++;
                if (trie.KindsAt(node) != 0 && count < ends.Length && judge.MayMean(i, node))
                {
                    ends[count++] = (k, node, comma);
                }

                if (k >= words.Count || blocked[k] || !Joins(words.GapBefore(k), ref comma))
                {
                    break;
                }
            }

            if (count > 0 || words.Has(i, Trigger.Written))
            {
                i = Longest(i, ends[..count]);
            }
        }

        ArrayPool<int>.Shared.Return(opening);
    }

    private bool IsPartOfDate(int i) => words[i].Is(WordClass.Month) && (words[i - 1].IsNumber || words[i + 1].IsNumber);

    private int Longest(int i, ReadOnlySpan<(int End, int Node, bool Comma)> ends)
    {
        for (var e = ends.Length - 1; e >= 0; e--)
        {
            if (judge.Judge(i, ends[e].End, ends[e].Node, ends[e].Comma) is { } hit)
            {
                hits.Add(hit);
                return hit.End - 1;
            }
        }

        if (judge.DottedCode(i) is { } code)
        {
            hits.Add(code);
            return code.End - 1;
        }

        if (judge.Glued(i) is { } glued)
        {
            hits.Add(glued);
            return i;
        }

        if (ends.Length == 0 && judge.Typo(i) is { } typo)
        {
            hits.Add(typo);
            return typo.End - 1;
        }

        return i;
    }

    private static bool Joins(Gap gap, ref bool comma)
    {
        if (gap == Gap.Comma)
        {
            comma = true;
            return true;
        }

        return gap is Gap.Space or Gap.Hyphen or Gap.SpacedHyphen or Gap.Apostrophe or Gap.Line or Gap.Underscore or Gap.Dot or Gap.Tab or Gap.DotSpace or Gap.OpenParen;
    }

    /// <summary>Adds what the document shows by itself where the register did not find it.</summary>
    private void Mentions()
    {
        hits.Sort((a, b) => a.First.CompareTo(b.First));
        var known = hits.ToArray();
        foreach (var mention in analysis.Mentions)
        {
            if (mention.Strength != Strength.Confirmed && mention.Name.Name is { IsFull: false, Particles: ["de" or "het"] } && mention.Rule is "name.capital" or "name.acting" or "name.unknown" or "name.function" && register.Things.Contains(mention.Name.Name.SurnameKey))
            {
                // The dossier knows a firm or building of that name (sporthal De Wetering).
                continue;
            }

            var name = WithoutEmployer(mention.Name);
            var covering = Covering(known, name);
            if (covering.Length > 0)
            {
                // The register decided whom it means; the place may be longer than the form (J.P. (Jan) de Vries).
                var lead = covering[0];
                if (lead.First > name.First || lead.End < name.End)
                {
                    hits.Add(lead with { First = Math.Min(name.First, lead.First), End = Math.Max(name.End, covering[^1].End) });
                }

                continue;
            }

            var isPublic = mention.Role is not null && PublicRoles.MakesPublic(mention.Role, PolicySettings.Default) || (judge.HasRole(name.First, name.End) && !(mention.Rule == "name.reference" && words.Folded(name.First - 1) is "leden" or "lid"));
            isPublic |= mention.Rule == "name.reference" && register.IsPublicCode(words.Folded(name.First));
            if (!isPublic && SourceReference.IsCited(words, name))
            {
                isPublic = true;
            }

            hits.Add(new NameHit(name.First, name.End, -1, mention.Rule, mention.Confidence, isPublic));
        }
    }

    private NameSpan WithoutEmployer(NameSpan name) => name.End - name.First > 2 && words.Folded(name.End - 2) == "van" && register.OrganisationWords.Contains(words.Folded(name.End - 1)) ? name with { End = name.End - 2 } : name;

    private static ReadOnlySpan<NameHit> Covering(NameHit[] sorted, NameSpan name)
    {
        var low = 0;
        var high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle].End <= name.First)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        var end = low;
        while (end < sorted.Length && sorted[end].First < name.End)
        {
            end++;
        }

        return sorted.AsSpan(low, end - low);
    }
}
