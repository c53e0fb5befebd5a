using System.Text;
using WooPipeline.Formats.Mail;
using WooPipeline.Formats.Outlook;

namespace WooPipeline.Formats.Rtf;

/// <summary>Decodes the bytes of RTF by the charset of their font, in runs, so that double bytes stay together.</summary>
internal sealed class RtfCharacters
{
    private readonly Dictionary<int, int> fonts = [];
    private readonly List<byte> run = [];
    private int runPage;

    /// <summary>The document's code page.</summary>
    public int AnsiPage { get; set; } = 1252;

    /// <summary>The font that text has where it names none.</summary>
    public int DefaultFont { get; set; } = -1;

    public void SetCharset(int font, int charset) => fonts[font] = RtfWords.CodePageOfCharset(charset);

    public void SetPage(int font, int page) => fonts[font] = page;

    /// <summary>Adds a byte; gives the text of the run before it where the code page changes.</summary>
    public string Add(byte b, int font)
    {
        var page = fonts.GetValueOrDefault(font >= 0 ? font : DefaultFont) is > 0 and var known ? known : AnsiPage;
        var before = page == runPage ? "" : Take();
        runPage = page;
        run.Add(b);
        return before;
    }

    /// <summary>The text of the bytes added since the last.</summary>
    public string Take()
    {
        if (run.Count == 0)
        {
            return "";
        }

        var text = (MailCharsets.CodePage(runPage) ?? MailCharsets.Western).GetString([.. run]);
        run.Clear();
        return text;
    }
}
