namespace WooPipeline.Publication;

/// <summary>Nothing is lost: every container's members are counted, every published document has its files.</summary>
internal static class PackageSums
{
    /// <summary>All documents below a container, at any depth, in order of their source.</summary>
    public static IReadOnlyList<PackageDocument> Below(PackageContainer container, PackageInput input)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal) { container.Path };
        var grown = true;
        while (grown)
        {
            grown = false;
            foreach (var inner in input.Containers)
            {
                grown |= inner.Container is not null && paths.Contains(inner.Container) && paths.Add(inner.Path);
            }
        }

        return [.. input.Documents.Where(d => d.Container is not null && paths.Contains(d.Container))
            .OrderBy(d => d.Source, StringComparer.Ordinal)];
    }

    /// <summary>Throws where a source would be lost, counted twice, or published without a file.</summary>
    public static void Check(PackageInput input, PackageFiles files)
    {
        Unique(input.Documents.Select(d => d.Id), StringComparer.OrdinalIgnoreCase, "documentnummer");
        Unique(input.Documents.Select(d => d.Source).Concat(input.Containers.Select(c => c.Path)), StringComparer.Ordinal, "bron");
        foreach (var container in input.Containers)
        {
            var found = input.Documents.Count(d => d.Container == container.Path) + input.Containers.Count(c => c.Container == container.Path);
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
