using System.Collections.Frozen;

namespace WooPipeline.Privacy;

/// <summary>
/// The tables behind <see cref="Trigger"/>: what follows from how a word is written and what stands before it, from the word of the lists that it is,
/// and, for other words, from the word itself and its ending. A recogniser that learns a new word to start at adds it here.
/// </summary>
internal static class Triggers
{
    private const int Shapes = 32;
    private const int Gaps = 32;

    /// <summary>Words that may end the name of a street besides those with its endings; see <see cref="StreetNames"/>.</summary>
    private static readonly WordSet Sides = new("oost", "west", "noord", "zuid", "oostzijde", "westzijde");
    private static readonly WordSet LegalForms = new("b", "n", "bv", "nv", "vof", "gmbh", "ag", "ltd", "bvba", "llp", "plc", "inc", "ms", "mv", "mts", "mps", "mt");

    /// <summary>The last letters of <c>d.o.b.</c> and <c>g.d.</c>, and <c>GD</c>.</summary>
    private static readonly WordSet Births = new("b", "d", "gd");
    private static readonly Trigger[] ByWriting = OfWriting();
    private static readonly EndingTable Endings = OfEndings();
    private static readonly FrozenDictionary<ulong, Trigger> ByWord = OfWords();
    private static readonly Trigger[] ByEntry = [Trigger.None, .. Enumerable.Range(1, Lexicon.Default.Count).Select(OfEntry)];

    /// <summary>What follows from how a word is written and from what parts it from the one before.</summary>
    public static Trigger Of(Shape shape, Gap before) => ByWriting[((int)shape * Gaps) + (int)before];

    /// <summary>What follows from a word of the lists.</summary>
    public static Trigger Of(int entry) => ByEntry[entry];

    /// <summary>What follows from a word that no list holds.</summary>
    public static Trigger Of(ReadOnlySpan<char> word, ulong hash)
    {
        var found = ByWord.GetValueOrDefault(hash);
        if (System.Text.Ascii.IsValid(word))
        {
            return found | Endings.Of(word) | (CompoundCues.IsDocumentPart(word) ? Trigger.Cue : Trigger.None);
        }

        // Some rules look at the word as it stands, some at it folded.
        var folded = Folding.Fold(word);
        return found | Endings.Of(word) | Endings.Of(folded) | (CompoundCues.IsDocumentPart(word) || CompoundCues.IsDocumentPart(folded) ? Trigger.Cue : Trigger.None);
    }

    private static Trigger OfEntry(int entry)
    {
        var word = Lexicon.Default.Folded(entry);
        var hash = WordHash.Of(word);
        var classes = Lexicon.Default.Find(hash);
        return Of(word, hash)
            | ((classes & WordClass.RoomCue) != 0 ? Trigger.Room : 0)
            | ((classes & (WordClass.AccessCue | WordClass.IdCue | WordClass.AccountCue)) != 0 || CompoundCues.MayEnd(word) ? Trigger.Cue : 0)
            | ((classes & (WordClass.BirthCue | WordClass.Relative)) != 0 ? Trigger.Birth : 0)
            | ((classes & WordClass.Organisation) != 0 ? Trigger.Organisation : 0);
    }

    private static EndingTable OfEndings()
    {
        var table = new EndingTable();
        table.Add(Trigger.Room, RoomRecogniser.Rooms.All);
        table.Add(Trigger.Address, StreetNames.Endings.All.Concat(StreetNames.Small.All).Concat(ForeignAddresses.Endings.All).Append("str"));
        table.Add(Trigger.Cue, CompoundCues.Endings);
        table.Add(Trigger.Firm, FirmNames.Vessels.All);
        table.Add(Trigger.Organisation, NameContext.OrganisationEndings.All);
        return table;
    }

    private static FrozenDictionary<ulong, Trigger> OfWords()
    {
        var words = new Dictionary<ulong, Trigger>();
        Add(Trigger.Room, RoomRecogniser.ShortCues.All.Concat(RoomChain.Parts.All));
        Add(Trigger.Address, Sides.All.Concat(ForeignAddresses.Kinds.All));
        Add(Trigger.Cue, CueRecogniser.Announcing.All.Concat(CueRecogniser.Logins.All).Concat(CompoundCues.Heads.All).Concat(CompoundCues.Abbreviations.All));
        Add(Trigger.Apposition, Appositions.AliasCues.All);
        Add(Trigger.Birth, Births.All);
        Add(Trigger.Firm, LegalForms.All.Concat(FirmNames.Harbours.All));
        Add(Trigger.German, TaggedNames.German.All);
        return words.ToFrozenDictionary();

        void Add(Trigger trigger, IEnumerable<ulong> some)
        {
            foreach (var hash in some)
            {
                words[hash] = words.GetValueOrDefault(hash) | trigger;
            }
        }
    }

    private static Trigger[] OfWriting()
    {
        var table = new Trigger[Shapes * Gaps];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = OfShape((Shape)(i / Gaps), (Gap)(i % Gaps)) | OfGap((Gap)(i % Gaps));
        }

        return table;
    }

    private static Trigger OfShape(Shape shape, Gap before)
    {
        var capital = (shape & Shape.Capital) != 0;
        var digit = (shape & Shape.Digit) != 0;
        return (capital ? Trigger.Capital | Trigger.Address : 0)
            | (capital && before != Gap.Space ? Trigger.Apposition : 0)
            | (capital && (shape & (Shape.AllCaps | Shape.Mixed)) != 0 ? Trigger.Initials : 0)
            | (FormJudge.MayHideName(new Token(0, 0, 0, WordClass.None, shape, before, 0)) ? Trigger.Written : 0)
            | ((shape & Shape.AllCaps) != 0 ? Trigger.Room : 0)
            | (digit ? Trigger.Digit | Trigger.Room | Trigger.Address | Trigger.UserId : 0)
            | ((shape & (Shape.Digit | Shape.Letter)) == Shape.Digit ? Trigger.Cue | Trigger.Birth : 0);
    }

    private static Trigger OfGap(Gap before) => before switch
    {
        Gap.Comma or Gap.OpenParen => Trigger.Apposition,
        Gap.Other => Trigger.UserId | Trigger.Sign | Trigger.Sentence,
        Gap.Hyphen => Trigger.UserId,
        Gap.Underscore => Trigger.UserId | Trigger.Initials,
        Gap.Slash => Trigger.Slash,
        Gap.DotSpace or Gap.Paragraph => Trigger.Sentence,
        _ => Trigger.None,
    };
}
