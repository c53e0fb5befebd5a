using System.Text;
using Scriban.Runtime;

namespace WooPipeline.Templating;

/// <summary>Takes output up to a bound and then refuses: a paper that is cut off must not look finished.</summary>
internal sealed class BoundedOutput(int bound) : IScriptOutput
{
    private readonly StringBuilder text = new();

    public void Write(string value, int offset, int count)
    {
        if (text.Length + (long)count > bound)
        {
            throw new TemplateException($"Het stuk wordt langer dan {bound / 1024} duizend tekens. Splits het, of laat de grens verhogen.");
        }

        text.Append(value, offset, count);
    }

    public ValueTask WriteAsync(string value, int offset, int count, CancellationToken cancellationToken)
    {
        Write(value, offset, count);
        return default;
    }

    public override string ToString() => text.ToString();
}
