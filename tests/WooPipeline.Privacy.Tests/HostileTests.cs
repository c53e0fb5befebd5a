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
    [InlineData("mr. ")]
    [InlineData("Jan-")]
    [InlineData("de heer ")]
    [InlineData("Kerkstraat 1 ")]
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

    /// <summary>Text that makes reading hard, with a known person in the midst of it: nothing of the name stays, and in time.</summary>
    [Theory]
    [MemberData(nameof(HostileSurroundings))]
    public void A_known_person_does_not_hide_in_hostile_text(string kind, string before, string after)
    {
        var watch = Stopwatch.StartNew();
        var redacted = TestEngine.Redact(before + "Sjollema" + after, others: "Van: Baukje Sjollema <b.sjollema@gemeente.example>\n\nHoi");
        Assert.True(watch.Elapsed < Limit, $"{kind}: {watch.Elapsed}");
        Assert.DoesNotContain("Sjollema", redacted, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("[NAME]", redacted, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> HostileSurroundings()
    {
        var planes = string.Concat(Enumerable.Range(0, 17).Select(plane => char.ConvertFromUtf32((plane << 16) + 0x1234)));
        return new TheoryData<string, string, string>
        {
            { "a megabyte without a space", new string('x', 500_000) + ",", "," + new string('x', 500_000) },
            { "a megabyte of digits", new string('1', 500_000) + ".", "." + new string('1', 500_000) },
            { "nested brackets", new string('(', 100_000), new string(')', 100_000) },
            { "nested brackets of all kinds", string.Concat(Enumerable.Repeat("([{<", 25_000)), string.Concat(Enumerable.Repeat(">}])", 25_000)) },
            { "quotes within quotes", string.Concat(Enumerable.Repeat("> ", 50_000)), "" },
            { "every plane", planes + " ", " " + planes },
            { "every plane, bound", planes, planes },
            { "lone surrogates", "\uD800\uDBFF ", " \uDC00\uDFFF" },
            { "lone surrogates, bound", "\uD83D", "\uDE00\uD800" },
            { "right to left", "\u05D0\u05D1\u05D2 \u202B\u2067", "\u2069\u202C \u05D3\u0627\u0628" },
            { "overridden direction", "gezien door \u202D", "\u202C\u200F en anderen" },
            { "control characters", "\0\u0001\u001F", "\u007F\u0085\0" },
            { "a thousand marks", "dag " + new string('\u0301', 1000) + " ", new string('\u0336', 1000) },
        };
    }

    [Fact]
    public void A_name_with_invisible_characters_between_all_its_letters()
    {
        foreach (var invisible in "\u200B\u200C\u200D\u2060\uFEFF\u00AD\u200E\u200F\u202A\u2066\u034F\u061C")
        {
            var written = string.Join(invisible, "Sjollema".ToCharArray());
            var redacted = TestEngine.Redact($"Dit is van {written} zelf.", others: "Van: Baukje Sjollema <b.sjollema@gemeente.example>\n\nHoi");
            Assert.True(redacted.StartsWith("Dit is van [NAME]", StringComparison.Ordinal), $"U+{(int)invisible:X4}: {redacted}");
        }
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
