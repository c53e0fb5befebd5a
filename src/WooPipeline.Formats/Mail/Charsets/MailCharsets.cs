using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>
/// Encodings by the names that mail, web pages and Outlook use: the runtime's own, the code pages, the aliases of
/// <c>Data/Mail/charset-aliases.csv</c>, and UTF-7, ISO-8859-10/-14/-16 and ISO-2022-CN, which the runtime lacks.
/// </summary>
public static class MailCharsets
{
    private const int Detect = 0;
    private const int Utf7CodePage = 65000;
    private const int Iso2022CnCodePage = 50229;

    private static readonly FrozenDictionary<string, int> Aliases = MailData.Rows("charset-aliases.csv", 2)
        .ToFrozenDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Tables = MailData.Rows("charset-tables.csv", 2)
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>Windows-1252, what Western programs meant when they said nothing or Latin 1.</summary>
    public static Encoding Western { get; } = CodePage(1252) ?? Encoding.Latin1;

    /// <summary>UTF-8 that refuses what is not UTF-8.</summary>
    public static Encoding StrictUtf8 { get; } = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>The encoding of a name; null where the name is unknown or says nothing (<c>unknown-8bit</c>).</summary>
    /// <param name="name">As declared; quotes, blanks and an RFC 2231 language are taken off.</param>
    public static Encoding? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var key = name.Trim().Trim('"', '\'', '<', '>', ' ');
        var star = key.IndexOf('*', StringComparison.Ordinal);
        key = star > 0 ? key[..star] : key;
        if (Tables.TryGetValue(key, out var upper))
        {
            return new UpperHalfEncoding(upper);
        }

        if (Aliases.TryGetValue(key, out var page))
        {
            return page == Detect ? null : CodePage(page);
        }

        return ByNumber(key) ?? ByRuntimeName(key);
    }

    /// <summary>The encoding of a Windows code page number; null where there is none.</summary>
    public static Encoding? CodePage(int page)
    {
        switch (page)
        {
            case Utf7CodePage:
                return new Utf7Encoding();
            case Iso2022CnCodePage:
                return new Iso2022CnEncoding();
            case 65001:
                return Encoding.UTF8;
            case 20127 or 28591:
                return Western;
            case <= 0 or > 65535:
                return null;
            default:
                break;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding? ByNumber(string key)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["windows-", "cp-", "cp", "ibm-", "ibm", "x-cp", "ms"])
        {
            if (key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(key.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var page))
            {
                return CodePage(page);
            }
        }

        return null;
    }

    private static Encoding? ByRuntimeName(string key)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(key) ?? Encoding.GetEncoding(key);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
