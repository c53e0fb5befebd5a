using System.Collections.Frozen;

namespace WooPipeline.Formats.Mail;

/// <summary>The marks that mail programs set before a subject: <c>RE:</c>, <c>FW:</c>, <c>Antw:</c>, <c>Doorst:</c>, <c>[EXTERN]</c>.</summary>
public static class SubjectPrefixes
{
    private static readonly FrozenSet<string> Prefixes = MailData.Rows("subject-prefixes.csv", 1)
        .Select(row => row[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The subject without them.</summary>
    /// <param name="subject">A subject.</param>
    /// <param name="isReply">True where there was such a mark.</param>
    public static string Strip(string subject, out bool isReply)
    {
        ArgumentNullException.ThrowIfNull(subject);
        isReply = false;
        var rest = subject.Trim();
        while (rest.Length > 0)
        {
            var close = rest[0] == '[' ? rest.IndexOf(']', StringComparison.Ordinal) : -1;
            if (close > 0 && close < rest.Length - 1 && close <= 30)
            {
                rest = rest[(close + 1)..].TrimStart();
                continue;
            }

            var colon = rest.IndexOf(':', StringComparison.Ordinal);
            var mark = colon > 0 ? rest[..colon].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '[', ']', '(', ')', ' ') : "";
            if (!Prefixes.Contains(mark))
            {
                return rest;
            }

            isReply = true;
            rest = rest[(colon + 1)..].TrimStart();
        }

        return rest;
    }
}
