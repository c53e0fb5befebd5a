using System.Text;
using System.Text.RegularExpressions;
using WooPipeline.Documents;

namespace WooPipeline.Privacy.Tests;

/// <summary>A template with a name or a thing in its place: the text, and where the filled places stand.</summary>
internal sealed partial record MatrixText(string Text, IReadOnlyList<TextSpan> Filled)
{
    private static readonly HashSet<string> Small = new(["van", "de", "der", "den", "het", "ten", "ter", "te", "in", "op", "el", "al", "la", "en"], StringComparer.OrdinalIgnoreCase);

    public static MatrixText Fill(string template, Func<char, string?> write)
    {
        var text = new StringBuilder();
        var filled = new List<TextSpan>();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '{' && template[i + 2] == '}' && write(template[i + 1]) is { } value)
            {
                filled.Add(TextSpan.At(text.Length, value.Length));
                text.Append(value);
                i += 2;
            }
            else if (template[i] == '\\' && template[i + 1] == 'n')
            {
                text.Append('\n');
                i++;
            }
            else
            {
                text.Append(template[i]);
            }
        }

        return new MatrixText(text.ToString(), filled);
    }

    /// <summary>The words that count: inside the filled places, or outside them.</summary>
    public IEnumerable<TextSpan> Words(bool inside) => Word().Matches(Text).Select(m => TextSpan.At(m.Index, m.Length))
        .Where(w => w.Length > 1 && !Small.Contains(Text[w.Start..w.End]) && Filled.Any(f => f.Start < w.End && f.End > w.Start) == inside);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
