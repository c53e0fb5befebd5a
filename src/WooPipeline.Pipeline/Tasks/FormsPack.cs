using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>Forms that were removed somewhere, each with the decision that did so, in few bytes.</summary>
internal static class FormsPack
{
    public static byte[] Write(IEnumerable<(string Text, Decision Decision)> forms)
    {
        var to = new PackWriter();
        to.All([.. forms], f =>
        {
            to.Text(f.Text);
            to.Number(f.Decision.Span.Start);
            to.Number(f.Decision.Span.End);
            to.Decision(f.Decision);
        });
        return to.ToArray();
    }

    public static IEnumerable<(string Text, Decision Decision)> Read(byte[] bytes)
    {
        var from = new PackReader(bytes);
        return from.All(() =>
        {
            var text = from.Word();
            var span = new TextSpan(from.Number(), from.Number());
            return (text, from.Decision() with { Span = span });
        });
    }
}
