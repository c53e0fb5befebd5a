using System.Buffers;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>What a link leads to.</summary>
internal enum LinkKind
{
    Page,
    Social,
    Meeting,
}

/// <summary>Hosts of meetings and of social media, and the marks of a link that opens something by itself.</summary>
internal static class LinkHosts
{
    private static readonly string[] Meeting =
    [
        "teams.microsoft.", "teams.live.", "zoom.us", "zoomgov.", "meet.google.", "webex.com", "gotomeet", "whereby.com", "meet.jit.si", "bluejeans.", "starleaf.",
        "join.skype.", "lync.", "chime.aws", "ringcentral.", "livestorm.", "vergadering.", "meeting.", "meet.",
    ];

    private static readonly string[] Social =
    [
        "facebook.com", "fb.com", "fb.me", "instagram.com", "twitter.com", "x.com", "t.co", "tiktok.com", "linkedin.com", "youtube.com", "youtu.be", "t.me", "telegram.me",
        "snapchat.com", "threads.net", "threads.com", "mastodon.", "bsky.app", "reddit.com", "pinterest.", "twitch.tv", "vimeo.com", "wa.me", "chat.whatsapp.com", "discord.",
        "tumblr.com", "flickr.com", "medium.com", "substack.com", "strava.com", "marktplaats.nl", "nextdoor.", "vk.com", "gab.com", "parler.com", "truthsocial.com", "odysee.com", "rumble.com", "dumpert.nl", "pubpeer.com", "signal.me", "soundcloud.com", "onlyfans.com", "wordpress.com", "blogspot.com", "blogspot.nl", "jouwweb.nl", "weebly.com",
    ];

    private static readonly string[] Secrets =
    [
        "token=", "pwd=", "passcode=", "password=", "wachtwoord=", "invite=", "sleutel=", "key=", "secret=", "sig=", "signature=", "auth=", "code=", "uitnodiging=", "ticket=", "access_token", "apikey=", "sid=", "reset?", "reset/",
        "activate?", "activeer", "afmelden?", "unsubscribe?", "meetup-join", "t=", "hash=", "share=", "sessie=", "session=", "pin=",
    ];

    private static readonly SearchValues<string> BareHosts = SearchValues.Create(
        ["www.", "facebook.com/", "instagram.com/", "twitter.com/", "x.com/", "tiktok.com/", "linkedin.com/", "youtube.com/", "youtu.be/", "t.me/", "teams.microsoft.com/", "zoom.us/", "meet.google.com/", "snapchat.com/", "bsky.app/", "wa.me/"],
        StringComparison.OrdinalIgnoreCase);

    public static LinkKind KindOf(string host)
    {
        foreach (var name in Meeting)
        {
            if (host.StartsWith(name, StringComparison.Ordinal) || (name.Contains('.', StringComparison.Ordinal) && name[^1] != '.' && host.EndsWith(name, StringComparison.Ordinal))
                || (name.Length > 6 && host.Contains(name, StringComparison.Ordinal)))
            {
                return LinkKind.Meeting;
            }
        }

        if (host.Contains("support.", StringComparison.Ordinal) || host.StartsWith("help.", StringComparison.Ordinal) || host.StartsWith("business.", StringComparison.Ordinal))
        {
            return LinkKind.Page;
        }

        foreach (var name in Social)
        {
            if (host == name || host.EndsWith("." + name, StringComparison.Ordinal) || (name[^1] == '.' && (host.StartsWith(name, StringComparison.Ordinal) || host.Contains("." + name, StringComparison.Ordinal))))
            {
                return LinkKind.Social;
            }
        }

        return LinkKind.Page;
    }

    /// <summary>A link that shares a file or folder with whoever has it.</summary>
    public static bool IsShare(string host, ReadOnlySpan<char> path)
    {
        if (host.EndsWith("sharepoint.com", StringComparison.Ordinal) && path.StartsWith(":", StringComparison.Ordinal))
        {
            return true;
        }

        if (host is "app.mural.co" or "miro.com" or "we.tl" or "1drv.ms" or "tikkie.me" or "paypal.me" or "betaalverzoek.rabobank.nl" or "betaalverzoek.nl" || host.Contains("wetransfer.", StringComparison.Ordinal) || host.Contains("dropbox.", StringComparison.Ordinal) || host.StartsWith("drive.google.", StringComparison.Ordinal) || host.StartsWith("docs.google.", StringComparison.Ordinal))
        {
            return true;
        }

        return path.Length > 8 && (path.StartsWith("s/", StringComparison.Ordinal) || path.StartsWith("dl/", StringComparison.Ordinal) || path.StartsWith("share/", StringComparison.OrdinalIgnoreCase) || path.Contains("index.php/s/", StringComparison.Ordinal) || path.StartsWith("f/", StringComparison.Ordinal) || path.StartsWith("d/", StringComparison.Ordinal))
            && path.IndexOfAnyInRange('0', '9') >= 0;
    }

    /// <summary>A page of one member of a site that is no social medium: <c>/reaguurder/x</c>, <c>/user/x</c>.</summary>
    public static bool IsMemberPage(ReadOnlySpan<char> path)
    {
        foreach (var mark in (ReadOnlySpan<string>)["reaguurder/", "user/", "users/", "u/", "member/", "profiel/", "profile/", "author/", "leden/", "people/"])
        {
            var at = path.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at == 0 || path[at - 1] == '/') && path.Length > at + mark.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where whoever has the link gets in.</summary>
    public static bool HoldsSecret(ReadOnlySpan<char> path)
    {
        foreach (var mark in Secrets)
        {
            var at = path.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at == 0 || path[at - 1] is '?' or '&' or '/' or '#' or ';' || mark.Length > 5) && path.Length - at - mark.Length >= 3)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Pages of a platform that belong to nobody: its help, its rules, its own front doors.</summary>
    public static bool IsGeneralPath(ReadOnlySpan<char> path)
    {
        var first = path.IndexOfAny('/', '?') is var cut && cut >= 0 ? path[..cut] : path;
        return first.ToString().ToLowerInvariant() is "help" or "legal" or "policies" or "policy" or "about" or "business" or "privacy" or "terms" or "tos" or "login" or "home" or "company" or "explore" or "hashtag" or "search" or "safety" or "ads" or "jobs" or "school";
    }

    /// <summary>The value of a query that names one person: <c>?id=mltan</c>, <c>user=</c>, <c>profiel=</c>.</summary>
    public static TextSpan? PersonalQuery(ReadOnlySpan<char> path)
    {
        foreach (var mark in (ReadOnlySpan<string>)["user=", "userid=", "uid=", "gebruiker=", "medewerker=", "profiel=", "profile=", "persoon=", "wie-is-wie?id=", "wieiswie?id=", "employee=", "username="])
        {
            var at = path.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                var start = at + mark.Length;
                var length = path[start..].IndexOfAny('&', '#', '/') is var cut && cut >= 0 ? cut : path.Length - start;
                return length > 0 ? TextSpan.At(start, length) : null;
            }
        }

        return null;
    }

    /// <summary>Where a link without scheme starts.</summary>
    public static IEnumerable<int> BareStarts(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var next = text.AsSpan(i).IndexOfAny(BareHosts);
            if (next < 0)
            {
                yield break;
            }

            yield return i + next;
            i += next + 4;
        }
    }
}
