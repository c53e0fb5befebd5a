using System.CommandLine;
using System.Diagnostics;
using WooPipeline.Pipeline;

namespace WooPipeline.Cli;

/// <summary>
/// <c>woo lees-apart DOSSIER BRON RESULTAAT</c>: what a run starts to read a source that may take it down. Not for users. It ends when
/// the run does, says no word, and writes one byte for each document that it has read.
/// </summary>
internal static class ReadApartVerb
{
    private const string Name = "lees-apart";

    public static Command Create()
    {
        var dossier = new Argument<string>("DOSSIER");
        var source = new Argument<string>("BRON");
        var result = new Argument<string>("RESULTAAT");
        var command = new Command(Name, "Lees één bron in een eigen proces.") { dossier, source, result };
        command.Hidden = true;
        command.SetAction(parsed => Guarded.Run(() =>
        {
            // Ctrl-C reaches this process too; the run decides what it means.
            Console.CancelKeyPress += (_, e) => e.Cancel = true;
            new Thread(EndWithTheRun) { IsBackground = true }.Start();
            using var beats = Console.OpenStandardOutput();
            return ApartReader.Execute(new ApartCall(parsed.GetValue(dossier)!, parsed.GetValue(source)!, parsed.GetValue(result)!), () => beats.WriteByte((byte)'.'));
        }));
        return command;
    }

    /// <summary>How sources are read apart by this very program.</summary>
    /// <param name="minutes">The longest that a document may take; 0 for the default.</param>
    /// <param name="megabytes">The most memory that a source may take; 0 for the default.</param>
    public static ApartReading Reading(double minutes = 0, int megabytes = 0)
    {
        var reading = new ApartReading { Program = Start };
        return reading with
        {
            Time = minutes > 0 ? TimeSpan.FromMinutes(minutes) : reading.Time,
            Memory = megabytes > 0 ? megabytes * 1024L * 1024 : reading.Memory,
        };
    }

    private static ProcessStartInfo Start(ApartCall call)
    {
        var program = Environment.ProcessPath ?? throw new DossierException("WooPipeline kan zijn eigen programma niet vinden. Installeer het opnieuw.");
        var start = new ProcessStartInfo(program);
        if (Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "woo.dll"));
        }

        foreach (var argument in new[] { Name, call.Dossier, call.Source, call.Result })
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static void EndWithTheRun()
    {
        using var input = Console.OpenStandardInput();
        var buffer = new byte[16];
        while (input.Read(buffer) > 0)
        {
            // The run says nothing; its input closes when it ends, however that is.
        }

        using var self = Process.GetCurrentProcess();
        self.Kill();
    }
}
