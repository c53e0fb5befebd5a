using WooPipeline.Documents;

namespace WooPipeline.Formats.Rtf;

/// <summary>The control words that change how text looks.</summary>
internal static class RtfLook
{
    /// <summary>The group after a word; null where the word changes nothing of the kind.</summary>
    public static RtfGroup? Changed(RtfGroup group, string word, int? number)
    {
        var on = number != 0;
        var flag = word switch
        {
            "b" => TextStyle.Bold,
            "i" => TextStyle.Italic,
            "ul" or "uld" or "uldb" or "ulw" => TextStyle.Underline,
            "strike" or "striked" => TextStyle.Strikethrough,
            "super" => TextStyle.Superscript,
            "sub" => TextStyle.Subscript,
            _ => TextStyle.None,
        };
        return (word, flag) switch
        {
            (_, not TextStyle.None) => group with { Style = on ? group.Style | flag : group.Style & ~flag },
            ("ulnone", _) => group with { Style = group.Style & ~TextStyle.Underline },
            ("nosupersub", _) => group with { Style = group.Style & ~(TextStyle.Superscript | TextStyle.Subscript) },
            ("v" or "deleted", _) => group with { IsHidden = on },
            ("plain", _) => group with { Style = TextStyle.None, IsHidden = false, Font = -1 },
            ("uc", _) => group with { Skip = Math.Clamp(number ?? 1, 0, 10) },
            ("f", _) when group.Target != RtfTarget.Fonts => group with { Font = number ?? 0 },
            _ => null,
        };
    }

    /// <summary>The level of a style by its name: <c>heading 1;</c>, <c>Kop 2;</c>; 0 where it is no heading.</summary>
    public static int HeadingLevel(string name) =>
        (name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("kop ", StringComparison.OrdinalIgnoreCase))
        && name.TrimEnd(';') is [.., >= '1' and <= '9' and var digit] ? Math.Min(6, digit - '0') : 0;
}
