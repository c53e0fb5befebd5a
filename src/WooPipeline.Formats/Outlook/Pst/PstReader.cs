using System.Globalization;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>
/// Outlook data files (<c>.pst</c>, <c>.ost</c>; MS-PST): every message node a member with its document, whether a folder lists it
/// or not; one message in memory at a time. A message that can't be read is a member with its reason.
/// </summary>
public sealed class PstReader : IContainerReader
{
    /// <inheritdoc/>
    public string Format => "Outlook-gegevensbestand";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head) => PstFile.IsPst(head);

    /// <inheritdoc/>
    public IEnumerable<ContainerMember> Members(Stream content, string path, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        var (file, problem) = Open(content, limits);
        if (file is null)
        {
            yield return new ContainerMember("inhoud", default, problem);
            yield break;
        }

        var damaged = new List<string>();
        var nodes = new Dictionary<uint, PstNode>();
        foreach (var node in file.Nodes(damaged.Add).Where(n => n.Kind is PstNode.Folder or PstNode.Message or 1))
        {
            nodes.TryAdd(node.Id, node);
        }

        var messages = new PstMessages(file, nodes, limits);
        var folders = new PstFolders(nodes, messages);
        foreach (var (name, node) in nodes.Values.Where(n => n.Kind == PstNode.Message)
            .Select(n => (Name: folders.PathOf(n) + string.Create(CultureInfo.InvariantCulture, $"/{n.Id:X8}.msg"), Node: n))
            .OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            yield return Member(name, node, messages, limits);
        }

        for (var i = 0; i < damaged.Count; i++)
        {
            yield return new ContainerMember(
                string.Create(CultureInfo.InvariantCulture, $"beschadigd deel {i + 1}"),
                default,
                new Quarantined("beschadigd", "Een deel van het Outlook-gegevensbestand kan niet worden gelezen; daarin kunnen berichten staan. Herstel het bestand met Outlook (scanpst) en lees het opnieuw in."));
        }
    }

    private static (PstFile? File, Quarantined? Problem) Open(Stream content, ReadLimits limits)
    {
        try
        {
            var file = PstFile.Open(content, limits);
            return file.IsLocked
                ? (null, new Quarantined("versleuteld", "Het Outlook-gegevensbestand is versleuteld met een sleutel van de organisatie. Vraag een ontsleutelde uitvoer."))
                : (file, null);
        }
        catch (MailLimitException e)
        {
            return (null, e.ToQuarantined());
        }
    }

    private static ContainerMember Member(string name, PstNode node, PstMessages messages, ReadLimits limits)
    {
        try
        {
            var timed = limits.Started();
            var result = MapiMessageReader.Read(messages.Message(node, timed.Budget), name[(name.LastIndexOf('/') + 1)..], timed);
            return result is DocumentRead document
                ? new ContainerMember(name, MapiMessageReader.Bytes(document)) { Document = document, MediaType = "application/vnd.ms-outlook" }
                : new ContainerMember(name, default, (Quarantined)result);
        }
        catch (MailLimitException e)
        {
            return new ContainerMember(name, default, e.ToQuarantined());
        }
        catch (ReadTimeException)
        {
            return new ContainerMember(name, default, ReadBudget.Exceeded(limits));
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or InvalidDataException or IOException)
        {
            // One damaged message must not hide the rest.
            return new ContainerMember(name, default, new Quarantined("beschadigd", $"Het bericht in het Outlook-gegevensbestand is beschadigd ({e.GetType().Name}). Open het in Outlook en sla het apart op."));
        }
    }
}
