namespace WooPipeline.Publication;

/// <summary>Nothing is lost: every container's members are counted, every published document has its files.</summary>
internal static class PackageSums
{
    /// <summary>All documents below each container, at any depth, in order of their source.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<PackageDocument>> Below(PackageInput input)
    {
        var documents = input.Documents.Where(d => d.Container is not null).ToLookup(d => d.Container!, StringComparer.Ordinal);
        var containers = input.Containers.Where(c => c.Container is not null).ToLookup(c => c.Container!, StringComparer.Ordinal);
        return input.Containers.ToDictionary(c => c.Path, c => (IReadOnlyList<PackageDocument>)
            [.. Within(c.Path, containers).SelectMany(path => documents[path]).OrderBy(d => d.Source, StringComparer.Ordinal)], StringComparer.Ordinal);
    }

    /// <summary>A container and all containers in it.</summary>
    private static HashSet<string> Within(string path, ILookup<string, PackageContainer> containers)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var stack = new Stack<string>([path]);
        while (stack.TryPop(out var next))
        {
            if (found.Add(next))
            {
                foreach (var inner in containers[next])
                {
                    stack.Push(inner.Path);
                }
            }
        }

        return found;
    }

    /// <summary>Throws where a source would be lost, counted twice, or published without a file.</summary>
    public static void Check(PackageInput input, PackageFiles files)
    {
        Unique(input.Documents.Select(d => d.Id), StringComparer.OrdinalIgnoreCase, "documentnummer");
        Unique(input.Documents.Select(d => d.Source).Concat(input.Containers.Select(c => c.Path)), StringComparer.Ordinal, "bron");
        var members = input.Documents.Select(d => d.Container).Concat(input.Containers.Select(c => c.Container)).OfType<string>().CountBy(c => c, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        foreach (var container in input.Containers)
        {
            var found = members.GetValueOrDefault(container.Path);
            if (found != container.Members)
            {
                throw new PackageException($"{container.Path} heeft {container.Members} leden, maar {found} daarvan zijn verantwoord. Draai opnieuw; blijft het zo, meld dan een fout van het programma.");
            }
        }

        foreach (var open in input.Consultations.Where(c => c.State == ConsultationState.Open && c.ReasonWhileOpen.Trim().Length == 0))
        {
            throw new PackageException($"De zienswijze {open.Id} is nog open. Wacht op het antwoord of het einde van de termijn, of geef een reden om nu al te besluiten.");
        }

        foreach (var document in input.Documents)
        {
            Check(document, files);
        }

        foreach (var rendered in input.Rendered.Where(r => !files.Has("publicatie/" + r.Path)))
        {
            throw new PackageException($"publicatie/{rendered.Path} is aangekondigd maar niet geschreven. Draai opnieuw.");
        }
    }

    private static void Check(PackageDocument document, PackageFiles files)
    {
        if (document.Id.Length is 0 or > 170 || !document.Id.All(char.IsAsciiLetterOrDigit))
        {
            throw new PackageException($"Documentnummer van {document.Source} mag alleen uit letters en cijfers bestaan (1 tot 170), anders vindt het platform het bestand niet.");
        }

        if (document.State.HasFile() != document.PublicFiles.Length > 0)
        {
            throw new PackageException($"Document {document.Id} is '{document.State.ToDutch()}' maar heeft {document.PublicFiles.Length} openbare bestanden.");
        }

        if (document.State == DocumentState.Quarantined && document.Quarantine is null)
        {
            throw new PackageException($"Document {document.Id} staat in quarantaine zonder reden.");
        }

        foreach (var path in document.PublicFiles)
        {
            if (path != $"documenten/{document.Id}{Path.GetExtension(path)}" || !files.Has("publicatie/" + path))
            {
                throw new PackageException($"Een openbaar bestand van document {document.Id} ontbreekt of heet niet naar zijn nummer (verwacht documenten/{document.Id}.pdf).");
            }
        }
    }

    private static void Unique(IEnumerable<string> values, StringComparer comparer, string what)
    {
        var seen = new HashSet<string>(comparer);
        foreach (var value in values)
        {
            if (!seen.Add(value))
            {
                throw new PackageException($"Het {what} {value} komt tweemaal voor in het dossier.");
            }
        }
    }
}
