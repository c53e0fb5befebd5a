namespace WooPipeline.Publication.Verification;

/// <summary>What a character is to the check, packed so that one look-up tells all of it.</summary>
internal readonly struct FoldedCharacter
{
    private const uint LetterMark = 1 << 16;
    private const uint SeparatorMark = 1 << 17;
    private const uint SeveralMark = 1 << 18;
    private const uint UpperMark = 1 << 19;
    private const uint LowerMark = 1 << 20;
    private const uint DigitMark = 1 << 21;
    private const uint BarrierMark = 1 << 22;

    // Signs that stand within names, numbers and addresses.
    private const string WithinNames = " \t\r\n-_.,'/+@:()\u00A0\u00AD\\";

    private readonly uint bits;

    private FoldedCharacter(uint bits) => this.bits = bits;

    /// <summary>The letter or digit that it becomes, where <see cref="IsLetter"/>.</summary>
    public char Letter => (char)bits;

    /// <summary>True where it becomes one letter or digit.</summary>
    public bool IsLetter => (bits & LetterMark) != 0;

    /// <summary>True where it parts words.</summary>
    public bool IsSeparator => (bits & SeparatorMark) != 0;

    /// <summary>True where it becomes several letters (<see cref="Folding.Several"/>).</summary>
    public bool IsSeveral => (bits & SeveralMark) != 0;

    /// <summary>True for a separator that no name holds: in bytes taken for text a search doesn't pass it.</summary>
    public bool IsBarrier => (bits & BarrierMark) != 0;

    /// <summary>True where a word begins between the two, though no sign stands there: at a capital after a small letter, between letters and digits.</summary>
    public static bool StartsWord(FoldedCharacter before, FoldedCharacter here) =>
        ((here.bits & UpperMark) != 0 && (before.bits & LowerMark) != 0) || ((here.bits ^ before.bits) & DigitMark) != 0;

    /// <summary>Packs a character and what it is folded to.</summary>
    public static FoldedCharacter Of(char c, string folded)
    {
        var bits = folded == Folding.Separator ? SeparatorMark
            : folded.Length == 0 ? 0u
            : folded.Length > 1 ? SeveralMark
            : LetterMark | folded[0];
        bits |= char.IsUpper(c) ? UpperMark : 0;
        bits |= char.IsLower(c) ? LowerMark : 0;
        bits |= char.IsAsciiDigit(c) ? DigitMark : 0;
        bits |= folded == Folding.Separator && c < 0x100 && !WithinNames.Contains(c, StringComparison.Ordinal) ? BarrierMark : 0;
        return new FoldedCharacter(bits);
    }
}
