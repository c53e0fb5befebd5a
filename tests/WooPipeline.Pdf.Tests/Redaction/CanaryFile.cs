using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Tests.Redaction;

/// <summary>A PDF with a unique token in every place that can hold one. Objects are written as text, so that nothing of what is tested makes the file.</summary>
internal sealed class CanaryFile
{
    private readonly List<(string Carrier, string Token)> tokens = [];
    private readonly SortedDictionary<int, string> objects = [];
    private int next = 100;

    public IReadOnlyList<(string Carrier, string Token)> Tokens => tokens;

    /// <summary>Tokens that a reader of the page sees; they are marked for removal.</summary>
    public List<string> Visible { get; } = [];

    public string Seen(string carrier)
    {
        var token = New(carrier);
        Visible.Add(token);
        return token;
    }

    public string New(string carrier)
    {
        // Letters only, so that no token is a part of another.
        var number = tokens.Count;
        var token = "KANARIE" + (char)('A' + (number / 26)) + (char)('A' + (number % 26)) + "Q";
        tokens.Add((carrier, token));
        return token;
    }

    public int Add(string body)
    {
        objects[next] = body;
        return next++;
    }

    public void Set(int number, string body) => objects[number] = body;

    public static string Stream(string entries, string data) =>
        string.Create(CultureInfo.InvariantCulture, $"<< {entries} /Length {data.Length} >>\nstream\n{data}\nendstream");

    /// <summary>The file; with bytes before its header, an older revision, and bytes after its end.</summary>
    public byte[] Build(string trailer)
    {
        var file = new StringBuilder("junk " + New("before header") + "\n%PDF-1.7\n");
        var start = file.ToString().IndexOf("%PDF", StringComparison.Ordinal);
        var offsets = new SortedDictionary<int, int>();
        file.Append(CultureInfo.InvariantCulture, $"90 0 obj\n({New("old revision")})\nendobj\n");
        file.Append(CultureInfo.InvariantCulture, $"91 0 obj\n({New("orphan object")})\nendobj\n");
        file.Append("90 0 obj\n(new)\nendobj\n");
        foreach (var (number, body) in objects)
        {
            offsets[number] = file.Length - start;
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        var table = file.Length - start;
        file.Append("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, offset) in offsets)
        {
            file.Append(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n");
        }

        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {next} {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        file.Append("% " + New("after EOF") + "\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    public static string Hex(string text) => "<" + Convert.ToHexString(Encoding.ASCII.GetBytes(text)) + ">";

    public static string Utf16(string text) => "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)) + ">";

    public static string Octal(string text) => "(" + string.Concat(text.Select(c => "\\" + Convert.ToString(c, 8).PadLeft(3, '0'))) + ")";

    /// <summary>Glyph codes of a token in the two-byte font of the file: the code is the letter's.</summary>
    public static string TwoBytes(string text) => "<" + string.Concat(text.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture))) + ">";

    public static PdfFile Open(byte[] bytes) => PdfFile.Open(bytes);
}
