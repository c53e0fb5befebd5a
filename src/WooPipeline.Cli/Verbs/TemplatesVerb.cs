using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using WooPipeline.Pipeline;
using WooPipeline.Templating;

namespace WooPipeline.Cli;

/// <summary><c>woo templates check</c> and <c>woo templates list</c>: templates held against the data they are given, and that data.</summary>
internal static class TemplatesVerb
{
    private const int LongestExample = 60;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create() => new("templates", "Sjablonen controleren en hun gegevens tonen.") { Check(), List() };

    private static Command Check()
    {
        var folder = Folder();
        var json = new Option<bool>("--json") { Description = "Schrijf de bevindingen als JSON." };
        var command = new Command("check", "Controleer sjablonen zonder ze te vullen: opbouw, namen, includes, en wat niets gebruikt.") { folder, json };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var findings = TemplateFolder.Open(parsed.GetValue(folder)).Check();
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(findings.Select(f => new { soort = f.Code, bestand = f.Path, regel = f.Line, kolom = f.Column, melding = f.Message }), Json));
            }
            else
            {
                Print(findings);
            }

            return findings.IsEmpty ? ExitCodes.Done : ExitCodes.NeedsPerson;
        }));
        return command;
    }

    private static Command List()
    {
        var folder = Folder();
        var json = new Option<bool>("--json") { Description = "Schrijf de gegevens als JSON." };
        var command = new Command("list", "Toon per sjabloon welke gegevens het krijgt, met soort en voorbeeld.") { folder, json };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var models = TemplateFolder.Open(parsed.GetValue(folder)).Models;
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(models.Select(m => new { sjabloon = m.Name, gegevens = m.Type.Members.Select(Described) }), Json));
            }
            else
            {
                foreach (var model in models)
                {
                    Console.WriteLine(model.Name);
                    PrintMembers(model.Type.Members, "  ");
                    Console.WriteLine();
                }
            }

            return ExitCodes.Done;
        }));
        return command;
    }

    private static Argument<string?> Folder() => new("DIR")
    {
        Description = "Map met sjablonen of map van een dossier; zonder map de meegeleverde sjablonen.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static void Print(ImmutableArray<TemplateFinding> findings)
    {
        foreach (var finding in findings)
        {
            Console.WriteLine(finding);
        }

        Console.WriteLine(findings.IsEmpty ? "In orde: niets gevonden." : findings.Length == 1 ? "1 bevinding." : $"{findings.Length} bevindingen.");
    }

    private static void PrintMembers(ImmutableArray<TemplateMember> members, string indent)
    {
        foreach (var (name, type) in members)
        {
            var example = Example(type);
            Console.WriteLine($"{indent}{name}: {TypeWords.Name(type)}{(example.Length > 0 ? $", zoals {example}" : "")}{(Inner(type)?.IsOpen == true ? " (en eigen namen)" : "")}");
            PrintMembers(Inner(type)?.Members ?? [], indent + "  ");
        }
    }

    private static object Described(TemplateMember member) => new
    {
        naam = member.Name,
        soort = TypeWords.Name(member.Type),
        voorbeeld = Leaf(member.Type).Example is { Length: > 0 } example ? example : null,
        eigen_namen = Inner(member.Type)?.IsOpen == true ? true : (bool?)null,
        onderdelen = Inner(member.Type)?.Members.Select(Described),
    };

    // A list shows the members of what it holds.
    private static TemplateType? Inner(TemplateType type) => Leaf(type) is { Kind: TemplateKind.Object } inner ? inner : null;

    private static TemplateType Leaf(TemplateType type) => type is { Kind: TemplateKind.List, Item: { } item } ? Leaf(item) : type;

    private static string Example(TemplateType type)
    {
        var line = Leaf(type).Example.ReplaceLineEndings(" ").Trim();
        return line.Length > LongestExample ? line[..LongestExample] + "…" : line;
    }
}
