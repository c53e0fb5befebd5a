using System.Collections.Frozen;

namespace WooPipeline.Formats.Rtf;

/// <summary>What the destinations of RTF are to a reader.</summary>
internal static class RtfDestinations
{
    /// <summary>Page headers and footers.</summary>
    public static FrozenSet<string> Pages { get; } = Set("header headerl headerr headerf footer footerl footerr footerf");

    /// <summary>Groups whose text is a property of the file.</summary>
    public static FrozenSet<string> Properties { get; } = Set("title subject author manager company operator category keywords comment doccomm hlinkbase propname staticval linkval");

    /// <summary>Groups that only wrap what is shown, though they may be skipped by who doesn't know them.</summary>
    public static FrozenSet<string> Wrappers { get; } = Set("shpinst shppict do info userprops docvar revtbl");

    /// <summary>Groups with text that isn't shown, or is shown elsewhere.</summary>
    public static FrozenSet<string> Dropped { get; } = Set(
        "colortbl filetbl listtable listoverridetable rsidtbl themedata colorschememapping datastore latentstyles generator xmlnstbl bkmkstart bkmkend "
        + "nonshppict objdata objclass objname picprop sp shprslt nesttableprops nonesttables fldtype datafield ffname ffdeftext ffformat ffhelptext ffstattext "
        + "ffl ffentrymcr ffexitmcr mmathpr wgrffmtfilter pgdsctbl background ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn blipuid creatim revtim printim buptim vern "
        + "panose falt fontemb fontfile passwordhash writereservhash keycode template atnref atntime atndate atnparent atrfstart atrfend");

    /// <summary>Groups whose text is searched and not shown: entries of indexes and tables of contents.</summary>
    public static FrozenSet<string> Unseen { get; } = Set("xe tc rxe tcn");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
