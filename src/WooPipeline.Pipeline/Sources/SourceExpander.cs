using System.Globalization;
using System.Security.Cryptography;
using WooPipeline.Formats;
using WooPipeline.Formats.Archive;
using WooPipeline.Formats.Mail;
using WooPipeline.Formats.Outlook;

namespace WooPipeline.Pipeline;

/// <summary>Opens a source with all that is in it: members of containers and attachments become units of their own, to a bounded depth.</summary>
internal sealed class SourceExpander(FormatCatalog catalog, ReadLimits limits)
{
    private const int HeadLength = 8192;

    /// <summary>All units of a file on disk, parents before children.</summary>
    public IEnumerable<SourceUnit> Expand(string fullPath, string path)
    {
        if (IsSystemFile(path))
        {
            return [new SourceUnit { Path = path, Sha256 = "", Result = new Quarantined("systeembestand", "Dit is een bestand van het besturingssysteem, geen document."), IsSystemFile = true }];
        }

        try
        {
            var pieces = Pieces();
            return WithJoined(ExpandFile(fullPath, path, pieces), pieces);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Failed(path, "onleesbaar", "Het bestand kon niet worden geopend. Controleer of het er nog is, of een ander programma het vasthoudt en of u het mag lezen.")];
        }
    }

    /// <summary>All units of a file whose bytes are at hand, parents before children.</summary>
    public IEnumerable<SourceUnit> Expand(SourceFile file)
    {
        var pieces = Pieces();
        return WithJoined(ExpandBytes(file, new Place(file.Path, null, null, 0) { Pieces = pieces }), pieces);
    }

    private IEnumerable<SourceUnit> ExpandFile(string fullPath, string path, PartialMessages pieces)
    {
        var info = new FileInfo(fullPath);
        if (info.LinkTarget is not null)
        {
            return [Failed(path, "koppeling", "Dit is een snelkoppeling naar een ander bestand. Zet het bestand zelf in 'bronnen'.")];
        }

        using var stream = info.OpenRead();
        var head = new byte[(int)Math.Min(HeadLength, info.Length)];
        stream.ReadExactly(head);
        if (catalog.ContainerFor(path, head) is { } container)
        {
            return ExpandContainer(container, info.OpenRead, new Place(path, null, null, 0) { Pieces = pieces });
        }

        if (info.Length > limits.MaxFileBytes)
        {
            return [Failed(path, "te-groot", $"Het bestand is groter dan {limits.MaxFileBytes / 1024 / 1024} MB. Splits het of verhoog de grens.")];
        }

        return ExpandBytes(new SourceFile(path, File.ReadAllBytes(fullPath)), new Place(path, null, null, 0) { Pieces = pieces });
    }

    private IEnumerable<SourceUnit> ExpandContainer(IContainerReader container, Func<Stream> open, Place place)
    {
        using var content = open();
        var count = 0;
        var most = container is MboxReader or PstReader ? limits.MaxMessages : limits.MaxMembers;
        foreach (var member in container.Members(content, place.Path, limits))
        {
            count++;
            if (count > most)
            {
                yield return Failed(place.Path + "/…", "te-veel-delen", $"De verzameling heeft meer dan {most} delen; de rest is niet gelezen. Splits haar.") with { Container = place.Path };
                break;
            }

            foreach (var unit in ExpandMember(member, place))
            {
                yield return unit;
            }
        }

        yield return new SourceUnit { Path = place.Path, Sha256 = Hash(open), Members = count, Container = place.Container, Parent = place.Parent };
    }

    /// <summary>Where the pieces of messages that were sent in pieces are gathered.</summary>
    public PartialMessages Pieces() => new(limits);

    /// <summary>The units of a message whose pieces were found in the dossier: it hangs on the first piece, as what that piece says in full.</summary>
    public IEnumerable<SourceUnit> ExpandJoined(JoinedMessage joined)
    {
        var path = joined.Pieces[0] + "/samengevoegd.eml";
        return ExpandBytes(new SourceFile(path, joined.Content, "message/rfc822"), new Place(path, null, joined.Pieces[0], 1) { Pieces = Pieces() });
    }

    private IEnumerable<SourceUnit> WithJoined(IEnumerable<SourceUnit> units, PartialMessages pieces)
    {
        foreach (var unit in units)
        {
            yield return unit;
        }

        foreach (var unit in pieces.Join().SelectMany(ExpandJoined))
        {
            yield return unit;
        }
    }

    private IEnumerable<SourceUnit> ExpandMember(ContainerMember member, Place outer)
    {
        var place = new Place($"{outer.Path}/{member.Name}", outer.Path, outer.Parent, outer.Depth + 1) { Pieces = outer.Pieces };
        if (member.Problem is { } problem)
        {
            return [new SourceUnit { Path = place.Path, Sha256 = Hash(member.Content.Span), Result = problem, Container = place.Container, Parent = place.Parent }];
        }

        var file = new SourceFile(place.Path, member.Content, member.MediaType);
        return member.Document is { } document ? Unfold(file, document, place) : ExpandBytes(file, place);
    }

    private IEnumerable<SourceUnit> ExpandBytes(SourceFile file, Place place)
    {
        if (place.Depth > limits.MaxDepth)
        {
            return [Failed(place.Path, "te-diep", $"Er zitten meer dan {limits.MaxDepth} bestanden in elkaar. Pak het buitenste bestand met de hand uit.") with { Container = place.Container, Parent = place.Parent }];
        }

        var head = file.Content.Span[..Math.Min(HeadLength, file.Content.Length)];
        if (catalog.ContainerFor(file.Path, head) is { } container)
        {
            return ExpandContainer(container, () => new MemoryStream(file.Content.ToArray(), writable: false), place);
        }

        place.Pieces.Add(file.Path, file.Content);
        return Unfold(file, catalog.Read(file, limits), place);
    }

    private IEnumerable<SourceUnit> Unfold(SourceFile file, ReadResult result, Place place)
    {
        yield return new SourceUnit
        {
            Path = place.Path,
            Sha256 = Hash(file.Content.Span),
            Content = result is DocumentRead && catalog.RedactorFor(file) is not null ? file.Content : default,
            Result = result,
            Container = place.Container,
            Parent = place.Parent,
        };
        if (result is not DocumentRead read)
        {
            yield break;
        }

        var number = 0;
        foreach (var attachment in read.Attachments.Where(a => a.Role != AttachmentRole.Inline))
        {
            number++;
            var inner = $"{place.Path}/{number.ToString(CultureInfo.InvariantCulture)}-{SafeName(attachment)}";
            if (attachment.Problem is { } problem)
            {
                yield return new SourceUnit { Path = inner, Sha256 = Hash(attachment.Content.Span), Result = problem, Parent = place.Path };
                continue;
            }

            var child = new Place(inner, null, place.Path, place.Depth + 1) { Pieces = place.Pieces };
            var embedded = new SourceFile(inner, attachment.Content, attachment.MediaType);
            foreach (var unit in attachment.Document is { } document ? Unfold(embedded, document, child) : ExpandBytes(embedded, child))
            {
                yield return unit;
            }
        }
    }

    /// <summary>A name that can stand in a path of the report: no separators, no controls, never empty.</summary>
    private static string SafeName(Attachment attachment)
    {
        var name = new string([.. attachment.Name.Select(c => c is '/' or '\\' || char.IsControl(c) ? '_' : c)]).Trim();
        return name.Length > 0 ? name : attachment.Role == AttachmentRole.Message ? "bericht.eml" : "bijlage";
    }

    internal static bool IsSystemFile(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name is ".DS_Store" or "Thumbs.db" or "desktop.ini" || name.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith("._", StringComparison.Ordinal);
    }

    private static SourceUnit Failed(string path, string code, string reason) =>
        new() { Path = path, Sha256 = "", Result = new Quarantined(code, reason) };

    private static string Hash(Func<Stream> open)
    {
        using var stream = open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Where a file lies: its path, the container around it, the document it is attached to, and how deep.</summary>
    private sealed record Place(string Path, string? Container, string? Parent, int Depth)
    {
        /// <summary>The pieces of messages found so far in the file on disk.</summary>
        public required PartialMessages Pieces { get; init; }
    }
}
