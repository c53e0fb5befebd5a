namespace WooPipeline.Privacy;

/// <summary>A written form of a person's name.</summary>
internal enum FormKind : byte
{
    /// <summary>Given name with surname, in any order.</summary>
    Full,

    /// <summary>Surname with its particles.</summary>
    Surname,

    /// <summary>One half of a double surname, or the surname without its particles.</summary>
    SurnamePart,

    Given,

    /// <summary>Capital letters that stand for the person; matched in that very spelling.</summary>
    Code,

    /// <summary>Written as one word (<c>nibhriain</c>, <c>jhofstra</c>).</summary>
    Joined,
}

/// <summary>A form of a person.</summary>
internal readonly record struct Form(int Person, FormKind Kind);
