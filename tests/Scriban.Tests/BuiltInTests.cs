namespace Scriban.Tests;

/// <summary>The built-in functions as a whole.</summary>
public class BuiltInTests
{
    private const string Expected = """
        array: add add_range any compact concat contains cycle each filter first insert_at join last limit map offset remove_at reverse size sort uniq
        date: add_days add_hours add_milliseconds add_minutes add_months add_seconds add_years now parse parse_to_string to_string utc_now
        html: escape newline_to_br strip url_encode url_escape
        math: abs ceil divided_by floor format is_number minus modulo plus random round times uuid
        object: default eval eval_template format from_json has_key has_value keys kind size to_json typeof values
        regex: escape match matches replace split unescape
        string: append base64_decode base64_encode capitalize capitalizewords contains downcase empty ends_with equals_ignore_case escape handleize hmac_sha1 hmac_sha256 hmac_sha512 index_of literal lstrip md5 pad_left pad_right pluralize prepend remove remove_first remove_last replace replace_first rstrip sha1 sha256 sha512 size slice slice1 split starts_with strip strip_newlines to_double to_float to_int to_long truncate truncatewords upcase whitespace
        timespan: from_days from_hours from_milliseconds from_minutes from_seconds parse
        """;

    [Fact]
    public void All_123_functions_are_there()
    {
        var expected = Expected.ReplaceLineEndings("\n").Split('\n')
            .SelectMany(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(name => line[..line.IndexOf(':', StringComparison.Ordinal)] + "." + name));
        var actual = BuiltIns.Names();
        Assert.Equal(123, actual.Count);
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual);
    }

    [Fact]
    public void Every_function_has_a_case()
    {
        var cases = string.Concat(Directory.EnumerateFiles(Repository.PathOf("tests", "Scriban.Tests", "Cases", "builtins"), "*.txt").Select(File.ReadAllText));
        Assert.All(BuiltIns.Names(), name => Assert.Contains(name, cases, StringComparison.Ordinal));
    }

    [Fact]
    public void Built_in_objects_cannot_be_replaced_but_extended()
    {
        Assert.Equal("Yoyo", TestRun.Render("{{ string.myprop = 'Yoyo'; string.myprop }}"));
        Assert.Equal("text(1,11) : error : Cannot set a value for the readonly member: string.size", TestRun.Render("{{ string.size = 1 }}"));
        Assert.Equal("A", TestRun.Render("{{ 'a' | string.upcase }}"));
    }
}
