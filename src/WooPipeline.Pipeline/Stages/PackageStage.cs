using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>Turns records into what the publication room writes.</summary>
internal static class PackageStage
{
    public static PackageInput Build(
        DossierSession session, IReadOnlyList<DocumentRecord> documents, IReadOnlyList<RenderedRecord> rendered,
        ImmutableArray<RenderedFile> renderedFiles, ImmutableArray<string> remarks)
    {
        // Laid out again from the workspace, a few at a time, rather than held.
        var texts = documents.Where(d => d.HasText && !d.PublicFiles.IsEmpty).Select(d => (Func<RedactedText>)(() => TextOf(d, TextView.Of(session.TreeOf(d.Unit)))))
            .Concat(rendered.Select(r => (Func<RedactedText>)(() => TextOf(r, renderedFiles)))).ToArray();
        var removed = documents.SelectMany(d => d.RemovedTexts.Select(r => r.Text)).Concat(rendered.SelectMany(r => TextOf(r, renderedFiles).RemovedTexts));
        var register = DocumentRegister.Load(session.Dossier.Root);
        ImmutableArray<PackageDocument> described = [.. documents.Select(Describe)];
        return new PackageInput
        {
            Dossier = PublicationSettings.Apply(Describe(session.Dossier.Settings, session.Style), session.Dossier.Settings.Yaml),
            Consultations = ConsultationRegister.Load(session.Dossier.Root),
            Documents = register.Apply(described),
            Containers = [.. session.Containers.Select(c => new PackageContainer(c.Path, c.Sha256, c.Members!.Value, c.Container))],
            Rendered = renderedFiles,
            Removed = RemovedForms.Collect(removed, texts),
            ToolVersion = ToolVersion.Current,
            PolicyHash = PolicyHash(session.Dossier),
            Remarks = [.. remarks, .. register.Remarks(described), .. Proposals(session)],
        };
    }

    /// <summary>What the mails say and the registers don't waits for a person; nothing of it is in the tables.</summary>
    private static IEnumerable<string> Proposals(DossierSession session) =>
        DossierProposals.Of(session).GroupBy(p => p.Register, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key}: {g.Count()} voorstellen uit de mails wachten op een besluit (rijen: {string.Join(", ", g.Select(p => p.Row).Distinct(StringComparer.Ordinal))}). Zie 'woo voorstellen'.");

    internal static PackageDossier Describe(DossierSettings settings, HouseStyle style) => new()
    {
        Organisation = settings.Organisation,
        Subject = settings.Subject,
        Kind = settings.Kind switch
        {
            DossierKind.ParliamentaryQuestions => "kamervragen",
            DossierKind.Report => "rapportage",
            _ => "woo-verzoek",
        },
        Reference = settings.Matter.Length > 0 ? settings.Matter : settings.Reference,
        PeriodStart = settings.PeriodStart,
        PeriodEnd = settings.PeriodEnd,
        DecisionDate = settings.Date,
        Style = style,
    };

    private static PackageDocument Describe(DocumentRecord record) => new()
    {
        Id = record.Id,
        Source = record.Unit.Path,
        SourceSha256 = record.Unit.Sha256,
        State = record.State,
        Title = record.Title,
        Kind = record.Unit.Kind,
        Date = record.Unit.Date is { } date ? DateOnly.FromDateTime(date.DateTime) : null,
        PublicFiles = record.PublicFiles,
        DecisionSource = () => DecisionsOf(record),
        PagesKnown = true,
        FamilyId = record.FamilyId,
        ThreadId = record.ThreadId,
        DuplicateOf = record.DuplicateOf,
        Related = record.Related,
        Quarantine = record.Unit.Quarantine ?? (record.State == DocumentState.Quarantined ? Unsearched.Reason(record.Unit) : null),
        Deviations = record.Deviations,
        Container = record.Unit.Container,
        Remark = record.Judgement?.Motivation ?? "",
        WithheldGround = record.State == DocumentState.Withheld ? GroundCatalog.Find(record.Judgement?.Grounds.FirstOrDefault()) : null,
    };

    private static ImmutableArray<PackageDecision> DecisionsOf(DocumentRecord record)
    {
        var decisions = record.Decisions;
        var redactions = record.MarkPages.IsEmpty ? [] : Redaction.From(decisions);
        var last = 0;
        return [.. decisions.Select(d => new PackageDecision(d, PageOf(d)) { IsShown = d.Area is not null || d.Span.Start < record.ShownEnd })];

        int? PageOf(Decision decision)
        {
            if (decision.Area is { IsOnPicture: false } area)
            {
                return area.Page;
            }

            // Both are in the order of the text, so that one walk finds the passage of each decision.
            while (last < redactions.Count && redactions[last].Span.End <= decision.Span.Start)
            {
                last++;
            }

            return decision.Verdict == Verdict.Remove && last < redactions.Count && last < record.MarkPages.Length
                && redactions[last].Span.Contains(decision.Span) && record.MarkPages[last] > 0 ? record.MarkPages[last] : null;
        }
    }

    private static RedactedText TextOf(DocumentRecord record, TextView view)
    {
        var decisions = record.Decisions;
        return new RedactedText(record.PublicFiles, view.Text)
        {
            Removed = Spans(decisions, Verdict.Remove),
            Kept = Spans(decisions, Verdict.Keep),
            Dropped = Dropped(view),
        };
    }

    private static RedactedText TextOf(RenderedRecord record, ImmutableArray<RenderedFile> files) =>
        new([.. files.Where(f => f.Kind == record.Name).Select(f => f.Path)], record.View.Text)
        {
            Removed = Spans(record.Decisions, Verdict.Remove),
            Kept = Spans(record.Decisions, Verdict.Keep),
            Dropped = Dropped(record.View),
        };

    private static ImmutableArray<TextSpan> Spans(ImmutableArray<Decision> decisions, Verdict verdict) =>
        [.. decisions.Where(d => d.Verdict == verdict && d.Area is null).Select(d => d.Span)];

    private static ImmutableArray<TextSpan> Dropped(TextView view) =>
        [.. view.Zones.Where(z => z.Kind is ZoneKind.Hidden or ZoneKind.Comment or ZoneKind.Metadata or ZoneKind.FileName or ZoneKind.LinkTarget).Select(z => z.Span)];

    /// <summary>One hash over all that decides what is removed: settings and registers, by name.</summary>
    private static string PolicyHash(DossierFolder dossier)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(dossier.Settings.PolicyYaml));
        if (Directory.Exists(dossier.Registers))
        {
            foreach (var file in Directory.EnumerateFiles(dossier.Registers).Order(StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
                hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
