using System.Globalization;
using System.Text;

namespace WooPipeline.Benchmarks;

/// <summary>Writes threads of mail as archives hold them: headers, quoted replies, signatures, here and there an attachment.</summary>
internal sealed class MailMaker(TextMaker text)
{
    /// <summary>The messages of one thread, each the whole file.</summary>
    /// <param name="thread">Number of the thread.</param>
    /// <param name="length">How many messages.</param>
    public IEnumerable<byte[]> Thread(int thread, int length)
    {
        var subject = text.Sentence().TrimEnd('.', '?');
        var quoted = "";
        var at = text.Date();
        for (var i = 0; i < length; i++)
        {
            var (from, to, cc) = (text.AnyPerson(), text.AnyPerson(), text.AnyPerson());
            at = at.AddMinutes(text.Number(5, 900));
            var size = text.Size(2_000, 50_000);
            var room = Math.Max(1_200, size - quoted.Length);
            var body = $"Beste {to.GivenName},\n\n{Wrapped(string.Join("\n\n", text.Paragraphs(room)))}\n\nMet vriendelijke groet,\n\n{from.FullName}\nafdeling Vergunningen\n06-{text.Number(10_000_000, 99_999_999)}\n{from.Address}\n";
            var whole = quoted.Length == 0 ? body : $"{body}\nOp {at.AddMinutes(-60).ToString("d-M-yyyy", CultureInfo.InvariantCulture)} schreef {to.FullName} <{to.Address}>:\n{quoted}";
            if (whole.Length > 50_000)
            {
                whole = whole[..50_000];
            }

            yield return Message(thread, i, at, subject, (from, to, cc), whole);
            quoted = Quote(whole);
        }
    }

    private byte[] Message(int thread, int number, DateTime at, string subject, (Person From, Person To, Person Cc) people, string body)
    {
        var message = new StringBuilder();
        message.Append(CultureInfo.InvariantCulture, $"From: {people.From.Header}\nTo: {people.To.Header}\nCc: {people.Cc.Header}\n");
        message.Append(CultureInfo.InvariantCulture, $"Date: {at.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0100\n");
        message.Append(CultureInfo.InvariantCulture, $"Subject: {(number == 0 ? "" : "RE: ")}{subject}\nMessage-ID: <{thread}.{number}@minoost.example>\n");
        if (number > 0)
        {
            message.Append(CultureInfo.InvariantCulture, $"In-Reply-To: <{thread}.{number - 1}@minoost.example>\nReferences: <{thread}.0@minoost.example>\n");
        }

        message.Append("MIME-Version: 1.0\n");
        if (text.Number(0, 20) == 0)
        {
            Attach(message, body);
        }
        else
        {
            message.Append(CultureInfo.InvariantCulture, $"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}");
        }

        return Encoding.UTF8.GetBytes(message.ToString().Replace("\n", "\r\n", StringComparison.Ordinal));
    }

    private void Attach(StringBuilder message, string body)
    {
        var lines = string.Join("\n", text.Paragraphs(1_500));
        message.Append("Content-Type: multipart/mixed; boundary=grens\n\n--grens\nContent-Type: text/plain; charset=utf-8\n\n").Append(body)
            .Append("\n--grens\nContent-Type: text/plain; charset=utf-8; name=verslag.txt\nContent-Disposition: attachment; filename=verslag.txt\nContent-Transfer-Encoding: base64\n\n")
            .Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(lines), Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\n")).Append("\n--grens--\n");
    }

    private static string Quote(string body) => string.Join('\n', body.Split('\n').Select(l => "> " + l));

    private static string Wrapped(string body)
    {
        var lines = new StringBuilder();
        foreach (var paragraph in body.Split('\n'))
        {
            var width = 0;
            foreach (var word in paragraph.Split(' '))
            {
                if (width > 0 && width + word.Length > 76)
                {
                    lines.Append('\n');
                    width = 0;
                }
                else if (width > 0)
                {
                    lines.Append(' ');
                    width++;
                }

                lines.Append(word);
                width += word.Length;
            }

            lines.Append('\n');
        }

        return lines.ToString().TrimEnd('\n');
    }
}
