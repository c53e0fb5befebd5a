using System.Collections.Immutable;
using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>A mailbox of an address header.</summary>
/// <param name="Name">Display name, decoded; empty where none.</param>
/// <param name="Address">Address as written; empty where none.</param>
/// <param name="Group">Name of its group; null outside one.</param>
internal sealed record Mailbox(string Name, string Address, string? Group = null);

/// <summary>
/// Address lists (RFC 5322 §3.4, §4.4), leniently: groups, routes, comments, quoted and unquoted names with commas,
/// addresses without a domain, semicolons as Outlook writes them.
/// </summary>
internal sealed class AddressParser
{
    private readonly string text;
    private readonly List<Mailbox> found = [];
    private readonly StringBuilder phrase = new();
    private readonly StringBuilder comment = new();
    private string? angle;
    private string? group;
    private bool quoted;
    private int at;

    private AddressParser(string text) => this.text = text;

    /// <summary>The mailboxes of an unfolded header value, in order.</summary>
    public static ImmutableArray<Mailbox> Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var parser = new AddressParser(text);
        parser.Run();
        return [.. parser.found];
    }

    private void Run()
    {
        while (at < text.Length)
        {
            var c = text[at++];
            switch (c)
            {
                case '"':
                    Quoted();
                    break;
                case '(':
                    Comment();
                    break;
                case '<':
                    Angle();
                    break;
                case ',':
                    if (angle is not null || !SplitsName())
                    {
                        Finish();
                    }
                    else
                    {
                        phrase.Append(',');
                    }

                    break;
                case ';':
                    Finish();
                    group = null;
                    break;
                case ':' when group is null && angle is null && phrase.ToString().IndexOf('@', StringComparison.Ordinal) < 0:
                    group = EncodedWords.Decode(phrase.ToString()).Trim();
                    Clear();
                    break;
                default:
                    phrase.Append(c);
                    break;
            }
        }

        Finish();
    }

    // "Jansen, Piet <p.jansen@example.nl>": a name without an address before the comma, a name with one after it.
    private bool SplitsName()
    {
        var name = phrase.ToString();
        if (quoted || comment.Length > 0 || string.IsNullOrWhiteSpace(name) || name.Contains('@', StringComparison.Ordinal))
        {
            return false;
        }

        var end = text.AsSpan(at).IndexOfAny(",;<\"@");
        return end > 0 && text[at + end] == '<' && text.AsSpan(at, end).Trim().Length > 0;
    }

    private void Quoted()
    {
        quoted = true;
        while (at < text.Length && text[at] != '"')
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }

            phrase.Append(text[at++]);
        }

        at++;
    }

    private void Comment()
    {
        var depth = 1;
        while (at < text.Length && depth > 0)
        {
            var c = text[at++];
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > 0)
            {
                comment.Append(c == '\\' && at < text.Length ? text[at++] : c);
            }
        }
    }

    private void Angle()
    {
        var end = text.IndexOf('>', at);
        var inner = end < 0 ? text[at..] : text[at..end];
        at = end < 0 ? text.Length : end + 1;
        var route = inner.StartsWith('@') ? inner.IndexOf(':', StringComparison.Ordinal) : -1;
        inner = inner[(route + 1)..].Trim();
        if (inner.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            inner = inner[7..];
        }

        angle = angle is null or "" ? WithoutComments(inner.TrimStart('<')) : angle;
    }

    // pete(his account)@silly.test (RFC 5322, appendix A.5); within quotes a bracket is a bracket.
    private static string WithoutComments(string address)
    {
        if (!address.Contains('(', StringComparison.Ordinal) || address.Contains('"', StringComparison.Ordinal))
        {
            return address;
        }

        var bare = new StringBuilder(address.Length);
        var depth = 0;
        foreach (var c in address)
        {
            depth += c == '(' ? 1 : 0;
            if (depth == 0)
            {
                bare.Append(c);
            }

            depth -= c == ')' && depth > 0 ? 1 : 0;
        }

        return bare.ToString().Replace(" ", "", StringComparison.Ordinal);
    }

    private void Finish()
    {
        var name = EncodedWords.Decode(phrase.ToString()).Trim();
        var note = EncodedWords.Decode(comment.ToString()).Trim();
        if (angle is not null)
        {
            Add(name.Length > 0 ? (note.Length > 0 ? $"{name} ({note})" : name) : note, angle);
        }
        else if (name.Contains('@', StringComparison.Ordinal))
        {
            Bare(name, note);
        }
        else if (name.Length > 0 || note.Length > 0)
        {
            Add(name.Length > 0 ? name : note, "");
        }

        Clear();
    }

    private void Bare(string name, string note)
    {
        var words = name.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var address = Array.FindIndex(words, w => w.Contains('@', StringComparison.Ordinal) && w.Length > 1);
        if (words.Length == 1 || quoted || address < 0)
        {
            Add(note, name.Replace(" ", "", StringComparison.Ordinal));
            return;
        }

        var others = string.Join(' ', words.Where((_, i) => i != address));
        Add(note.Length > 0 ? note : others, words[address].Trim('[', ']'));
    }

    private void Add(string name, string address) => found.Add(new Mailbox(Collapse(name), address.Trim(), group));

    private static string Collapse(string name) =>
        name.Contains("  ", StringComparison.Ordinal) ? string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : name;

    private void Clear()
    {
        phrase.Clear();
        comment.Clear();
        angle = null;
        quoted = false;
    }
}
