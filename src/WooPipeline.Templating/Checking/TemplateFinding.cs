namespace WooPipeline.Templating;

/// <summary>Something in a template that can't work, or that nothing uses.</summary>
/// <param name="Code"><c>opbouw</c>, <c>functie</c>, <c>gegeven</c>, <c>onderdeel</c>, <c>include</c> or <c>ongebruikt</c>.</param>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, in UTF-16 units.</param>
/// <param name="Message">What is wrong and what to do, in Dutch.</param>
public sealed record TemplateFinding(string Code, string Path, int Line, int Column, string Message)
{
    /// <summary>Place and message on one line.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path}, regel {Line}, kolom {Column}: {Message}");
}
