namespace WooPipeline.Documents;

/// <summary>Kinds of personal data that the policy removes.</summary>
public enum Label
{
    /// <summary>A natural person's name in any form.</summary>
    Name,

    /// <summary>The local part of a personal mail address.</summary>
    Email,

    /// <summary>A direct or mobile number.</summary>
    Phone,

    /// <summary>Room, wing or desk.</summary>
    Room,

    /// <summary>A private person's street, number and postcode.</summary>
    Address,

    /// <summary>A date of birth.</summary>
    BirthDate,

    /// <summary>A number prescribed by law (BSN, passport).</summary>
    Id,

    /// <summary>A private account, personnel number, user id, number plate.</summary>
    Account,

    /// <summary>A social-media handle or the path to one post or profile.</summary>
    Handle,

    /// <summary>Meeting link, pin, password, token.</summary>
    Access,

    /// <summary>Image of a signature or a portrait.</summary>
    Signature,

    /// <summary>Removed on another ground than personal data, by a person's decision.</summary>
    Other,
}
