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
            return work();
        }
        catch (Exception e) when (e is DossierException or PackageException or TemplateException)
        {
            Console.Error.WriteLine(e.Message);
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
            Console.Error.WriteLine($"Fout in WooPipeline zelf: {Innermost(e).GetType().Name}. Er is niets gepubliceerd. Meld dit met de regels hieronder:");
            Console.Error.WriteLine(Innermost(e).StackTrace);
            return ExitCodes.OwnFault;
        }
    }

    private static Exception Innermost(Exception e) => e is AggregateException { InnerException: { } inner } ? Innermost(inner) : e;
}
