using System.Numerics;
using System.Runtime.InteropServices;

namespace WooPipeline.Privacy;

/// <summary>
/// What the tagger sees of a word once the rules have had their say: how it is written and built, what the lists say of it and of its neighbours,
/// what the rules took of them, how the document writes the same word elsewhere, where in its line it stands, and what the dossier knows of it.
/// </summary>
internal sealed partial class Surroundings
{
    /// <summary>Places in the table of weights, a power of two.</summary>
    public const int Size = 1 << 16;

    /// <summary>Lists that hold names and nothing else. Training hides them of the word itself now and then, since most names that rules leave stand in no list.</summary>
    public const WordClass NameLists = WordClass.Given | WordClass.Surname | WordClass.Female | WordClass.Male | WordClass.Frequent;

    private const int Most = 400;
    private readonly DocumentAnalysis analysis;
    private readonly PersonRegister register;
    private readonly TokenText words;
    private readonly TakenBy[] taken;
    private readonly FieldIndex inFields;
    private readonly Dictionary<ulong, Counts> counts;
    private readonly int[] places = new int[Most];
    private int count;

    /// <summary>Looks at a document after the rules; <paramref name="asked"/> are the words that will be asked for.</summary>
    public Surroundings(DocumentAnalysis analysis, PersonRegister register, IEnumerable<NameHit> hits, List<int> asked)
    {
        this.analysis = analysis;
        this.register = register;
        words = analysis.Words;
        inFields = new FieldIndex(words, analysis.Fields);
        taken = new TakenBy[words.Count + 1];
        foreach (var hit in hits)
        {
            taken.AsSpan(hit.First, hit.End - hit.First).Fill(hit.IsPublic ? TakenBy.Public : IsStrong(hit) ? TakenBy.Strong : TakenBy.Weak);
        }

        counts = new Dictionary<ulong, Counts>(asked.Count);
        Count(asked);
    }

    /// <summary>True where the lists are to be silent on the word itself.</summary>
    public bool HidesOwn { get; set; }

    /// <summary>What the rules did with a word.</summary>
    public TakenBy StateOf(int k) => k >= 0 && k < words.Count ? taken[k] : TakenBy.Outside;

    /// <summary>Places of the features of a word, good until the next word is asked for.</summary>
    public ReadOnlySpan<int> Of(int k)
    {
        count = 0;
        var own = Coarse(Class(k));
        var bucket = (ulong)(NameTagger.Default.ShapeOf(words.Folded(k)) + 8);
        var form = Form(k) | (NameContext.StartsSentence(words, k) ? 64UL : 0) | (analysis.IsInformal ? 128UL : 0);
        Add(0, 0);
        Add(1, form);
        Add(2, bucket);
        Add(3, (own << 8) | bucket);
        Add(4, (own << 8) | form);
        Add(5, (uint)Math.Min(words[k].Length, 12));
        Bits(6, Class(k));
        Add(7, (uint)analysis.Document.Kind);
        Add(8, ((ulong)analysis.Document.Kind << 8) | form);
        Letters(k);
        InDocument(k, own);
        InDossier(k, own);
        Around(k, own);
        InLine(k, own, form);
        return places.AsSpan(0, count);
    }

    private bool IsStrong(NameHit hit) => hit.Rule switch
    {
        "name.full.register" => hit.Person >= 0 && register.Persons[hit.Person].Strength == Strength.Confirmed,
        "name.header" or "name.table" or "name.label" or "name.chat" or "name.signature" or "name.closing" or "name.salutation" or "name.sender" or "name.joined" => true,
        _ => false,
    };

    /// <summary>How the word begins and ends.</summary>
    private void Letters(int k)
    {
        var folded = words.Folded(k).AsSpan();
        for (var length = 2; length <= 4 && length < folded.Length; length++)
        {
            Add(20 + length, WordHash.Of(folded[^length..]));
            if (length < 4)
            {
                Add(25 + length, WordHash.Of(folded[..length]));
            }
        }
    }

    private void InDocument(int k, ulong own)
    {
        var seen = counts.GetValueOrDefault(words[k].Hash);
        var strong = Math.Min(2, seen.Strong - (taken[k] == TakenBy.Strong ? 1 : 0));
        var weak = Math.Min(2, seen.Weak - (taken[k] == TakenBy.Weak ? 1 : 0));
        var left = Math.Min(2, seen.Left - (taken[k] == TakenBy.Nothing && words[k].IsCapital ? 1 : 0));
        var all = (ulong)(uint)((strong * 81) + (weak * 27) + (left * 9) + (Math.Min(seen.Small, 2) * 3) + Math.Min(seen.Pointed, 2));
        Add(30, all);
        Add(31, (all << 8) | own);
        Add(32, (uint)strong);
        Add(33, (uint)left);
        Add(34, ((ulong)(uint)Math.Min(seen.Small, 3) << 8) | own);
        Add(35, (uint)Math.Min(seen.Public, 2));
    }

    /// <summary>What the word is in the dossier: which forms of how well known persons it spells, a firm, somebody public.</summary>
    private void InDossier(int k, ulong own)
    {
        var node = register.Trie.Step(0, words[k].Hash);
        var known = 0UL;
        foreach (var form in node == 0 ? [] : register.Trie.FormsAt(node))
        {
            var person = register.Persons[form.Person];
            known |= person.Role is null
                ? (1UL << (int)form.Kind) | (person.Strength == Strength.Confirmed ? 128UL : 0) | (person.Scope.Contains(analysis.Document.Id) ? 256UL : 0)
                : person.IsBuiltIn ? 0 : 64UL;
        }

        var folded = words.Folded(k);
        known |= (register.IsThing(folded) ? 512UL : 0) | (register.OrganisationWords.Contains(folded) ? 1024UL : 0) | (register.IsPublicSurname(folded) ? 2048UL : 0);
        Add(36, known);
        for (var b = known; b != 0; b &= b - 1)
        {
            Add(37, (uint)BitOperations.TrailingZeroCount(b));
        }

        Add(38, ((known >> 7) << 8) | own);
    }

    private void Count(List<int> asked)
    {
        foreach (var k in asked)
        {
            counts.TryAdd(words[k].Hash, default);
        }

        var tokens = words.Tokens;
        for (var k = 0; k < tokens.Length; k++)
        {
            ref var seen = ref CollectionsMarshal.GetValueRefOrNullRef(counts, tokens[k].Hash);
            if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref seen))
            {
                continue;
            }

            seen.Small += taken[k] == TakenBy.Nothing && !tokens[k].IsCapital ? 1 : 0;
            seen.Left += taken[k] == TakenBy.Nothing && tokens[k].IsCapital ? 1 : 0;
            seen.Weak += taken[k] == TakenBy.Weak ? 1 : 0;
            seen.Strong += taken[k] == TakenBy.Strong ? 1 : 0;
            seen.Public += taken[k] == TakenBy.Public ? 1 : 0;
            seen.Pointed += k > 0 && tokens[k].Before == Gap.Space && Appositions.IsDeterminer(words, k - 1) ? 1 : 0;
        }
    }

    private WordClass Class(int k) => words[k].Class & (HidesOwn ? ~NameLists : ~WordClass.None);

    /// <summary>How a word is written.</summary>
    private ulong Form(int k)
    {
        ref readonly var token = ref words[k];
        return (token.IsCapital ? 1UL : 0) | (token.IsAllCaps ? 2UL : 0) | ((token.Shape & Shape.Mixed) != 0 ? 4UL : 0) | (token.HasDigit ? 8UL : 0) | (token.Length == 1 ? 16UL : token.Length <= 3 ? 32UL : 0);
    }

    /// <summary>The lists that tell most, in eight bits.</summary>
    private static ulong Coarse(WordClass c) => ((c & WordClass.Given) != 0 ? 1UL : 0) | ((c & WordClass.Surname) != 0 ? 2UL : 0) | ((c & (WordClass.Common | WordClass.WeakGiven | WordClass.Filler | WordClass.Plain)) != 0 ? 4UL : 0)
        | ((c & (WordClass.Place | WordClass.Brand | WordClass.Organisation | WordClass.NamedThing | WordClass.Party | WordClass.Abbreviation | WordClass.Month | WordClass.Day)) != 0 ? 8UL : 0)
        | ((c & (WordClass.Function | WordClass.PublicRole | WordClass.Relative | WordClass.Title)) != 0 ? 16UL : 0) | ((c & (WordClass.Speech | WordClass.Acting)) != 0 ? 32UL : 0)
        | ((c & (WordClass.Particle | WordClass.WeakParticle | WordClass.PlaceCue)) != 0 ? 64UL : 0) | ((c & (WordClass.NameCue | WordClass.Greeting | WordClass.Closing | WordClass.PersonLabel)) != 0 ? 128UL : 0);

    private void Bits(int template, WordClass classes, ulong gap = 0)
    {
        var bits = (ulong)classes;
        if (bits == 0)
        {
            Add(template, 63 | (gap << 8));
        }

        for (; bits != 0; bits &= bits - 1)
        {
            Add(template, (uint)BitOperations.TrailingZeroCount(bits) | (gap << 8));
        }
    }

    private void Add(int template, ulong value)
    {
        if (count < places.Length)
        {
            places[count++] = FeatureHash.Place(template, value, Size);
        }
    }

    /// <summary>How often a word stands in each state.</summary>
    private struct Counts
    {
        public int Small;
        public int Left;
        public int Weak;
        public int Strong;
        public int Public;
        public int Pointed;
    }
}
