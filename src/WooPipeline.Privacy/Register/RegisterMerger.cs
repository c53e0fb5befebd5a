using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WooPipeline.Privacy;

/// <summary>
/// Joins sightings to persons: by address, by full name, and a part of a name to the only person it fits. The result depends on
/// the set of facts alone, not on their order.
/// </summary>
internal sealed class RegisterMerger(PrivacyRegisters registers)
{
    private readonly HashSet<string> things = new(StringComparer.Ordinal);
    private readonly List<Draft> drafts = [];
    private FrozenSet<string> organisationWords = FrozenSet<string>.Empty;
    private readonly Dictionary<string, Draft> byEmail = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Draft> byFull = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Draft>> bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Draft>> byGiven = new(StringComparer.Ordinal);
    private readonly HashSet<string> publicGiven = new(StringComparer.Ordinal);

    public PersonRegister Merge(IEnumerable<DocumentFacts> facts)
    {
        foreach (var row in registers.PublicPersons)
        {
            AddPublic(row.Name, PublicRoleReader.Read(row), row.Source, builtIn: false);
        }

        foreach (var row in registers.Staff)
        {
            AddStaff(row);
        }

        var ordered = facts.OrderBy(f => f.DocumentId, StringComparer.Ordinal).ToList();
        var others = BorneByOthers(ordered);
        foreach (var known in PublicPersons.All.Where(k => others.Count == 0 || !others.Contains(ParseName(k.Name).SurnameKey)))
        {
            AddPublic(known.Name, known.Role, "ingebouwde lijst", builtIn: true);
        }

        things.UnionWith(Eponyms.Without(ordered.SelectMany(f => f.Things), ordered.SelectMany(f => f.Sightings).Where(s => s.Strength == Strength.Confirmed).Select(s => s.Name)));
        organisationWords = OrganisationWords(ordered);

        // Fullest first, so that a bare surname finds the person it belongs to whatever document names that person.
        foreach (var rank in Enumerable.Range(0, 4))
        {
            foreach (var document in ordered)
            {
                var thread = document.ThreadId is { } id ? "thread:" + id : null;
                foreach (var sighting in document.Sightings.Where(s => Rank(s) == rank).OrderBy(s => s.Offset))
                {
                    Add(document, thread, sighting);
                }
            }
        }

        return new PersonRegister([.. drafts.Where(d => d.Names.Count > 0).Select((d, i) => d.Build(i + 1))], ordered);
    }

    private static int Rank(Sighting sighting) => sighting.Name.IsFull ? sighting.Name.Given.Length > 0 ? 0 : 1 : sighting.Name.Surname.Length > 0 ? 2 : 3;

    private void AddPublic(string name, PublicRole role, string source, bool builtIn)
    {
        var parsed = ParseName(name);
        if (parsed.IsEmpty)
        {
            return;
        }

        if (byFull.TryGetValue(FullKey(parsed), out var known) && (builtIn || known.Role is not null))
        {
            known.Role ??= known.Strength == Strength.Confirmed && known.FromStaff ? null : role;
            NotePublic(known);
            return;
        }

        var draft = new Draft { Role = role, Source = source, BuiltIn = builtIn, Strength = Strength.Confirmed };
        draft.Add(parsed);
        drafts.Add(draft);
        Index(draft, parsed);
    }

    private void AddStaff(RegisterRow row)
    {
        var name = ParseName(row.Name);
        var draft = new Draft { Source = row.Source, Strength = Strength.Confirmed, FromStaff = true, Organisation = row.Organisation };
        if (!name.IsEmpty)
        {
            draft.Add(name);
            Index(draft, name);
        }

        if (row.Function.Length > 0)
        {
            draft.Functions.Add(row.Function);
        }

        AddEmail(draft, row.Email.ToLowerInvariant());
        drafts.Add(draft);
    }

    /// <summary>A name as a register writes it, in any order.</summary>
    internal static PersonName ParseName(string name)
    {
        using var words = Tokenizer.Cut(name, Lexicon.Default);
        var read = NameReader.ReadField(words, 0, words.Count, whole: true);
        return read.IsNone ? PersonName.Empty : read.Name;
    }

    /// <summary>
    /// Surnames that the dossier gives to somebody else than the known public person: a function or a sender bears them (<c>schipper
    /// Tuinman</c>), and no role of a public person stands with them anywhere.
    /// </summary>
    private static HashSet<string> BorneByOthers(IReadOnlyList<DocumentFacts> facts)
    {
        var others = new HashSet<string>(StringComparer.Ordinal);
        var publics = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sighting in facts.SelectMany(f => f.Sightings).Where(s => s.Name.Surname.Length > 0))
        {
            if (sighting.IsPublicRole)
            {
                publics.Add(sighting.Name.SurnameKey);
            }
            else if (sighting.Rule is "name.function" or "name.apposition" or "name.chat" or "name.signature" or "name.closing" or "name.header" or "name.wrote")
            {
                others.Add(sighting.Name.SurnameKey);
            }
        }

        others.ExceptWith(publics);
        return others;
    }

    /// <summary>Words of mail domains that nobody confirmed bears as a surname.</summary>
    internal static FrozenSet<string> OrganisationWords(IReadOnlyList<DocumentFacts> facts)
    {
        var surnames = facts.SelectMany(f => f.Sightings).Where(s => s.Strength == Strength.Confirmed).SelectMany(s => s.Name.Surname).ToHashSet(StringComparer.Ordinal);
        return facts.SelectMany(f => f.Domains.IsDefault ? [] : f.Domains).Where(d => !surnames.Contains(d)).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>"Emma van Vizier": where somebody works, not what she is called.</summary>
    private Sighting WithoutEmployer(Sighting sighting) => sighting.Name is { Given.Length: > 0, Particles: ["van"], Surname: [var last] } && organisationWords.Contains(last)
        ? sighting with { Name = sighting.Name with { Particles = [], Surname = [] } } : sighting;

    private void Add(DocumentFacts document, string? thread, Sighting seen)
    {
        var sighting = WithoutEmployer(seen);
        var name = sighting.Name;
        if (name.IsEmpty || FirmNames.IsFirm(name, things, organisationWords))
        {
            return;
        }

        if (MeansPublic(sighting, document))
        {
            return;
        }

        var draft = FindFor(sighting) ?? New(document);
        var isNew = draft.Add(name);
        draft.Count++;
        draft.Strength = (Strength)Math.Max((int)draft.Strength, (int)sighting.Strength);
        draft.Scope.Add(document.DocumentId);
        if (thread is not null)
        {
            draft.Scope.Add(thread);
        }

        if (sighting.IsPublicRole && draft.Role is null && !draft.FromStaff && draft.Strength != Strength.Confirmed)
        {
            draft.Role = new PublicRole(sighting.Function ?? "", sighting.Organisation ?? "");
            NotePublic(draft);
        }
        else if (sighting.Function is { Length: > 0 } function && !draft.Functions.Contains(function))
        {
            draft.Functions.Add(function);
        }

        if (sighting.Email is { } email)
        {
            AddEmail(draft, email);
        }

        if (isNew)
        {
            Index(draft, name);
        }
    }

    /// <summary>A surname alone that a public person bears and nobody else does not make a new person.</summary>
    private bool MeansPublic(Sighting sighting, DocumentFacts document)
    {
        var name = sighting.Name;
        if (name.Surname.Length == 0)
        {
            // A given name alone that a public person of this dossier bears, and nobody else in it.
            return sighting.Strength == Strength.Guess && publicGiven.Contains(name.GivenKey) && byGiven.TryGetValue(name.GivenKey, out var bearers) && bearers.Exists(b => b.Role is not null && !b.BuiltIn)
                && bearers.TrueForAll(b => b.Role is not null || !b.Scope.Contains(document.DocumentId));
        }

        if (things.Contains(name.SurnameKey) && !name.IsFull && sighting.Strength != Strength.Confirmed && !sighting.IsPublicRole)
        {
            return true;
        }

        if (name.IsFull || !bySurname.TryGetValue(name.SurnameKey, out var holders))
        {
            return false;
        }

        if (sighting.Rule is "name.chat" or "name.closing" or "name.signature" && !sighting.IsPublicRole && holders.TrueForAll(h => h.BuiltIn || h.Role is null))
        {
            // Who writes here is nobody that only the product knows.
            return false;
        }

        var frequent = (Lexicon.Default.Find(WordHash.Of(name.Surname[^1])) & WordClass.Frequent) != 0;
        return holders.Exists(h => h.Role is not null && (!h.BuiltIn || sighting.IsPublicRole || (!frequent && h.Role.HoldsOn(document.Date)))) && (sighting.IsPublicRole || holders.TrueForAll(h => h.Role is not null || h.Strength != Strength.Confirmed));
    }

    private Draft New(DocumentFacts document)
    {
        var draft = new Draft { Source = document.DocumentId };
        drafts.Add(draft);
        return draft;
    }

    private void AddEmail(Draft draft, string email)
    {
        if (email.Contains('@', StringComparison.Ordinal))
        {
            draft.Emails.Add(email);
            byEmail.TryAdd(email, draft);
        }
    }

    private Draft? FindFor(Sighting sighting)
    {
        var name = sighting.Name;
        if (name.IsFull && byFull.TryGetValue(FullKey(name), out var full))
        {
            return full;
        }

        if (sighting.Email is { } email && byEmail.TryGetValue(email, out var known) && known.Accepts(name))
        {
            return known;
        }

        if (name.Surname.Length > 0)
        {
            var holders = bySurname.GetValueOrDefault(name.SurnameKey)?.Where(d => Agrees(d, sighting)).ToList() ?? [];
            if (sighting.IsPublicRole)
            {
                return holders.FirstOrDefault(h => h.Role is not null && (!name.IsFull || h.Accepts(name)));
            }

            return holders.Count == 1 && (!name.IsFull || holders[0].Accepts(name)) ? holders[0] : sighting.Name.IsFull ? null : holders.FirstOrDefault(h => h.Role is null);
        }

        // A given name of a large dossier has hundreds of bearers: two are enough to know.
        var bearers = byGiven.GetValueOrDefault(name.GivenKey) ?? [];
        return bearers.Where(d => d.Role is null).Take(2).ToArray() switch
        {
            [var only] => only,
            [] when bearers.Where(d => !d.BuiltIn).Take(2).ToArray() is [var official] => official,
            _ => null,
        };
    }

    private static bool Agrees(Draft draft, Sighting sighting) => sighting.IsPublicRole || draft.Role is null
        ? !sighting.Name.IsFull || draft.Accepts(sighting.Name)
        : sighting.Name.IsFull && draft.Accepts(sighting.Name);

    private void Index(Draft draft, PersonName name)
    {
        if (name.IsFull)
        {
            byFull.TryAdd(FullKey(name), draft);
        }

        if (name.Surname.Length > 0)
        {
            AddTo(bySurname, name.SurnameKey, draft);
            if (name.Halves.Length > 0)
            {
                AddTo(bySurname, string.Concat(name.Particles) + "|" + string.Concat(name.SurnameHalves().First()), draft);
            }
        }

        if (name.Given.Length > 0)
        {
            AddTo(byGiven, name.GivenKey, draft);
        }

        NotePublic(draft);
    }

    private void NotePublic(Draft draft)
    {
        if (draft.Role is not null && !draft.BuiltIn)
        {
            publicGiven.UnionWith(draft.Names.Where(n => n.Given.Length > 0).Select(n => n.GivenKey));
        }
    }

    private static void AddTo(Dictionary<string, List<Draft>> index, string key, Draft draft)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index.Add(key, list = []);
        }

        if (!list.Contains(draft))
        {
            list.Add(draft);
        }
    }

    private static string FullKey(PersonName name) => (name.Given.Length > 0 ? name.Given[0] : name.Initials) + "/" + name.SurnameKey;

    private sealed class Draft
    {
        public List<PersonName> Names { get; } = [];

        public List<string> Functions { get; } = [];

        public SortedSet<string> Emails { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Scope { get; } = new(StringComparer.Ordinal);

        public PublicRole? Role { get; set; }

        public string Source { get; init; } = "";

        public string Organisation { get; init; } = "";

        public Strength Strength { get; set; }

        public bool BuiltIn { get; init; }

        public bool FromStaff { get; init; }

        public int Count { get; set; }

        /// <summary>True where the name is new.</summary>
        public bool Add(PersonName name)
        {
            if (Names.Contains(name))
            {
                return false;
            }

            Names.Add(name);
            return true;
        }

        /// <summary>True where given names and initials do not contradict.</summary>
        public bool Accepts(PersonName name)
        {
            var anyLetter = Names.Count == 0 || name.FirstLetter == '\0';
            foreach (var own in Names)
            {
                var givenClash = own.Given.Length > 0 && name.Given.Length > 0 && own.Given[0] != name.Given[0]
                    && !own.Given[0].StartsWith(name.Given[0], StringComparison.Ordinal) && !name.Given[0].StartsWith(own.Given[0], StringComparison.Ordinal);
                if (givenClash)
                {
                    return false;
                }

                var letter = own.FirstLetter;
                anyLetter |= letter == '\0' || letter == name.FirstLetter || (own.Given.Length > 0 && Nicknames.Fits(own.Given[0], name.FirstLetter)) || (name.Given.Length > 0 && Nicknames.Fits(name.Given[0], letter));
            }

            if (!anyLetter)
            {
                return false;
            }

            return true;
        }

        public Person Build(int number) => new()
        {
            Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p{number:0000}"),
            Names = [.. Names.OrderByDescending(n => n.Given.Length + n.Surname.Length)],
            Emails = [.. Emails],
            Functions = [.. Functions],
            Organisation = Organisation,
            Source = Source,
            Strength = Strength,
            Role = Role,
            IsBuiltIn = BuiltIn,
            Scope = Scope.ToImmutableSortedSet(StringComparer.Ordinal),
            Sightings = Count,
        };
    }
}
