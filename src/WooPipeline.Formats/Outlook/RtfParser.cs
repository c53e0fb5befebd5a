using System.Globalization;
using System.Text;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>
/// Walks RTF and gives its text, or the HTML that was wrapped in it: the text of <c>\*\htmltag</c> groups and what stands outside
/// <c>\htmlrtf</c>. Characters are decoded by the charset of their font, in runs, so that double bytes stay together.
/// </summary>
internal sealed class RtfParser(byte[] rtf, ReadBudget? budget = null)
{
    private const int MaxGroups = 10_000;
    private readonly StringBuilder output = new();
    private readonly List<byte> run = [];
    private readonly Stack<RtfState> groups = new();
    private readonly Dictionary<int, int> fonts = [];
    private RtfState state = new() { Skip = 1 };
    private RtfKind kind = RtfKind.Rtf;
    private int ansiPage = 1252;
    private int defaultFont = -1;
    private int runPage;
    private int skipping;
    private int at;

    public RtfText Parse()
    {
        while (at < rtf.Length)
        {
            budget?.Check();
            var b = rtf[at++];
            switch (b)
            {
                case (byte)'{':
                    Flush();
                    if (groups.Count < MaxGroups)
                    {
                        groups.Push(state);
                    }

                    break;
                case (byte)'}':
                    Flush();
                    if (groups.TryPop(out var outer))
                    {
                        state = outer;
                    }

                    break;
                case (byte)'\\':
                    Control();
                    break;
                case (byte)'\r' or (byte)'\n' or 0:
                    break;
                default:
                    Byte(b);
                    break;
            }
        }

        Flush();
        return new RtfText(kind, output.ToString());
    }

    private bool IsShown => !state.Ignored && !(kind == RtfKind.Html && state.HtmlRtf && !state.HtmlTag);

    private void Control()
    {
        if (at >= rtf.Length)
        {
            return;
        }

        var c = rtf[at];
        if (char.IsAsciiLetter((char)c))
        {
            Word();
            return;
        }

        at++;
        switch (c)
        {
            case (byte)'\'':
                HexByte();
                break;
            case (byte)'*':
                state.Star = true;
                break;
            case (byte)'~':
                Text("\u00A0");
                break;
            case (byte)'_':
                Text("\u2011");
                break;
            case (byte)'-':
                break; // an optional hyphen is not shown
            case (byte)'\r' or (byte)'\n':
                Text("\r\n");
                break;
            default:
                Byte(c);
                break;
        }
    }

    private void HexByte()
    {
        if (at + 2 <= rtf.Length && char.IsAsciiHexDigit((char)rtf[at]) && char.IsAsciiHexDigit((char)rtf[at + 1]))
        {
            var value = Convert.FromHexString(Encoding.ASCII.GetString(rtf, at, 2))[0];
            at += 2;
            Byte(value);
        }
    }

    private void Word()
    {
        var start = at;
        while (at < rtf.Length && char.IsAsciiLetter((char)rtf[at]) && at - start < 64)
        {
            at++;
        }

        var word = Encoding.ASCII.GetString(rtf, start, at - start);
        var numberStart = at;
        at += at < rtf.Length && rtf[at] == '-' ? 1 : 0;
        while (at < rtf.Length && char.IsAsciiDigit((char)rtf[at]) && at - numberStart < 12)
        {
            at++;
        }

        int? number = int.TryParse(Encoding.ASCII.GetString(rtf, numberStart, at - numberStart), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;
        at += at < rtf.Length && rtf[at] == ' ' ? 1 : 0;
        Apply(word, number);
    }

    private void Apply(string word, int? number)
    {
        if (state.Star)
        {
            state.Star = false;
            Destination(word);
            return;
        }

        if (RtfWords.Characters.TryGetValue(word, out var text))
        {
            Text(text);
            return;
        }

        switch (word)
        {
            case "fromhtml":
                kind = RtfKind.Html;
                break;
            case "fromtext":
                kind = RtfKind.PlainText;
                break;
            case "ansicpg" when number is > 0:
                ansiPage = number.Value;
                break;
            case "deff":
                defaultFont = number ?? -1;
                break;
            case "htmlrtf":
                Flush();
                state.HtmlRtf = number != 0;
                break;
            case "u" when number is not null:
                Unicode(number.Value);
                break;
            case "uc":
                state.Skip = Math.Clamp(number ?? 1, 0, 10);
                break;
            case "bin":
                at = (int)Math.Min(rtf.Length, (long)at + Math.Max(0, number ?? 0));
                break;
            default:
                Font(word, number);
                break;
        }
    }

    private void Font(string word, int? number)
    {
        switch (word)
        {
            case "f" when state.FontTable:
                state.Font = number ?? 0;
                break;
            case "fcharset" when state.FontTable:
                fonts[state.Font] = RtfWords.CodePageOfCharset(number ?? 0);
                break;
            case "cpg" when state.FontTable && number is > 0:
                fonts[state.Font] = number.Value;
                break;
            case "f":
                Flush();
                state.Font = number ?? 0;
                break;
            case "plain":
                Flush();
                state.Font = defaultFont;
                break;
            case "fonttbl":
                state.FontTable = state.Ignored = true;
                break;
            case var _ when RtfWords.Hidden.Contains(word):
                state.Ignored = true;
                break;
            default:
                break;
        }
    }

    // \*\word: unknown destinations are not shown; htmltag is the HTML itself.
    private void Destination(string word)
    {
        Flush();
        if (word == "htmltag")
        {
            state.HtmlTag = true;
            state.Ignored |= kind != RtfKind.Html;
        }
        else
        {
            state.Ignored = true;
        }
    }

    private void Unicode(int number)
    {
        var c = (char)(number & 0xFFFF);
        if (IsShown)
        {
            Flush();
            output.Append(c);
        }

        skipping = state.Skip;
    }

    private void Byte(byte b)
    {
        if (skipping > 0)
        {
            skipping--; // stands for the character that \u gave
            return;
        }

        if (!IsShown)
        {
            return;
        }

        var page = state.HtmlTag && !fonts.ContainsKey(state.Font) ? ansiPage : fonts.GetValueOrDefault(state.Font) is > 0 and var known ? known : ansiPage;
        if (page != runPage)
        {
            Flush();
            runPage = page;
        }

        run.Add(b);
    }

    private void Text(string text)
    {
        skipping = 0;
        if (IsShown)
        {
            Flush();
            output.Append(text);
        }
    }

    private void Flush()
    {
        if (run.Count == 0)
        {
            return;
        }

        var bytes = run.ToArray();
        // Some programs write UTF-8 whatever page they name; bytes above 7F that are whole UTF-8 sequences are no accident.
        var isUtf8 = ansiPage == 65001 || (bytes.Count(b => b > 0x7F) >= 2 && runPage is 1252 && System.Text.Unicode.Utf8.IsValid(bytes));
        output.Append((isUtf8 ? Encoding.UTF8 : MailCharsets.CodePage(runPage) ?? MailCharsets.Western).GetString(bytes));
        run.Clear();
    }
}

/// <summary>What holds within a group of RTF; copied when a group opens.</summary>
internal record struct RtfState
{
    public bool Ignored;
    public bool HtmlRtf;
    public bool HtmlTag;
    public bool FontTable;
    public bool Star;
    public int Font;
    public int Skip;
}
