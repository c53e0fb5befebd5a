using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Shortened given names of persons who are in the document: <c>Fati</c> of Fatima, <c>Tjits</c> of Tjitske.</summary>
internal sealed class NicknameFinder(DocumentAnalysis analysis, PersonRegister register, List<NameHit> hits)
{
    private const int Shortest = 3;

    public void Run()
    {
        var words = analysis.Words;
        var starts = new Dictionary<ulong, int>();
        var taken = new HashSet<int>();
        var seen = new HashSet<int>();
        foreach (var hit in hits)
        {
            for (var k = hit.First; k < hit.End; k++)
            {
                taken.Add(k);
            }

            if (hit.Person >= 0 && seen.Add(hit.Person) && register.Persons[hit.Person].Role is null)
            {
                AddStarts(hit.Person, starts);
            }
        }

        if (starts.Count == 0)
        {
            return;
        }

        var isChat = analysis.Document.Kind == DocumentKind.Chat;
        for (var k = 0; k < words.Count; k++)
        {
            var token = words[k];
            var closes = token.IsCapital && token.Length >= 2 && !token.IsAllCaps && words.GapBefore(k) is Gap.Other or Gap.Paragraph or Gap.Line or Gap.DotSpace && (words.GapAfter(k) == Gap.Paragraph || (words.GapAfter(k) == Gap.Line && words.GapBefore(k) is Gap.Other or Gap.DotSpace))
                && !token.Is(WordClass.Particle | WordClass.Greeting | WordClass.Closing);
            if (token.IsWord && (closes || (token.Length is >= Shortest and <= 8 && (token.IsCapital || isChat) && token.Class == WordClass.None))
                && !analysis.Blocked[k] && starts.TryGetValue(token.Hash, out var person) && !taken.Contains(k))
            {
                hits.Add(new NameHit(k, k + 1, person, "name.short", 0.7, false));
            }
        }
    }

    private void AddStarts(int person, Dictionary<ulong, int> starts)
    {
        foreach (var given in register.Persons[person].Names.SelectMany(n => n.Given).Where(g => g.Length > Shortest))
        {
            for (var length = 2; length < given.Length; length++)
            {
                starts.TryAdd(WordHash.Of(given.AsSpan(0, length)), person);
            }
        }
    }
}
