using System.Collections.Immutable;

namespace WooPipeline.Formats.Mail;

/// <summary>What a parse carries along: limits, the place, and the deviations seen.</summary>
internal sealed class MimeContext(ReadLimits limits)
{
    private const int MaxDeviations = 200;
    private readonly List<Deviation> deviations = [];
    private readonly HashSet<Deviation> seen = [];
    private int parts;
    private int nested;

    public ReadLimits Limits { get; } = limits;

    /// <summary>Number of the part being read (<c>1.2</c>); empty at the top.</summary>
    public string Place { get; set; } = "";

    public ImmutableArray<Deviation> Deviations => [.. deviations];

    public void Deviate(string code, string? place = null)
    {
        var deviation = new Deviation(code, place ?? (Place.Length == 0 ? "bericht" : "deel " + Place));
        if (deviations.Count < MaxDeviations && seen.Add(deviation))
        {
            deviations.Add(deviation);
        }
    }

    /// <summary>Counts messages that are wrapped in others of the same file (signed mail).</summary>
    /// <exception cref="MailLimitException">More than the depth allowed.</exception>
    public void EnterNested()
    {
        if (++nested > Limits.MaxDepth)
        {
            throw new MailLimitException("te-diep", $"De delen van het bericht zijn dieper genest dan {Limits.MaxDepth} lagen.");
        }
    }

    /// <exception cref="MailLimitException">More parts than the limit.</exception>
    public void CountPart()
    {
        Limits.Check();
        if (++parts > Limits.MaxMembers)
        {
            throw new MailLimitException("te-groot", $"Het bericht heeft meer dan {Limits.MaxMembers} delen.");
        }
    }
}
