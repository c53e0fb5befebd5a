namespace WooPipeline.Privacy;

/// <summary>What is asked of persons at every form of them that is met, in a byte each, so that few are looked up for it.</summary>
[Flags]
internal enum PersonTraits : byte
{
    None = 0,

    /// <summary>The forms count in every document.</summary>
    DossierWide = 1,

    /// <summary>Public by a role.</summary>
    Public = 2,

    /// <summary>Public by what the product knows by itself.</summary>
    BuiltIn = 4,
}
