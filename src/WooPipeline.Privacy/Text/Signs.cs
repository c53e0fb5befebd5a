using System.Numerics;

namespace WooPipeline.Privacy;

/// <summary>What a word was seen to hold, from which its shape follows.</summary>
internal readonly record struct Signs(int Uppers, bool HasLower, bool HasDigit, bool HasUpperAfterLower)
{
    /// <summary>The shape, but for how the word begins.</summary>
    public Shape Shape => (Uppers > 0 || HasLower ? Shape.Letter : 0) | (HasDigit ? Shape.Digit : 0) | (Uppers > 0 && !HasLower ? Shape.AllCaps : 0)
        | (HasUpperAfterLower || (Uppers > 1 && HasLower) ? Shape.Mixed : 0);

    /// <summary>With a block that follows.</summary>
    public Signs With(AsciiBlock block) => new(Uppers + BitOperations.PopCount(block.Uppers), HasLower || block.Lowers != 0, HasDigit || block.Digits != 0,
        HasUpperAfterLower || (HasLower && block.Uppers != 0) || (block.Lowers != 0 && block.Uppers > (block.Lowers & (~block.Lowers + 1))));

    /// <summary>With a unit that follows.</summary>
    public Signs With(CharKind kind) => kind switch
    {
        CharKind.Upper => this with { Uppers = Uppers + 1, HasUpperAfterLower = HasUpperAfterLower || HasLower },
        CharKind.Lower => this with { HasLower = true },
        _ => this with { HasDigit = true },
    };
}
