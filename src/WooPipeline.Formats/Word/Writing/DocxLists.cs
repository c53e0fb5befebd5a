using System.Xml.Linq;

namespace WooPipeline.Formats.Word;

/// <summary>Numbering definitions: bullets, numbers on nine levels, and a fresh count for each numbered list.</summary>
internal sealed class DocxLists
{
    private const int Bullets = 1;
    private const int Numbers = 2;
    private const int Step = 340;
    private static readonly string[] BulletSigns = ["\u2022", "\u2013", "\u25AA"];
    private static readonly string[] Formats = ["decimal", "lowerLetter", "lowerRoman"];
    private readonly List<(int Level, int Start)> ordered = [];

    /// <summary>Number of the bullet list.</summary>
    public const int BulletNumber = 1;

    /// <summary>A numbered list of its own; gives its number.</summary>
    public int Ordered(int level, int start)
    {
        ordered.Add((level, start));
        return ordered.Count + 1;
    }

    /// <summary>Indent of a level's text, in twips.</summary>
    public static int Indent(int level) => Step * (level + 1);

    public XElement Build() => DocxWriter.Root("numbering",
        Abstract(Bullets, (level) => ("bullet", BulletSigns[level % BulletSigns.Length])),
        Abstract(Numbers, level => (Formats[level % Formats.Length], $"%{level + 1}.")),
        M.E("num", M.A("numId", BulletNumber), M.E("abstractNumId", M.Val(Bullets))),
        ordered.Select((list, i) => M.E("num", M.A("numId", i + 2), M.E("abstractNumId", M.Val(Numbers)),
            M.E("lvlOverride", M.A("ilvl", list.Level), M.E("startOverride", M.Val(list.Start))))));

    private static XElement Abstract(int id, Func<int, (string Format, string Text)> look) => M.E("abstractNum",
        M.A("abstractNumId", id),
        M.E("multiLevelType", M.Val("hybridMultilevel")),
        Enumerable.Range(0, 9).Select(level => M.E("lvl", M.A("ilvl", level),
            M.E("start", M.Val(1)),
            M.E("numFmt", M.Val(look(level).Format)),
            M.E("lvlText", M.Val(look(level).Text)),
            M.E("lvlJc", M.Val("left")),
            M.E("pPr", M.E("ind", M.A("left", Indent(level)), M.A("hanging", Step))))));
}
