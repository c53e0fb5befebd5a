namespace WooPipeline.Privacy;

/// <summary>What a word can be, by the word lists; a word may be several things.</summary>
[Flags]
internal enum WordClass : ulong
{
    None = 0,
    Given = 1UL << 0,
    Surname = 1UL << 1,

    /// <summary>An ordinary Dutch or English word.</summary>
    Common = 1UL << 2,
    Particle = 1UL << 3,

    /// <summary>Stands before a person's name: <c>dhr</c>, <c>mevrouw</c>, <c>drs</c>, <c>Mr</c>.</summary>
    Title = 1UL << 4,

    /// <summary>A function that any person may have: <c>projectleider</c>, <c>collega</c>.</summary>
    Function = 1UL << 5,

    /// <summary>A function that makes its holder public: <c>minister</c>, <c>burgemeester</c>.</summary>
    PublicRole = 1UL << 6,
    Place = 1UL << 7,
    Month = 1UL << 8,

    /// <summary>Part of the name of an organisation: <c>stichting</c>, <c>advocaten</c>, <c>bv</c>.</summary>
    Organisation = 1UL << 9,

    /// <summary>The name of a firm, platform, party or product by itself.</summary>
    Brand = 1UL << 10,
    Speech = 1UL << 11,
    Greeting = 1UL << 12,

    /// <summary>Stands before somebody who acts: <c>namens</c>, <c>door</c>, <c>met</c>.</summary>
    NameCue = 1UL << 13,
    Abbreviation = 1UL << 14,

    /// <summary>Starts a name of a law, committee or motion: <c>motie</c>, <c>commissie</c>, <c>wet</c>.</summary>
    NamedThing = 1UL << 15,
    Party = 1UL << 16,

    /// <summary>Ordinary in running text though also a given name (Wil, Roos); needs context.</summary>
    WeakGiven = 1UL << 17,
    Female = 1UL << 18,
    Male = 1UL << 19,
    Day = 1UL << 20,
    PlaceCue = 1UL << 21,
    English = 1UL << 22,
    Relative = 1UL << 23,

    /// <summary>A password, code, pin or meeting id follows.</summary>
    AccessCue = 1UL << 24,

    /// <summary>A BSN, passport or licence number follows.</summary>
    IdCue = 1UL << 25,

    /// <summary>A date of birth follows.</summary>
    BirthCue = 1UL << 26,

    /// <summary>A personnel number, user id, badge or number plate follows.</summary>
    AccountCue = 1UL << 27,

    /// <summary>A telephone number follows.</summary>
    PhoneCue = 1UL << 28,

    /// <summary>A case, document or order number follows.</summary>
    ReferenceCue = 1UL << 29,

    /// <summary>A room, wing or desk follows.</summary>
    RoomCue = 1UL << 30,

    /// <summary>A mailbox of this name belongs to no person.</summary>
    Mailbox = 1UL << 31,

    /// <summary>Heads a field that names persons: <c>Contactpersoon</c>, <c>Steller</c>, <c>Aanwezig</c>.</summary>
    PersonLabel = 1UL << 32,

    /// <summary>A home address follows: <c>wonende</c>, <c>adres</c>.</summary>
    AddressCue = 1UL << 33,

    /// <summary>A user name on a platform follows: <c>account</c>, <c>kanaal</c>.</summary>
    HandleCue = 1UL << 34,

    /// <summary>Closes a letter: <c>groet</c>, <c>regards</c>.</summary>
    Closing = 1UL << 35,

    /// <summary>Says that an account belongs to an organisation: <c>stichting</c>, <c>derdengelden</c>.</summary>
    OrganisationCue = 1UL << 36,

    /// <summary>Says that something is a person's own: <c>eigen</c>, <c>privé</c>.</summary>
    PrivateCue = 1UL << 37,

    /// <summary>Fills the way from a cue to its value: <c>is</c>, <c>nr</c>, <c>nummer</c>.</summary>
    Filler = 1UL << 38,

    /// <summary>Belongs to a ruling or a source: <c>rechtbank</c>, <c>ECLI</c>, <c>noot</c>.</summary>
    SourceCue = 1UL << 39,

    /// <summary>A particle that is mostly a preposition: <c>op</c>, <c>aan</c>; counts only where another follows.</summary>
    WeakParticle = 1UL << 40,

    /// <summary>A surname so frequent that a public bearer says nothing about another.</summary>
    Frequent = 1UL << 41,

    /// <summary>A finite verb of something people do: <c>slaapt</c>, <c>appte</c>.</summary>
    Acting = 1UL << 42,

    /// <summary>Stands before the name of a house or ship that people live in: <c>huize</c>, <c>woonboot</c>.</summary>
    HouseCue = 1UL << 43,

    /// <summary>An ordinary word that no other list needs; it keeps such words from being taken for unknown names.</summary>
    Plain = 1UL << 44,
}
