using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>What both passes need to know of a document: its words, its labelled places, what the recognisers found and the names that say so themselves.</summary>
internal sealed class DocumentAnalysis : IDisposable
{
    /// <summary>Names are about so far apart; lists of this size seldom grow.</summary>
    private const int WordsPerMention = 7;

    private DocumentAnalysis(PrivacyDocument document, TokenText words, List<Field> fields, RecogniserContext context, List<Mention> mentions, bool informal)
    {
        Document = document;
        Words = words;
        Fields = fields;
        Recognised = context.Found;
        Mentions = mentions;
        PublicNumbers = context.PublicNumbers;
        Homes = context.Homes;
        Offices = context.Offices;
        Domains = context.Domains;
        IsInformal = informal;
        Blocked = Block(words, context.Found);
    }

    public SortedSet<string> PublicNumbers { get; }

    public SortedSet<string> Homes { get; }

    public SortedSet<string> Offices { get; }

    public SortedSet<string> Domains { get; }

    public PrivacyDocument Document { get; }

    /// <summary>True for a chat, and for notes that begin their sentences with small letters.</summary>
    public bool IsInformal { get; }

    public TokenText Words { get; }

    public List<Field> Fields { get; }

    public List<Recognised> Recognised { get; }

    public List<Mention> Mentions { get; }

    /// <summary>For each word whether a recogniser claimed it, so that no name is looked for in it.</summary>
    public bool[] Blocked { get; }

    public static DocumentAnalysis Of(PrivacyDocument document, PrivacyRegisters registers, PersonRegister? register, PolicySettings settings, bool everywhere = false)
    {
        var words = Tokenizer.Cut(document.View.Text, Lexicon.Default, everywhere);
        var fields = FieldFinder.Find(document.View, words);
        var informal = document.Kind == DocumentKind.Chat || Informality.Of(words) || SenderLines.IsTalk(words);
        var context = new RecogniserContext(document, words, registers, register, fields) { IsInformal = informal };
        UrlRecogniser.Run(context);
        EmailRecogniser.Run(context, settings);
        CueRecogniser.Run(context, fields);
        PersonalCodes.Run(context);
        BirthDateRecogniser.Run(context, fields);
        NumberRecogniser.Run(context);
        PlateRecogniser.RunCued(context);
        AddressRecogniser.Run(context);
        KnownStreets.Run(context);
        HouseNumberRecogniser.Run(context);
        RoomRecogniser.Run(context, fields);
        HandleRecogniser.Run(context);
        SeriesRecogniser.Run(context);
        UserIdRecogniser.Run(context);
        var mentions = new List<Mention>(words.Count / WordsPerMention);
        new StructureMentions(words, fields, mentions).Run();
        new BodyMentions(words, informal, mentions).Run();
        new Appositions(words, mentions).Run();
        new UnknownNames(words, mentions).Run();
        new CodeMentions(words, fields, mentions).Run();
        CodeLists.Find(words, mentions);
        FreeSenders(words, mentions, context.Found);
        var analysis = new DocumentAnalysis(document, words, fields, context, mentions, informal);
        mentions.RemoveAll(m => analysis.IsBlocked(m.Name));
        return analysis;
    }

    /// <summary>What looks like an address in the name of a chat's sender belongs to that name.</summary>
    private static void FreeSenders(TokenText words, List<Mention> mentions, List<Recognised> found)
    {
        foreach (var mention in mentions)
        {
            if (mention.Rule == "name.chat" && words[mention.Name.End - 1].HasDigit)
            {
                var span = words.Span(mention.Name.First, mention.Name.End);
                found.RemoveAll(f => f.Rule.StartsWith("address.", StringComparison.Ordinal) && f.Span.Start < span.End && f.Span.End > span.Start);
            }
        }
    }

    private HashSet<int>? personCells;

    /// <summary>True where a cell for persons starts at a position.</summary>
    public bool StartsPersonCell(int position) => (personCells ??= [.. Fields.Where(f => f.IsCell && f.Has(WordClass.PersonLabel)).Select(f => f.Start)]).Contains(position);

    public bool IsBlocked(NameSpan name)
    {
        for (var k = name.First; k < name.End; k++)
        {
            if (Blocked[k])
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => Words.Dispose();

    private static bool[] Block(TokenText words, List<Recognised> found)
    {
        var blocked = new bool[words.Count + 1];
        foreach (var item in found)
        {
            for (var k = words.IndexAt(item.Span.Start); k < words.Count && words[k].Start < item.Span.End; k++)
            {
                blocked[k] = true;
            }
        }

        return blocked;
    }
}
