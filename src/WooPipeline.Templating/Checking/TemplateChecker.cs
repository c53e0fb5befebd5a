using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Scriban;
using Scriban.Parsing;

namespace WooPipeline.Templating;

/// <summary>
/// Checks templates without rendering them: how they are built, the names they use against the data that they are given, what they include,
/// and whether anything uses them.
/// </summary>
public static partial class TemplateChecker
{
    /// <summary>What is wrong, by file and place; empty where nothing is.</summary>
    /// <param name="host">The templates.</param>
    /// <param name="models">The data of each template that is rendered by name.</param>
    /// <param name="texts">Texts of users that are rendered like templates.</param>
    /// <param name="isOwn">Whether a path is of the user: only those are told to be unused.</param>
    public static ImmutableArray<TemplateFinding> Check(TemplateHost host, ImmutableArray<TemplateModel> models, ImmutableArray<TemplateText> texts, Func<string, bool> isOwn)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(isOwn);
        var library = new TemplateLibrary(host.Folders);
        var report = new AnalysisReport();
        foreach (var name in library.Names)
        {
            Parsed(library.Find(name)!, library.TextOf(name), report);
        }

        foreach (var model in models)
        {
            report.Used.Add(model.Name);
            if (library.Find(model.Name) is { } template)
            {
                new TemplateAnalyzer(library, report).Run(template, model.Type);
            }
        }

        foreach (var text in texts)
        {
            var template = Template.Parse(text.Text, text.Path);
            Parsed(template, text.Text, report);
            new TemplateAnalyzer(library, report).Run(template, text.Type);
        }

        Unused(library, report, isOwn);
        return [.. report.Findings.OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column).ThenBy(f => f.Message, StringComparer.Ordinal)];
    }

    private static void Parsed(Template template, string text, AnalysisReport report)
    {
        foreach (var message in template.Messages.Where(m => m.Type == ParserMessageType.Error))
        {
            report.Add("opbouw", message.Span, $"het sjabloon is niet goed opgebouwd. Controleer accolades en 'end' bij deze plaats. ({message.Message})");
        }

        // What a broken template includes is found as text: the templates that it uses aren't unused because of an accolade.
        if (template.HasErrors)
        {
            report.Used.UnionWith(Included().Matches(text).Select(m => m.Groups[1].Value));
        }
    }

    private static void Unused(TemplateLibrary library, AnalysisReport report, Func<string, bool> isOwn)
    {
        foreach (var name in library.Names.Where(n => !report.IsUsed(n)))
        {
            // Nothing gives it data, so only what needs none can be told of it.
            new TemplateAnalyzer(library, report).Run(library.Find(name)!, null);
        }

        // What it includes is used by nothing either, but only by way of it: the first in the chain is the one to tell.
        foreach (var name in library.Names.Where(n => !report.IsUsed(n) && isOwn(library.PathOf(n))))
        {
            var place = new TextPosition(0, 0, 0);
            report.Add("ongebruikt", new SourceSpan(library.PathOf(name), place, place), $"geen stuk en geen sjabloon gebruikt '{name}'. {Suggest(name, library)}Roep het aan met 'include', of haal het weg.");
        }
    }

    // A template under a name that is nearly one of ours was probably meant to go before it.
    private static string Suggest(string name, TemplateLibrary library) =>
        Suggestion.For(name, library.Names.Where(n => n != name)) is { } near ? $"Bedoelde u '{near}'? " : "";

    [GeneratedRegex("""include\s*\(?\s*["']([^"'\n]+)["']""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Included();
}
