using System.Collections.Immutable;
using System.Globalization;
using Scriban;
using Scriban.Syntax;

namespace WooPipeline.Templating;

/// <summary>Templates that others include.</summary>
internal sealed partial class TemplateAnalyzer
{
    private void Include(ScriptNode call, ScriptExpression? argument, ImmutableArray<TemplateType> arguments)
    {
        if (argument is null)
        {
            Found("include", call.Span, "'include' noemt geen sjabloon. Zet de naam erachter, tussen aanhalingstekens.");
            return;
        }

        foreach (var (name, isWhole, place) in IncludeNames.Of(argument))
        {
            if (!isWhole)
            {
                report.UsedBeginnings.Add(name);
                LookInto(name, place);
                continue;
            }

            report.Used.Add(name);
            if (library.Find(name) is not { } template)
            {
                Found("include", place.Span, $"het sjabloon '{name}' is er niet. {Suggestion.Sentence(name, library.Names)}");
                continue;
            }

            Follow(name, template, place, arguments);
        }
    }

    // A name that is put together while rendering: some template must begin so.
    private void LookInto(string beginning, ScriptNode place)
    {
        if (beginning.Length > 0 && !library.Names.Any(n => n.StartsWith(beginning, StringComparison.Ordinal)))
        {
            Found("include", place.Span, $"er is geen sjabloon waarvan de naam met '{beginning}' begint. {Suggestion.Sentence(beginning, library.Names)}");
        }
    }

    private void Follow(string name, Template template, ScriptNode place, ImmutableArray<TemplateType> arguments)
    {
        // A template that includes itself is followed once; the bound keeps templates that multiply each other from taking for ever.
        if (open.Contains(name) || ++includes > MaxIncludes)
        {
            if (includes == MaxIncludes + 1)
            {
                Found("include", place.Span, string.Create(CultureInfo.InvariantCulture, $"met '{name}' erbij worden het meer dan {MaxIncludes} includes in één stuk. Laat sjablonen elkaar minder vaak aanroepen."));
            }

            return;
        }

        open.Push(name);
        Page(template, arguments);
        open.Pop();
    }
}
