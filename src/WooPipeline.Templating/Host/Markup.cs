namespace WooPipeline.Templating;

/// <summary>Text that is Markdown already: it is put into a template's output as it stands, where any other text is escaped.</summary>
/// <param name="Text">The Markdown.</param>
public sealed record Markup(string Text)
{
    /// <summary>The Markdown.</summary>
    public override string ToString() => Text;
}
