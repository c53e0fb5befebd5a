namespace WooPipeline.Privacy;

/// <summary>
/// What the tagger sees of a word and of what stands around it: how it is written, how it is built, what the lists say of it and of its
/// neighbours, and how the document writes it elsewhere.
/// </summary>
internal ref struct TokenFeatures(TokenText words, DocumentWords document, SpanSet taken, bool informal, Span<int> places)
{
    public const int Size = 1 << 15;
    public const int Most = 128;

    /// <summary>Lists that hold names: training hides them now and then, since most names of a new dossier stand in no list.</summary>
    public const WordClass NameLists = WordClass.Given | WordClass.Surname | WordClass.Female | WordClass.Male | WordClass.Frequent;

    private const WordClass Told = ~(WordClass.Female | WordClass.Male | WordClass.Mailbox);
    private readonly Span<int> places = places;
    private int count;

    /// <summary>True where the lists are silent on names, for the word and its neighbours.</summary>
    public bool HidesOwn { get; init; }

    public bool HidesOthers { get; init; }

    /// <summary>Gathers the features of a word; <paramref name="shape"/> is <see cref="WordShapes.Step"/> of it. Gives how many.</summary>
    public int Gather(int k, int shape)
    {
        count = 0;
        var token = words[k];
        var own = Class(k, 0);
        var starts = NameContext.StartsSentence(words, k);
        var form = Form(k) | (starts ? 64UL : 0) | (informal ? 128UL : 0);
        var bucket = (ulong)(shape + 8);
        Add(0, 0);
        Add(1, form);
        Classes(2, own);
        Add(3, bucket);
        Add(4, (form << 8) | bucket);
        Add(5, Coarse(own) << 8 | form);
        Add(6, Coarse(own) << 8 | bucket);
        Add(7, (ulong)Math.Min(token.Length, 15));
        Endings(k);
        Document(k, bucket, starts);
        Around(k, own, starts);
        Add(40, (ulong)(NameContext.IsThing(words, k, k + 1) ? 1 : 2));
        Add(41, (ulong)((PersonNouns.Is(words, k - 1) ? 1 : 0) | (PersonNouns.Is(words, k + 1) ? 2 : 0)));
        Add(42, (ulong)(NameContext.EndsAsOrganisation(words.Of(k)) ? 1 : 2));
        return count;
    }

    private void Endings(int k)
    {
        var folded = words.Folded(k).AsSpan();
        for (var length = 2; length <= 4 && length < folded.Length; length++)
        {
            Add(8 + length, WordHash.Of(folded[^length..]));
        }
    }

    private void Document(int k, ulong bucket, bool starts)
    {
        var seen = document.Of(words[k].Hash);
        var place = (ulong)((Math.Min(seen.Small, 2) * 27) + (Math.Min(seen.Capital, 3) * 9) + (Math.Min(seen.Amid, 2) * 3) + Math.Min(seen.Pointed, 2));
        Add(14, place);
        Add(15, (place << 8) | bucket);
        Add(16, (place << 1) | (starts ? 1UL : 0));
    }

    private void Around(int k, WordClass own, bool starts)
    {
        var before = Class(k, -1);
        var after = Class(k, 1);
        var gaps = ((ulong)words.GapBefore(k) << 5) | (ulong)words.GapAfter(k);
        Add(17, gaps);
        Add(18, gaps << 8 | Form(k));
        for (var step = -2; step <= 2; step++)
        {
            if (step == 0)
            {
                continue;
            }

            var template = 20 + ((step + 2) * 4);
            var gap = step < 0 ? words.GapBefore(k + step + 1) : words.GapAfter(k + step - 1);
            var token = words[k + step];
            if (!(token.IsCapital && token.IsWord) || token.Entry != 0)
            {
                Add(template, token.Hash ^ ((ulong)gap << 56));
                Add(template + 50, token.Hash);
            }

            Classes(template + 1, Class(k, step), (ulong)gap);
            Add(template + 2, ((ulong)gap << 8) | Form(k + step));
            Add(template + 3, k + step >= 0 && k + step < words.Count && taken.Overlaps(k + step, k + step + 1) ? 1 + (ulong)gap : 0);
        }

        Add(60, (Coarse(before) << 16) | (Coarse(after) << 8) | (starts ? 1UL : 0));
        Add(61, (Coarse(before) << 24) | (Coarse(own) << 16) | ((ulong)words.GapBefore(k) << 8) | Form(k - 1));
        Add(62, (Coarse(after) << 24) | (Coarse(own) << 16) | ((ulong)words.GapAfter(k) << 8) | Form(k + 1));
        if (words[k - 1].Entry != 0 && words[k + 1].Entry != 0)
        {
            Add(63, words[k - 1].Hash * 31 + words[k + 1].Hash);
        }
    }

    private readonly WordClass Class(int k, int step) => (words[k + step].Class & Told) & ((step == 0 ? HidesOwn : HidesOthers && words[k + step].IsCapital) ? ~NameLists : ~WordClass.None);

    /// <summary>How a word is written.</summary>
    private readonly ulong Form(int k)
    {
        var token = words[k];
        return (token.IsCapital ? 1UL : 0) | (token.IsAllCaps ? 2UL : 0) | ((token.Shape & Shape.Mixed) != 0 ? 4UL : 0) | (token.HasDigit ? 8UL : 0) | (token.Length == 1 ? 16UL : token.Length <= 3 ? 32UL : 0);
    }

    /// <summary>The lists that tell most, in eight bits.</summary>
    private static ulong Coarse(WordClass c) => ((c & WordClass.Given) != 0 ? 1UL : 0) | ((c & WordClass.Surname) != 0 ? 2UL : 0) | ((c & (WordClass.Common | WordClass.WeakGiven | WordClass.Filler | WordClass.Plain)) != 0 ? 4UL : 0)
        | ((c & (WordClass.Place | WordClass.Brand | WordClass.Organisation | WordClass.NamedThing | WordClass.Party | WordClass.Abbreviation | WordClass.Month | WordClass.Day)) != 0 ? 8UL : 0)
        | ((c & (WordClass.Function | WordClass.PublicRole | WordClass.Relative | WordClass.Title)) != 0 ? 16UL : 0) | ((c & (WordClass.Speech | WordClass.Acting)) != 0 ? 32UL : 0)
        | ((c & (WordClass.Particle | WordClass.WeakParticle | WordClass.PlaceCue)) != 0 ? 64UL : 0) | ((c & (WordClass.NameCue | WordClass.Greeting | WordClass.Closing | WordClass.PersonLabel)) != 0 ? 128UL : 0);

    private void Classes(int template, WordClass classes, ulong gap = 0)
    {
        var bits = (ulong)classes;
        if (bits == 0)
        {
            Add(template, 63 | (gap << 8));
        }

        for (; bits != 0; bits &= bits - 1)
        {
            Add(template, (uint)System.Numerics.BitOperations.TrailingZeroCount(bits) | (gap << 8));
        }
    }

    private void Add(int template, ulong value)
    {
        if (count < places.Length)
        {
            places[count++] = FeatureHash.Place(template, value, Size);
        }
    }
}
