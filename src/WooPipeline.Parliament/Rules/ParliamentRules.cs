using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>The rules that a set for signature keeps: terms, references, tables, quotations and the people who sign agree with each other.</summary>
public static class ParliamentRules
{
    private static readonly ImmutableArray<IRule> All =
    [
        new AnswersCoverQuestions(), new PagesAreRight(), new QuotesStandInAnswers(), new SignatoriesAgree(), new AddresseesAccountedFor(),
        new TermsKept(), new UnknownIsNotNo(), new LeftOutIsExplained(), new CountsAgree(), new IntervalAgrees(), new SeenIsNotReported(),
        new NotesInOrder(), new AnonymisedOnlyWhenClean(), new PublicNamesSurvive(), new NoAccountsOfPersons(), new AttachmentsCounted(),
        new LanguagesMarked(), new QuestionsUntouched(), new SpellingAgrees(),
        new TimesAgreeWithMail(), new MembersAgree(), new ExtensionDated(), new TitlesNameSubject(),
    ];

    /// <summary>Names of all rules, in order.</summary>
    public static ImmutableArray<string> Codes => [.. All.Select(r => r.Code)];

    /// <summary>What is wrong with a dossier: what reading it brought up, then what breaks a rule.</summary>
    public static ImmutableArray<Problem> Check(ParliamentDossier dossier, RuleInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(inputs);
        var context = new RuleContext(dossier, inputs);
        return [.. dossier.Problems, .. All.SelectMany(rule => rule.Check(context))];
    }
}
