using System.Diagnostics;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using WooPipeline.Formats;
using WooPipeline.Formats.Archive;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Benchmarks;

/// <summary>
/// An mbox of many messages read in one pass, attachments decoded and trees built. The size is given by <c>WOO_MBOX_MESSAGES</c>
/// (default 4,000, about 40 MB; 200,000 gives 2 GB). The figures asked for: 60 MB a second on one core, 300 MB of memory.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 1, warmupCount: 1, iterationCount: 3)]
public class MailBenchmarks
{
    private string path = "";

    /// <summary>Writes the mbox.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("WOO_MBOX_MESSAGES"), CultureInfo.InvariantCulture, out var n) ? n : 4000;
        path = Path.Combine(Path.GetTempPath(), "woo-benchmark.mbox");
        Write(path, count);
    }

    /// <summary>Removes it.</summary>
    [GlobalCleanup]
    public void Cleanup() => File.Delete(path);

    /// <summary>Reads it in one pass.</summary>
    [Benchmark]
    public int ReadMbox() => ReadAll(path);

    /// <summary>Reads a folder and gives the number of messages.</summary>
    public static int ReadAll(string path)
    {
        using var stream = File.OpenRead(path);
        var reader = new EmlReader();
        var read = 0;
        foreach (var member in new MboxReader().Members(stream, path, ReadLimits.Default))
        {
            read += reader.Read(new SourceFile(member.Name, member.Content, member.MediaType), ReadLimits.Default) is DocumentRead ? 1 : 0;
        }

        return read;
    }

    /// <summary>Writes a folder of messages: one in two with an attachment, all with a quoted reply and a signature.</summary>
    public static void Write(string path, int count)
    {
        var random = new Random(1);
        var attachment = new byte[13_000];
        random.NextBytes(attachment);
        var coded = Convert.ToBase64String(attachment, Base64FormattingOptions.InsertLineBreaks);
        var text = string.Concat(Enumerable.Range(0, 12).Select(i => $"Regel {i} van een gewoon bericht over de planning van de volgende week.\r\n"));
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\r\n" };
        for (var i = 0; i < count; i++)
        {
            writer.Write($"From a@example.nl Mon Jun 01 10:00:00 2009\r\nFrom: Jan Jansen <jan{i % 50}@example.nl>\r\nTo: Piet Pietersen <piet@example.nl>\r\nSubject: =?utf-8?Q?Planning_n=C3=BAmmer_{i}?=\r\nDate: Mon, 01 Jun 2009 10:00:00 +0200\r\nMessage-ID: <{i}@example.nl>\r\nMIME-Version: 1.0\r\n");
            var body = $"Beste Piet,\r\n\r\n{text}\r\nMet vriendelijke groet,\r\nJan\r\n\r\nOp 1 juni 2009 schreef Piet:\r\n> {text.Replace("\r\n", "\r\n> ", StringComparison.Ordinal)}\r\n";
            writer.Write(i % 2 == 0
                ? $"Content-Type: multipart/mixed; boundary=grens\r\n\r\n--grens\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}--grens\r\nContent-Type: application/octet-stream; name=bijlage.bin\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=bijlage.bin\r\n\r\n{coded}\r\n--grens--\r\n\r\n"
                : $"Content-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n");
        }
    }

    /// <summary>Measures without the harness: megabytes a second and the peak of memory, in one process.</summary>
    public static string Measure(int count)
    {
        var file = Path.Combine(Path.GetTempPath(), "woo-measure.mbox");
        Write(file, count);
        try
        {
            var length = new FileInfo(file).Length / 1e6;
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            var read = ReadAll(file);
            var seconds = watch.Elapsed.TotalSeconds;
            var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            return string.Create(CultureInfo.InvariantCulture, $"{read} messages, {length:F0} MB, {length / seconds:F1} MB/s, {length / processor:F1} MB per second of processor time, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
