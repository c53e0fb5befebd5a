namespace WooPipeline.Privacy;

/// <summary>What is asked of a place in a text again and again, by one rule after another, and follows from the text alone: answered once, kept in two bits.</summary>
internal enum Note
{
    /// <summary>What stands before a word makes it part of a thing's name.</summary>
    ThingBefore = 0,

    /// <summary>What stands from a word on makes the name before it a thing's.</summary>
    ThingAfter = 2,

    /// <summary>A word opens its sentence, line or cell.</summary>
    StartsSentence = 4,

    /// <summary>A word says what a person is.</summary>
    PersonNoun = 6,
}
