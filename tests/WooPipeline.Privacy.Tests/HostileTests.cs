using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace WooPipeline.Privacy.Tests;

/// <summary>Text made to hang the program or to hide a name.</summary>
public sealed class HostileTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("(")]
    [InlineData("@")]
    [InlineData("A.")]
    [InlineData("van de ")]
    [InlineData("06-")]
    [InlineData("Van: ")]
    [InlineData("http://")]
    [InlineData("| ")]
    [InlineData("> ")]
    [InlineData("wachtwoord ")]
    [InlineData("Jan ")]
    [InlineData("minister ")]
    [InlineData("NL91")]
    [InlineData("\u200B")]
    [InlineData("\n")]
    public void A_megabyte_of_one_thing_ends_in_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        TestEngine.Redact(text);
        Assert.True(watch.Elapsed < Limit, $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("Sjol\u00ADlema")]
    [InlineData("Sjo\u200Bllema")]
    [InlineData("SJOLLEMA")]
    [InlineData("sjóllema")]
    [InlineData("Sjollema\u0301")]
    [InlineData("\u202ESjollema\u202C")]
    [InlineData("Ｓｊｏｌｌｅｍａ")]
    public void A_known_person_does_not_hide(string written)
    {
        var text = $"Dit is van {written} zelf.";
        var redacted = TestEngine.Redact(text, others: "Van: Baukje Sjollema <b.sjollema@gemeente.example>\n\nHoi");
        Assert.Contains("[NAME]", redacted, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_plane_and_lone_surrogates_pass()
    {
        var text = new StringBuilder("Beste Karin,\n");
        for (var code = 0; code < 0x110000; code += 97)
        {
            if (code is >= 0xD800 and < 0xE000)
            {
                text.Append((char)code);
            }
            else
            {
                text.Append(char.ConvertFromUtf32(code));
            }
        }

        Assert.StartsWith("Beste [NAME],", TestEngine.Redact(text.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_are_in_order_inside_the_text_and_apart() => Prop.ForAll<string>(text =>
    {
        var engine = PrivacyEngine.Create(PolicySettings.Default, PrivacyRegisters.Empty);
        var document = TestEngine.Document(text ?? "");
        var findings = engine.Detect(document, engine.Merge([engine.Scan(document)]));
        var end = 0;
        return findings.All(f =>
        {
            var fine = f.Span.Start >= end && f.Span.End > f.Span.Start && f.Span.End <= document.View.Text.Length;
            end = f.Span.End;
            return fine;
        });
    }).QuickCheckThrowOnFailure();
}
