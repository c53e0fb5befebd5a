using System.CommandLine;
using System.Text;
using WooPipeline.Cli;

// Redirected output is UTF-8 on every system, so that a Dutch message reads the same in a file.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("WooPipeline: van dossier naar een gecontroleerd publicatiepakket onder de Wet open overheid.")
{
    RunVerb.Create("run"),
    RunVerb.Create("package"),
    WorkerVerb.Create(),
    ReadApartVerb.Create(),
    NewVerb.Create(),
    VerifyVerb.Create(),
    SignVerb.Create(),
    ConsultVerb.Create(),
    ProposalsVerb.Create(),
    CheckVerb.Create(),
    CompareVerb.Create(),
    TermsVerb.Create(),
    DiffVerb.Create(),
    ExplainVerb.Create(),
    EvaluateVerb.Create(),
    InventoryVerb.Create(),
    PublishVerb.Create(),
    ReviewVerb.Create(),
    TemplatesVerb.Create(),
};
foreach (var stage in StageVerbs.Create())
{
    root.Add(stage);
}

var parsed = root.Parse(args);
return parsed.Errors.Count > 0 ? Usage.Print(parsed) : await parsed.InvokeAsync();
