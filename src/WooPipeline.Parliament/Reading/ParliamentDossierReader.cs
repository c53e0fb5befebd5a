namespace WooPipeline.Parliament;

/// <summary>Reads all folders of a dossier into one model.</summary>
internal static class ParliamentDossierReader
{
    public static ParliamentDossier Load(string folder)
    {
        var problems = new ProblemList();
        var settings = File.Exists(Path.Combine(folder, "dossier.yaml")) && DossierFile.Read(folder, "dossier.yaml", problems) is { } yaml
            ? FrontMatterReader.Parse(yaml, "dossier.yaml", problems)
            : FrontMatter.Empty;
        ProposalStore.Load(folder, problems);
        var platforms = StatusRegisterReader.Platforms(folder, problems);
        var organisations = StatusRegisterReader.Organisations(folder, problems);
        var texts = TextPartReader.Load(folder, problems);
        var dossier = new ParliamentDossier
        {
            Folder = folder,
            Settings = settings,
            QuestionSets = QuestionSetReader.Load(folder, problems),
            Texts = texts,
            Answers = TextPartReader.Answers(texts, problems),
            Commitments = CommitmentReader.Load(folder, problems),
            Inquiry = InquiryReader.Load(folder, settings, problems),
            Organisations = organisations,
            Platforms = platforms,
            Statuses = StatusRegisterReader.Statuses(folder, platforms, organisations, problems),
            ArchiveRecords = ArchiveRecordReader.Load(folder, problems),
            Cases = CaseRecordReader.Load(folder, platforms, problems),
        };
        // A set that was published with its answers can be rendered anew; what is being written goes before it.
        if (dossier.Answers.IsEmpty && dossier.Questions is { } set)
        {
            dossier = dossier with { Answers = set.PublishedAnswers };
        }

        return dossier with { Problems = problems.ToImmutable() };
    }
}
