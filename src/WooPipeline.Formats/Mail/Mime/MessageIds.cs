namespace WooPipeline.Formats.Mail;

/// <summary>Message identifiers (RFC 5322 §3.6.4), with their angle brackets.</summary>
internal static class MessageIds
{
    /// <summary>All ids of a header value, in order; words without brackets that hold an <c>@</c> count too.</summary>
    public static IEnumerable<string> All(string? text)
    {
        for (var at = 0; at < (text?.Length ?? 0);)
        {
            var open = text!.IndexOf('<', at);
            if (open < 0)
            {
                foreach (var word in text[at..].Split([' ', ',', ';', '\t'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Contains('@', StringComparison.Ordinal)))
                {
                    yield return $"<{word}>";
                }

                yield break;
            }

            var close = text.IndexOf('>', open);
            var end = close < 0 ? text.Length : close;
            var id = text[(open + 1)..end].Replace(" ", "", StringComparison.Ordinal);
            if (id.Length > 0)
            {
                yield return $"<{id}>";
            }

            at = end + 1;
        }
    }

    /// <summary>The first id; a value without any is given in brackets; null for nothing.</summary>
    public static string? First(string? text)
    {
        var first = All(text).FirstOrDefault();
        return first ?? (string.IsNullOrWhiteSpace(text) ? null : $"<{text.Trim().Trim('<', '>')}>");
    }
}
