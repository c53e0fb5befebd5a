namespace WooPipeline.Templating;
internal sealed class TemplateEngine(Func<string, (string Path, string Text)> load, TemplateLimits limits)
{
    public string Render(string text, string path, TemplateObject model) => throw new NotSupportedException(load.ToString() + limits + text + path + model);
}
