using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Tests.Writing;

/// <summary>
/// What a page's content stream marks: the numbers of its marked content, the glyphs shown with each font, and what is drawn
/// outside any mark. Reads only the plain operators that our writer makes.
/// </summary>
internal sealed partial class ContentMarks
{
    private static readonly string[] Painting = ["Tj", "f", "Do", "S", "B", "TJ", "'", "\"", "sh", "BI"];

    public Dictionary<int, string> Types { get; } = [];

    public List<string> Faults { get; } = [];

    public Dictionary<string, HashSet<int>> Glyphs { get; } = new(StringComparer.Ordinal);

    public static ContentMarks Of(PdfFile file, PdfDictionary page)
    {
        var marks = new ContentMarks();
        var stream = file.Get<PdfStream>(page, "Contents") ?? throw new InvalidOperationException("A page has no content.");
        string[] tokens = [.. Token().Matches(InHexadecimal(Encoding.Latin1.GetString(file.Decode(stream).Data.Span))).Select(m => m.Value)];
        marks.Read(tokens);
        return marks;
    }

    /// <summary>The content with each literal string written as a hexadecimal one, so that white space parts tokens and nothing else.</summary>
    private static string InHexadecimal(string content)
    {
        var result = new StringBuilder();
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] != '(')
            {
                result.Append(content[i]);
                continue;
            }

            result.Append('<');
            for (i++; content[i] != ')'; i++)
            {
                var value = content[i] != '\\' ? content[i] : content[++i] == 'r' ? '\r' : content[i];
                result.Append(((int)value).ToString("X2", CultureInfo.InvariantCulture));
            }

            result.Append('>');
        }

        return result.ToString();
    }

    private void Read(string[] tokens)
    {
        var depth = 0;
        var font = "";
        for (var i = 0; i < tokens.Length; i++)
        {
            switch (tokens[i])
            {
                case "BMC":
                    depth++;
                    Expect(tokens[i - 1] == "/Artifact", "marked content without number is no artifact");
                    break;
                case "BDC":
                    depth++;
                    var opening = Array.LastIndexOf(tokens, "<<", i);
                    var key = Array.IndexOf(tokens, "/MCID", opening, i - opening);
                    Expect(key > 0 || tokens[opening - 1] == "/Artifact", "marked content without number is no artifact");
                    Expect(key < 0 || Types.TryAdd(int.Parse(tokens[key + 1], CultureInfo.InvariantCulture), tokens[opening - 1][1..]), "a number of marked content stands twice");
                    break;
                case "EMC":
                    depth--;
                    break;
                case "Tf":
                    font = tokens[i - 2][1..];
                    break;
                case "Tj":
                    AddGlyphs(font, tokens[i - 1].Trim('<', '>'));
                    break;
                case "TJ":
                    foreach (var piece in tokens[Array.LastIndexOf(tokens, "[", i)..i].Where(t => t[0] == '<'))
                    {
                        AddGlyphs(font, piece.Trim('<', '>'));
                    }

                    break;
                default:
                    break;
            }

            Expect(depth is 0 or 1, "marked content is nested");
            Expect(depth == 1 || !Painting.Contains(tokens[i]), $"{tokens[i]} outside marked content");
        }

        Expect(depth == 0, "marked content is not closed");
    }

    private void AddGlyphs(string font, string hex)
    {
        if (!Glyphs.TryGetValue(font, out var set))
        {
            Glyphs.Add(font, set = []);
        }

        // Our writer's simple fonts are named F1, all others are composite.
        var digits = font is ['F', .. var number] && number.All(char.IsAsciiDigit) ? 2 : 4;
        for (var i = 0; i < hex.Length; i += digits)
        {
            set.Add(int.Parse(hex.AsSpan(i, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        }
    }

    private void Expect(bool holds, string fault)
    {
        if (!holds)
        {
            Faults.Add(fault);
        }
    }

    [GeneratedRegex(@"<<|>>|<[0-9A-Fa-f]*>|\[|\]|/[^\s<>\[\]/]+|[^\s<>\[\]/]+")]
    private static partial Regex Token();
}
