using System.Globalization;
using BenchmarkDotNet.Running;

namespace WooPipeline.Benchmarks;

/// <summary>
/// Chooses benchmarks by the arguments; <c>dossier 20000 FOLDER</c> makes a dossier to time <c>woo run</c> on; <c>measure mbox</c>, <c>measure docx</c> and <c>measure review</c>
/// give clock, processor time and memory of one pass.
/// </summary>
internal static class Benchmarks
{
    private static void Main(string[] args)
    {
        if (args is ["speed", ..])
        {
            // "speed 50": detection over so many megabytes.
            PrivacySpeed.Run(args);
            return;
        }

        if (args is ["dossier", var count, var folder])
        {
            DossierGenerator.Write(folder, int.Parse(count, CultureInfo.InvariantCulture));
            return;
        }

        if (args is ["measure", var what, .. var size])
        {
            // Without the harness, by processor time too: what the clock says hangs on who else uses the machine.
            Console.WriteLine(what switch
            {
                "mbox" => MailBenchmarks.Measure(size is [var messages] ? int.Parse(messages, CultureInfo.InvariantCulture) : 200_000),
                "docx" => OfficeBenchmarks.Measure(),
                "review" => ReviewBenchmarks.Measure(size is [var documents] ? int.Parse(documents, CultureInfo.InvariantCulture) : 5_000),
                _ => "measure review [DOCUMENTS] | measure mbox [MESSAGES] | measure docx",
            });
            return;
        }

        BenchmarkSwitcher.FromAssembly(typeof(Benchmarks).Assembly).Run(args);
    }
}
