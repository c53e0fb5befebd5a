using System.Runtime.ExceptionServices;
using WooPipeline.Pipeline;
using WooPipeline.Publication;
using WooPipeline.Templating;

namespace WooPipeline.Cli;

/// <summary>Turns exceptions into exit codes; a fault of ours tells its kind and place, never content of a document.</summary>
internal static class Guarded
{
    public static int Run(Func<int> work)
    {
        try
        {
            return Single(work);
        }
        catch (Exception e) when (e is DossierException or PackageException or TemplateException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Usage;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Gestopt. Er is niets gepubliceerd; wat al gedaan was, is bewaard. Met hetzelfde commando gaat de run verder.");
            return ExitCodes.Stopped;
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            Console.Error.WriteLine("De schijf is vol. Er is niets gepubliceerd. Maak ruimte vrij en geef hetzelfde commando opnieuw: wat al gedaan was, is bewaard.");
            return ExitCodes.Usage;
        }
        catch (UnauthorizedAccessException)
        {
            Console.Error.WriteLine("Geen toegang tot een map of bestand. Controleer of u mag schrijven in de uitvoermap en mag lezen in het dossier.");
            return ExitCodes.Usage;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Messages of exceptions can quote a document; kind and place can't.
            Console.Error.WriteLine($"Fout in WooPipeline zelf: {e.GetType().Name}. Er is niets gepubliceerd. Meld dit met de regels hieronder:");
            Console.Error.WriteLine(e.StackTrace);
            return ExitCodes.OwnFault;
        }
    }

    /// <summary>Of what went wrong on several cores at once, that which a person can act on; else the first.</summary>
    private static int Single(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (AggregateException e)
        {
            var all = e.Flatten().InnerExceptions;
            ExceptionDispatchInfo.Throw(all.FirstOrDefault(x => x is DossierException or PackageException or OperationCanceledException or IOException or UnauthorizedAccessException) ?? all[0]);
            throw;
        }
    }
}
