namespace WooPipeline.Privacy;

/// <summary>A word of the text.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Hash">Hash of its folded letters.</param>
/// <param name="Class">What the lexicon says of it.</param>
/// <param name="Shape">How it is written.</param>
/// <param name="Before">What parts it from the word before.</param>
/// <param name="Entry">Its entry in the lexicon; 0 where no list holds it.</param>
internal readonly record struct Token(int Start, int End, ulong Hash, WordClass Class, Shape Shape, Gap Before, int Entry)
{
    public int Length => End - Start;

    public bool IsCapital => (Shape & Shape.Capital) != 0;

    public bool IsAllCaps => (Shape & Shape.AllCaps) != 0;

    public bool HasDigit => (Shape & Shape.Digit) != 0;

    public bool IsNumber => (Shape & (Shape.Digit | Shape.Letter)) == Shape.Digit;

    public bool IsWord => (Shape & (Shape.Digit | Shape.Letter)) == Shape.Letter;

    public bool Is(WordClass any) => (Class & any) != 0;
}

/// <summary>How a word is written.</summary>
[Flags]
internal enum Shape : byte
{
    None = 0,
    Letter = 1,
    Digit = 2,

    /// <summary>The first letter is a capital.</summary>
    Capital = 4,

    /// <summary>Every letter is a capital (also of a word of one letter).</summary>
    AllCaps = 8,

    /// <summary>A capital after a small letter, or more capitals with small letters between (<c>KvtH</c>).</summary>
    Mixed = 16,
}
