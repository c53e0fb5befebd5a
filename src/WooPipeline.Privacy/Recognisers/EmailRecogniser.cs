using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Mail addresses (RFC 5322 §3.4.1, dot-atoms and quoted local parts) and the handles that look like half of one.</summary>
internal static class EmailRecogniser
{
    public static void Run(RecogniserContext context, PolicySettings settings)
    {
        var text = context.Text;
        var register = context.Persons;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = LocalStart(text, at);
            var domain = DomainEnd(text, at + 1);
            if (start < at && domain > at)
            {
                if (IsMessageId(context, start))
                {
                    context.Add(start, domain, null, "email.messageid", 1);
                    continue;
                }

                var personal = register is null || IsPersonal(text[start..at], text.AsSpan(at + 1, domain - at - 1), register, context, settings) || (at - start <= 4 && IsSaidOwn(context, start)) || IsBehindName(context, start, at);
                context.Add(start, at, personal ? Label.Email : null, personal ? "email.personal" : "email.functional", personal ? 0.97 : 0.9);
                if (domain > at + 1)
                {
                    if (FamilyEnd(text, at + 1, domain) is var family && family > at + 1)
                    {
                        context.Add(at + 1, family, Label.Email, "email.family", 0.8);
                        continue;
                    }

                    NoteDomain(context, text.AsSpan(at + 1, domain - at - 1));
                    context.Add(at + 1, domain, null, "email.domain", 1);
                }
            }
            else if (start == at)
            {
                Handle(context, at);
            }
        }
    }

    /// <summary>End of a domain's label that names a family (<c>familie-jansen.nl</c>); the start where it does not.</summary>
    private static int FamilyEnd(string text, int start, int end)
    {
        var label = text.AsSpan(start, end - start);
        var dot = label.IndexOf('.');
        var family = dot > 7 && (label.StartsWith("familie", StringComparison.OrdinalIgnoreCase) || label.StartsWith("family-", StringComparison.OrdinalIgnoreCase) || label.StartsWith("fam-", StringComparison.OrdinalIgnoreCase));
        return family ? start + dot : start;
    }

    /// <summary>The words of an organisation's domain, so that <c>Emma van Vizier</c> of <c>vizier-onderzoek.nl</c> has no surname there.</summary>
    private static void NoteDomain(RecogniserContext context, ReadOnlySpan<char> domain)
    {
        if (context.Persons is not null || MailboxJudge.IsPrivateProvider(domain))
        {
            return;
        }

        var name = domain[..Math.Max(0, domain.LastIndexOf('.'))];
        foreach (var range in name.SplitAny('.', '-'))
        {
            if (name[range].Length >= 4)
            {
                context.Domains.Add(Folding.Fold(name[range]));
            }
        }
    }

    /// <summary>An id of a message (RFC 5322 §3.6.4) looks like an address and is none.</summary>
    private static bool IsMessageId(RecogniserContext context, int start)
    {
        var line = context.Text.AsSpan(context.LineStart(start), start - context.LineStart(start));
        var colon = line.IndexOf(':');
        if (colon < 0)
        {
            return false;
        }

        var label = line[..colon].Trim(" >*");
        return label.EndsWith("-ID", StringComparison.OrdinalIgnoreCase) || label.Equals("In-Reply-To", StringComparison.OrdinalIgnoreCase) || label.Equals("References", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>First unit of the local part before an @; the @ itself where there is none.</summary>
    public static int LocalStart(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < 64 && IsLocal(text[start - 1]))
        {
            start--;
        }

        while (start < at && text[start] is '.' or '\'' or '-' or '/' or '=' or '*' or '&' or '#' or '`' or '{' or '}' or '|' or '!' or '?' or '$' or '%' or '^' or '~' or '_')
        {
            start++;
        }

        return at > start && text[at - 1] == '.' ? at : start;
    }

    /// <summary>One past the domain after an @; the given position where there is none. Zero-width characters are passed over.</summary>
    public static int DomainEnd(string text, int start)
    {
        var end = start;
        var dots = 0;
        var letters = 0;
        var lastGood = start;
        while (end < text.Length && end - start < 255)
        {
            var c = text[end];
            if (Folding.KindOf(c) == CharKind.Invisible)
            {
                end++;
                continue;
            }

            if (c == '.')
            {
                if (letters == 0)
                {
                    break;
                }

                dots++;
                letters = 0;
            }
            else if (char.IsLetterOrDigit(c) || (c == '-' && letters > 0))
            {
                letters++;
                lastGood = dots > 0 && letters >= 2 ? end + 1 : lastGood;
            }
            else
            {
                break;
            }

            end++;
        }

        return lastGood;
    }

    /// <summary>True where a local part names a person: by the register, or because it is made of no known mailbox word.</summary>
    internal static bool IsPersonal(string local, ReadOnlySpan<char> domain, PersonRegister register, RecogniserContext context, PolicySettings settings)
    {
        var folded = Folding.Fold(local);
        if (settings.IsKeptMailbox(folded) || context.Registers.IsFunctionalMailbox(folded))
        {
            return false;
        }

        return MailboxJudge.NamesPerson(folded, register) || (MailboxJudge.IsPrivateProvider(domain) && !MailboxJudge.IsOffice(folded)) || !settings.KeepFunctionalMailboxes;
    }

    /// <summary>Between angle brackets behind a person's name, whatever letters it is made of: <c>G.J. Boersen &lt;bsn@…&gt;</c>.</summary>
    private static bool IsBehindName(RecogniserContext context, int start, int at)
    {
        if (start < 2 || context.Text[start - 1] != '<')
        {
            return false;
        }

        const WordClass Office = WordClass.Organisation | WordClass.Mailbox | WordClass.Function | WordClass.Common | WordClass.Brand | WordClass.Abbreviation | WordClass.PublicRole;
        var words = context.Words;
        var k = words.IndexAt(start) - 1;
        return words[k].IsCapital && words[k].IsWord && words[k].Length > 1 && words[k].Is(WordClass.Surname | WordClass.Given) && !words[k].Is(Office) && !words[k - 1].Is(Office & ~WordClass.Common)
            && (NameReader.IsInitial(words, k - 1) || words[k - 1].Is(WordClass.Given | WordClass.Particle)) && !MailboxJudge.IsOffice(Folding.Fold(context.Text.AsSpan(start, at - start)));
    }

    /// <summary>Short letters that the text calls somebody's own: <c>her email, svb@…</c>.</summary>
    private static bool IsSaidOwn(RecogniserContext context, int start)
    {
        var words = context.Words;
        var k = words.IndexAt(start);
        for (var i = k - 1; i >= k - 4 && i >= 0 && words.GapBefore(i + 1) is not (Gap.Paragraph or Gap.Line or Gap.DotSpace); i--)
        {
            if (words.Folded(i) is "her" or "his" or "my" or "their" or "mijn" or "haar" or "zijn" or "hun" or "jouw")
            {
                return true;
            }
        }

        return false;
    }

    private static void Handle(RecogniserContext context, int at)
    {
        var text = context.Text;
        if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '/' or '@' or '='))
        {
            return;
        }

        var end = at + 1;
        while (end < text.Length && end - at < 40 && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.'))
        {
            end++;
        }

        while (end > at + 1 && text[end - 1] == '.')
        {
            end--;
        }

        if (end - at < 3 || !char.IsLetter(text[at + 1]) && !text[(at + 1)..end].Any(char.IsLetter))
        {
            return;
        }

        // A mention of a person by name in a chat is a name, not a handle.
        var word = context.Words[context.Words.IndexAt(at + 1)];
        var isName = char.IsUpper(text[at + 1]) && word.End == end && word.Is(WordClass.Given | WordClass.Surname);
        var isTown = end - at > 5 && text.AsSpan(at + 1, 3) is "Gem" or "gem" && char.IsUpper(text[at + 4]);
        if (!isName && !isTown && !context.Registers.IsOrganisationHandle(text[(at + 1)..end]))
        {
            context.Add(at, end, Label.Handle, "handle.at", 0.9);
        }
    }

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%' or '\'' or '&' or '=' or '~' or '#' or '!' or '$' or '*' or '^' or '`' or '{' or '}' or '|'
        || Folding.KindOf(c) == CharKind.Invisible;
}
