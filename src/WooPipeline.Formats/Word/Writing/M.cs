using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Word;

/// <summary>Makes WordprocessingML.</summary>
internal static class M
{
    public static XElement E(string name, params object?[] content) => new(W.Main + name, content);

    public static XAttribute A(string name, object value) => new(W.Main + name, value);

    public static XAttribute Val(object value) => new(W.Val, value);

    public static XElement Style(string id) => E("pStyle", Val(id));

    /// <summary>Points as twentieths of a point.</summary>
    public static int Twips(double points) => (int)Math.Round(points * 20);

    /// <summary>Points as half points.</summary>
    public static int HalfPoints(double points) => Math.Max(2, (int)Math.Round(points * 2));

    /// <summary>A colour without its number sign; black for anything that is no colour.</summary>
    public static string Color(string color) =>
        color.Length == 7 && color[0] == '#' && int.TryParse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out _) ? color[1..].ToUpperInvariant() : "000000";

    /// <summary>A run; tabs become tabs, characters that XML can't hold are left out.</summary>
    public static XElement Run(string text, XElement? properties = null)
    {
        var run = E("r", properties);
        var pieces = text.Split('\t');
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i > 0)
            {
                run.Add(E("tab"));
            }

            var piece = XmlText.Clean(pieces[i]);
            if (piece.Length > 0)
            {
                run.Add(E("t", new XAttribute(XNamespace.Xml + "space", "preserve"), piece));
            }
        }

        return run;
    }

    /// <summary>A field with the result shown until it is made again.</summary>
    public static XElement Field(string code, string result) => E("fldSimple", A("instr", code), Run(result));

    /// <summary>Run properties in the order of the schema (§17.3.2.28).</summary>
    public static XElement? Properties(TextStyle style, string? language = null, string? characterStyle = null)
    {
        var properties = E("rPr",
            characterStyle is null ? null : E("rStyle", Val(characterStyle)),
            style.HasFlag(TextStyle.Monospace) ? E("rFonts", A("ascii", "Courier New"), A("hAnsi", "Courier New"), A("cs", "Courier New")) : null,
            style.HasFlag(TextStyle.Bold) ? E("b") : null,
            style.HasFlag(TextStyle.Italic) ? E("i") : null,
            style.HasFlag(TextStyle.Strikethrough) ? E("strike") : null,
            style.HasFlag(TextStyle.Small) ? E("sz", Val(15)) : null,
            style.HasFlag(TextStyle.Underline) ? E("u", Val("single")) : null,
            style.HasFlag(TextStyle.Superscript) ? E("vertAlign", Val("superscript")) : style.HasFlag(TextStyle.Subscript) ? E("vertAlign", Val("subscript")) : null,
            language is null ? null : E("lang", Val(language)));
        return properties.HasElements ? properties : null;
    }
}
