using System.CommandLine;
using WooPipeline.Pipeline;

namespace WooPipeline.Cli;

/// <summary><c>woo explain DOSSIER DOC "passage"</c>.</summary>
internal static class ExplainVerb
{
    public static Command Create()
    {
        var dossier = new Argument<string>("DOSSIER") { Description = "Map van het dossier." };
        var document = new Argument<string>("DOC") { Description = "Nummer (0001) of pad (bronnen/001.eml) van het document." };
        var passage = new Argument<string>("PASSAGE") { Description = "De passage, zoals die in de bron staat." };
        var command = new Command("explain", "Leg uit waarom een passage wordt gelakt of blijft staan, en wat dat verandert.") { dossier, document, passage };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            foreach (var explanation in DossierExplain.Run(new RunOptions { Dossier = parsed.GetValue(dossier)!, Apart = ReadApartVerb.Reading() }, parsed.GetValue(document)!, parsed.GetValue(passage)!))
            {
                Console.WriteLine(explanation);
            }

            return ExitCodes.Done;
        }));
        return command;
    }
}
