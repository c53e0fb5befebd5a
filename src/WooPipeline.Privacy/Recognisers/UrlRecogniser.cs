using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Links: the path of a meeting, a reset or a share goes as access, the path to one person's post or profile as handle; the host stays.</summary>
internal static class UrlRecogniser
{
    public static void Run(RecogniserContext context)
    {
        var text = context.Text;
        for (var i = 0; i < text.Length;)
        {
            var next = text.AsSpan(i).IndexOf("://", StringComparison.Ordinal);
            if (next < 0)
            {
                break;
            }

            var host = i + next + 3;
            i = Math.Max(host, Take(context, host));
        }

        Bare(context);
    }

    /// <summary>End of a link from its host on.</summary>
    public static int EndOf(string text, int start)
    {
        var end = start;
        var open = 0;
        while (end < text.Length && end - start < 2000 && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '\u201D' or '\u201C' or '|' or '\u00AB' or '\u00BB' or '\u2019'))
        {
            open += text[end] == '(' ? 1 : 0;
            if (text[end] == ')' && --open < 0)
            {
                break;
            }

            end++;
        }

        while (end > start && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '\'' or '*' or ']' && end > start)
        {
            end--;
        }

        return end > start && text[end - 1] == '?' ? end - 1 : end;
    }

    private static int Take(RecogniserContext context, int host)
    {
        var text = context.Text;
        var end = EndOf(text, host);
        var slash = text.AsSpan(host, end - host).IndexOfAny('/', '?', '#');
        if (slash < 0 || host + slash + 1 >= end)
        {
            context.Add(host, Math.Max(host, end), null, "url.host", 1);
            return end;
        }

        var path = host + slash + (text[host + slash] == '/' ? 1 : 0);
        Classify(context, host, path, end);
        return end;
    }

    private static void Classify(RecogniserContext context, int host, int path, int end)
    {
        var text = context.Text;
        var name = text[host..path].TrimEnd('/').ToLowerInvariant();
        var rest = text.AsSpan(path, end - path);
        var kind = LinkHosts.KindOf(name);
        if (kind == LinkKind.Meeting || name.Contains(".zoom.", StringComparison.Ordinal) || IsOnce(context, host, rest) || LinkHosts.HoldsSecret(rest) || LinkHosts.IsShare(name, rest))
        {
            context.Add(path, end, Label.Access, "access.link", 0.95);
            Behind(context, end);
        }
        else if (LinkHosts.IsMemberPage(rest))
        {
            context.Add(path, end, Label.Handle, "handle.link", 0.85);
        }
        else if (kind == LinkKind.Social && rest.Length > 1 && !context.Registers.IsOrganisationHandle(rest.ToString()) && !IsOwnDomain(context, rest) && !LinkHosts.IsGeneralPath(rest))
        {
            context.Add(path, end, Label.Handle, "handle.link", 0.92);
        }
        else if (LinkHosts.PersonalQuery(rest) is { } query)
        {
            context.Add(path + query.Start, path + query.End, Label.Account, "account.link", 0.8);
        }
        else
        {
            context.Add(host, Math.Min(end, Math.Max(path, host + 1)), null, "url.host", 1);
        }
    }

    /// <summary>A link for one person, as its words say: <c>de eenmalige link https://…/h/9QfT-71Lw</c>; the path must be made of signs.</summary>
    private static bool IsOnce(RecogniserContext context, int host, ReadOnlySpan<char> path)
    {
        var tail = path[(path.TrimEnd('/').LastIndexOf('/') + 1)..];
        if (tail.Length < 6 || !tail.ContainsAnyInRange('0', '9') || !tail.ContainsAnyInRange('a', 'z'))
        {
            return false;
        }

        var before = context.Text.AsSpan(Math.Max(0, host - 60), Math.Min(60, host));
        var after = context.Text.AsSpan(host, Math.Min(110, context.Text.Length - host));
        return before.Contains("eenmalige link", StringComparison.OrdinalIgnoreCase) || before.Contains("persoonlijke link", StringComparison.OrdinalIgnoreCase) || before.Contains("inloglink", StringComparison.OrdinalIgnoreCase) || before.Contains("one-time", StringComparison.OrdinalIgnoreCase) || after.Contains("eenmalige code", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An account by the name under which the dossier's people mail: the organisation's own.</summary>
    private static bool IsOwnDomain(RecogniserContext context, ReadOnlySpan<char> path)
    {
        var handle = path.Trim("@/");
        return handle.Length > 4 && handle.IndexOf('/') < 0 && context.Persons?.OrganisationWords.Contains(Folding.Fold(handle)) == true;
    }

    private const int LongestCode = 24;

    /// <summary>What opens the meeting, right behind its link: <c>https://…, nr 2742 118 0934</c>, <c>… pass opa1942</c>.</summary>
    private static void Behind(RecogniserContext context, int end)
    {
        var words = context.Words;
        var k = words.IndexAt(end);
        if (k >= words.Count || words[k].Start - end > 3 || words.Folded(k) is not ("nr" or "nummer" or "id" or "code" or "pin" or "pass" or "passcode" or "ww" or "kenncode" or "kennwort" or "toegangscode") || words.GapAfter(k) is not (Gap.Space or Gap.Colon or Gap.DotSpace or Gap.Other))
        {
            return;
        }

        var last = k + 1;
        while (words[last].IsNumber && words[last + 1].IsNumber && words.GapAfter(last) == Gap.Space && words[last + 1].End - words[k + 1].Start < LongestCode)
        {
            last++;
        }

        if (words[last].HasDigit && words[last].End - words[k + 1].Start is >= 4 and < LongestCode && !context.IsTaken(words[k + 1].Start, words[last].End))
        {
            context.Add(words[k + 1].Start, words[last].End, Label.Access, "access.code", 0.85);
        }
    }

    /// <summary>Links written without a scheme: <c>www.facebook.com/…</c>, <c>twitter.com/…</c>.</summary>
    private static void Bare(RecogniserContext context)
    {
        var text = context.Text;
        foreach (var start in LinkHosts.BareStarts(text))
        {
            if (!context.IsTaken(start, start + 4) && (start == 0 || !char.IsLetterOrDigit(text[start - 1]) && text[start - 1] is not ('/' or '@' or '.' or '-')))
            {
                Take(context, start);
            }
        }
    }
}
