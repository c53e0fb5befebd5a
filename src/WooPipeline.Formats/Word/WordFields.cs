using System.Xml.Linq;

namespace WooPipeline.Formats.Word;

/// <summary>A complex field (§17.16.18) with the elements between its marks.</summary>
internal sealed class WordField(XElement begin)
{
    public XElement Begin { get; } = begin;

    public XElement? Separate { get; set; }

    public XElement? End { get; set; }

    /// <summary>What stands between begin and separate: the code, and text that no reader sees.</summary>
    public List<XElement> Code { get; } = [];

    /// <summary>The code as one string.</summary>
    public string Instruction => string.Concat(Code.Where(e => e.Name.LocalName == "instrText").Select(e => e.Value)).Trim();
}

/// <summary>Finds the complex fields of a part, nested ones too. A field that never ends is none: its text stays text.</summary>
internal static class WordFields
{
    private const int MaxNesting = 64;
    private static readonly XName FieldChar = W.Main + "fldChar";

    public static List<WordField> Of(XElement root)
    {
        var open = new Stack<WordField>();
        var closed = new List<WordField>();
        foreach (var element in root.Descendants())
        {
            if (element.Name == FieldChar)
            {
                Mark(element, open, closed);
            }
            else if (open.Count > 0 && !element.HasElements && element.Parent?.Name == W.R)
            {
                foreach (var field in open.Where(f => f.Separate is null))
                {
                    field.Code.Add(element);
                }
            }
        }

        return closed;
    }

    private static void Mark(XElement mark, Stack<WordField> open, List<WordField> closed)
    {
        switch ((string?)mark.Attribute(W.Main + "fldCharType"))
        {
            case "begin" when open.Count < MaxNesting:
                open.Push(new WordField(mark));
                break;
            case "separate" when open.Count > 0:
                open.Peek().Separate ??= mark;
                break;
            case "end" when open.Count > 0:
                var field = open.Pop();
                field.End = mark;
                closed.Add(field);
                break;
            default:
                break;
        }
    }
}
