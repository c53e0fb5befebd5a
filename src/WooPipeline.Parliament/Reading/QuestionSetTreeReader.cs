using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using WooPipeline.Documents;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>
/// Finds questions and answers in the tree of any format (official XML and HTML, letters in DOCX and PDF): lines that begin a question or an
/// answer part the text, and what stands above the first of them tells who asked whom what. No block is left out: each is in the heading part,
/// in a question, in an answer or in the remarks.
/// </summary>
internal sealed partial class QuestionSetTreeReader
{
    private readonly DocumentTree tree;
    private readonly Provenance source;
    private readonly ProblemList problems;
    private readonly List<Block> part = [];
    private readonly List<Question> questions = [];
    private readonly List<Answer> answers = [];
    private QuestionLabel? label;
    private QuestionSet set;

    private QuestionSetTreeReader(DocumentTree tree, Provenance source, ProblemList problems)
    {
        this.tree = tree;
        this.source = source;
        this.problems = problems;
        set = new QuestionSet { Source = source };
    }

    /// <summary>The questions and answers; null where the tree has neither.</summary>
    public static QuestionSet? Read(DocumentTree tree, Provenance source, ProblemList problems) =>
        new QuestionSetTreeReader(tree, source, problems).Read();

    private QuestionSet? Read()
    {
        foreach (var block in Flat(tree.Blocks))
        {
            Take(block);
        }

        Close();
        return questions.Count == 0 && answers.Count == 0 && set.Extensions.Length == 0 ? null
            : set with { Questions = [.. questions], PublishedAnswers = [.. answers] };
    }

    private void Take(Block block)
    {
        var (line, below) = FirstLine(block);
        if (line is not null && (QuestionLabel.Read(line) ?? QuestionLabel.OfAnchor(block.Anchor)) is { } next)
        {
            Close();
            label = next;
            if (below is not null)
            {
                part.Add(below);
            }
        }
        else if (line is not null && questions.Count + answers.Count > 0 && Remark().IsMatch(line))
        {
            Close();
            label = null;
            part.Add(block);
        }
        else
        {
            part.Add(block);
        }
    }

    private void Close()
    {
        var blocks = part.ToImmutableArray();
        part.Clear();
        if (label is null)
        {
            ReadLoose(blocks);
        }
        else if (label.IsAnswer)
        {
            AddAnswer(label, TreeMarkdown.Of(blocks, tree.Footnotes));
        }
        else
        {
            AddQuestions(label, TreeMarkdown.Of(blocks, tree.Footnotes));
        }
    }

    private void AddQuestions(QuestionLabel heading, string markdown)
    {
        foreach (var number in heading.Numbers)
        {
            var place = source with { Locator = string.Create(CultureInfo.InvariantCulture, $"vraag {number}") };
            if (questions.Any(q => q.Number == number))
            {
                problems.Warn("vraag-dubbel", place, "Deze vraag komt twee keer voor; de tweede tekst is aan de eerste toegevoegd. Controleer de nummering.");
                var index = questions.FindIndex(q => q.Number == number);
                questions[index] = questions[index] with { Markdown = $"{questions[index].Markdown}\n\n{markdown}" };
                continue;
            }

            questions.Add(new Question(number, heading.Numbers.Length == 1 ? heading.Label : $"Vraag {number}", markdown, place));
        }
    }

    private void AddAnswer(QuestionLabel heading, string markdown)
    {
        var answered = answers.SelectMany(a => a.Questions).ToHashSet();
        // A bare "Antwoord" answers what was asked since the last answer.
        var numbers = heading.Numbers.Length > 0 ? heading.Numbers : [.. questions.Select(q => q.Number).Where(n => !answered.Contains(n))];
        if (numbers.Length == 0)
        {
            problems.Error("antwoord-los", source, "Er staat een antwoord waarbij geen vraag hoort. Zet er de nummers van de vragen bij.");
            return;
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"antwoord-{numbers[0]}");
        answers.Add(new Answer(answers.Any(a => a.Id == id) ? $"{id}-{answers.Count + 1}" : id, numbers, markdown, source with { Locator = heading.Label })
        {
            Label = heading.Label,
            Placement = questions.Count > 0 ? questions[^1].Number : numbers[^1],
        });
    }

    // What stands above the questions, or behind them without a label.
    private void ReadLoose(ImmutableArray<Block> blocks)
    {
        var above = questions.Count + answers.Count == 0;
        foreach (var block in blocks)
        {
            var text = PlainText.Of([block]).Replace('\n', ' ').Trim();
            if (above)
            {
                set = QuestionHeader.WithAnswerSentence(QuestionHeader.WithQuestionSentence(LetterOpening.With(set, text), text), text);
                if (set.CaseNumber.Length == 0 && CaseNumber().Match(text) is { Success: true } number)
                {
                    set = set with { CaseNumber = number.Value };
                }
            }
            else if (text.Length > 0)
            {
                set = set with { Remarks = set.Remarks.Add(text) };
            }
        }
    }

    // Sections are walked into; what stands on every page is no text of a question.
    private static IEnumerable<Block> Flat(ImmutableArray<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Section { Kind: ZoneKind.PageHeader or ZoneKind.PageFooter or ZoneKind.Hidden or ZoneKind.Comment } => [],
        Section section => Flat(section.Blocks),
        _ => PageFeet.IsFoot(block) ? [] : [block],
    });

    // "Vraag 1" may share its paragraph with the question, on a line of its own.
    private static (string? Line, Block? Below) FirstLine(Block block)
    {
        var content = block switch { Heading heading => heading.Content, Paragraph paragraph => paragraph.Content, _ => default };
        if (content.IsDefaultOrEmpty)
        {
            return (null, null);
        }

        var end = 0;
        while (end < content.Length && content[end] is not LineBreak)
        {
            end++;
        }

        var line = PlainText.Of(content[..end]);
        return (line, end + 1 < content.Length ? new Paragraph(content[(end + 1)..]) : null);
    }

    [GeneratedRegex(@"^\s*(?:toelichting|mededeling)\b\s*:?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    [GeneratedRegex(@"\b\d{4}Z\d{5}\b", RegexOptions.CultureInvariant)]
    private static partial Regex CaseNumber();
}
