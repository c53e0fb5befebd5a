using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace WooPipeline.Templating;

/// <summary>Renders texts with the template engine, strictly and within bounds; every fault becomes a message for who wrote the text.</summary>
internal sealed class TemplateEngine(Func<string, (string Path, string Text)> load, TemplateLimits limits)
{
    public string Render(string text, string path, TemplateObject model)
    {
        var template = Template.Parse(text, path);
        if (template.HasErrors)
        {
            var first = template.Messages.First(m => m.Type == ParserMessageType.Error);
            throw new TemplateException($"{Place(first.Span)}: het sjabloon is niet goed opgebouwd. Controleer accolades en 'end' bij deze plaats. ({first.Message})");
        }

        using var time = new CancellationTokenSource(limits.Time);
        var context = Context(model, time.Token);
        context.PushOutput(new BoundedOutput(limits.OutputLength));
        try
        {
            return template.Render(context);
        }
        catch (ScriptAbortException e)
        {
            throw new TemplateException($"{Place(e.Span)}: het sjabloon duurt langer dan {limits.Time.TotalSeconds:0} seconden. Maak de lus op deze plaats kleiner.", e);
        }
        catch (ScriptRuntimeException e)
        {
            throw new TemplateException(Message(e), e);
        }
    }

    private EscapingContext Context(TemplateObject model, CancellationToken token)
    {
        var values = ModelValues.ToScript(model);
        values.SetValue("nl", ModelValues.ToScript(DutchFunctions.Create()), true);
        var context = new EscapingContext
        {
            TemplateLoader = new FolderLoader(load),
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedIndexerAccess = false,
            LoopLimit = limits.Loops,
            RecursiveLimit = limits.Depth,
            LimitToString = 0,
            CancellationToken = token,
            TryGetVariable = (TemplateContext _, SourceSpan span, ScriptVariable variable, out object? value) =>
            {
                // The engine takes what isn't an argument or a name of the data for missing: "$3" may well be left out.
                value = null;
                return variable is not ScriptVariableGlobal ? true
                    : throw new ScriptRuntimeException(span, $"'{variable.Name}' bestaat niet. {Suggestion.Sentence(variable.Name, values.GetMembers())}");
            },
            TryGetMember = (TemplateContext _, SourceSpan span, object target, string member, out object? value) =>
            {
                var known = target is IScriptObject group ? group.GetMembers() : [];
                value = null;
                throw new ScriptRuntimeException(span, $"'{member}' bestaat niet{(target is ModelObject m ? $" in '{m.Source.Name}'" : "")}. {Suggestion.Sentence(member, known)}");
            },
        };
        context.BuiltinObject.SetValue("include", new MarkupInclude((IScriptCustomFunction)context.BuiltinObject["include"]!), true);
        context.PushGlobal(values);
        // What a template assigns lands here and not in the data.
        context.PushGlobal(new ScriptObject());
        return context;
    }

    private static string Message(ScriptRuntimeException e)
    {
        var own = e.InnerException is TemplateException ? e.InnerException.Message : e.OriginalMessage;
        return $"{Place(e.Span)}: {own}";
    }

    private static string Place(SourceSpan span) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{span.FileName ?? "sjabloon"}, regel {span.Start.Line + 1}, kolom {span.Start.Column + 1}");

    private sealed class FolderLoader(Func<string, (string Path, string Text)> load) : ITemplateLoader
    {
        private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

        public string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName)
        {
            var (path, text) = load(templateName);
            texts[path] = text;
            return path;
        }

        public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => texts[templatePath];

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => new(texts[templatePath]);
    }
}
