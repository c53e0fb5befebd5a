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
    private readonly Dictionary<int, ImmutableArray<Block>> asked = [];
    private QuestionLabel? label;
    private int last;
    private bool repeated;
    private bool isAnswerLetter;
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
        foreach (var block in BareQuestions.Label([.. LetterBlocks.Of(tree.Blocks)]))
        {
            Take(block);
        }

        Close();
        AnswerUnlabelled();
        return questions.Count == 0 && answers.Count == 0 && set.Extensions.Length == 0 ? null
            : set with { Questions = [.. questions], PublishedAnswers = [.. answers] };
    }

    private void Take(Block block)
    {
        if (Cut(block) is var (begin, rest))
        {
            Close();
            label = begin;
            part.Add(rest);
            return;
        }

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
            repeated |= label.Numbers.Any(n => asked.ContainsKey(n));
            AddQuestions(label, blocks);
        }
    }

    private void AddQuestions(QuestionLabel heading, ImmutableArray<Block> blocks)
    {
        var parts = heading.Numbers.Length > 1 ? CombinedQuestions.Split(blocks, heading.Numbers) : null;
        for (var i = 0; i < heading.Numbers.Length; i++)
        {
            var number = heading.Numbers[i];
            var own = parts is { } split ? split[i] : blocks;
            var question = new Question(number, heading.Numbers.Length == 1 && !heading.IsPart ? heading.Label : $"Vraag {number}", TreeMarkdown.Of(own, tree.Footnotes), source with { Locator = string.Create(CultureInfo.InvariantCulture, $"vraag {number}") });
            asked[number] = own;
            if (questions.FindIndex(q => q.Number == number) is >= 0 and var index)
            {
                Again(index, question, heading.IsPart);
            }
            else
            {
                questions.Add(question);
            }

            last = number;
        }
    }

    /// <summary>A question that comes a second time: quoted again above its answer, its next part, or a slip.</summary>
    private void Again(int index, Question question, bool isPart)
    {
        if (Squeezed(questions[index].Markdown) == Squeezed(question.Markdown) || question.Markdown.Length == 0)
        {
            return;
        }

        if (!isPart)
        {
            problems.Warn("vraag-dubbel", question.Source, "Deze vraag komt twee keer voor; de tweede tekst is aan de eerste toegevoegd. Controleer de nummering.");
        }

        questions[index] = questions[index] with { Markdown = $"{questions[index].Markdown}\n\n{question.Markdown}" };
    }

    private void AddAnswer(QuestionLabel heading, string markdown)
    {
        if (heading.Numbers.IsEmpty && markdown.Trim().Length == 0)
        {
            return; // the heading above all answers
        }

        var answered = answers.SelectMany(a => a.Questions).ToHashSet();
        // A bare "Antwoord" answers what was asked since the last answer; of a list that was quoted above, the one quoted last.
        var open = questions.Select(q => q.Number).Where(n => !answered.Contains(n)).ToImmutableArray();
        var numbers = heading.Numbers.Length > 0 ? heading.Numbers : repeated && open.Contains(last) ? [last] : open;
        if (numbers.Length == 0)
        {
            problems.Error("antwoord-los", source, "Er staat een antwoord waarbij geen vraag hoort. Zet er de nummers van de vragen bij.");
            return;
        }

        if (heading.IsPart && answers.FindIndex(a => a.Questions.SequenceEqual(numbers)) is >= 0 and var part)
        {
            answers[part] = answers[part] with { Markdown = $"{answers[part].Markdown}\n\n{markdown}" };
            return;
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"antwoord-{numbers[0]}");
        answers.Add(new Answer(answers.Any(a => a.Id == id) ? $"{id}-{answers.Count + 1}" : id, numbers, markdown, source with { Locator = heading.Label })
        {
            Label = heading.Label,
            Placement = questions.Count > 0 ? last : numbers[^1],
        });
    }

    /// <summary>An answer letter in which no answer has a label: each stands below its question.</summary>
    private void AnswerUnlabelled()
    {
        if (answers.Count > 0 || !isAnswerLetter)
        {
            return;
        }

        var cut = questions.Select(q => (Question: q, Blocks: asked[q.Number].SelectMany(LineBlocks.Each).ToImmutableArray()))
            .Select(q => (q.Question, q.Blocks, Length: UnlabelledAnswers.QuestionLength(q.Blocks))).ToList();
        if (cut.Count(c => c.Length < c.Blocks.Length) * 5 < cut.Count * 4)
        {
            return;
        }

        questions.Clear();
        foreach (var (question, blocks, length) in cut)
        {
            questions.Add(question with { Markdown = TreeMarkdown.Of(blocks[..length], tree.Footnotes) });
            last = question.Number;
            if (length < blocks.Length)
            {
                AddAnswer(new QuestionLabel(true, [question.Number], string.Create(CultureInfo.InvariantCulture, $"Antwoord op vraag {question.Number}")), TreeMarkdown.Of(blocks[length..], tree.Footnotes));
            }
        }
    }

    private static string Squeezed(string markdown) => new([.. markdown.Where(char.IsLetterOrDigit)]);

    // What stands above the questions, or behind them without a label.
    private void ReadLoose(ImmutableArray<Block> blocks)
    {
        var above = questions.Count + answers.Count == 0;
        foreach (var block in blocks)
        {
            var text = PlainText.Of([block]).Replace('\n', ' ').Trim();
            if (above)
            {
                isAnswerLetter |= IsAnswer().IsMatch(text);
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

    /// <summary>A label that shares its line with the text behind it, and that text.</summary>
    private static (QuestionLabel Label, Block Below)? Cut(Block block)
    {
        if (block is not Paragraph paragraph || FirstLine(block).Line is not { } line || QuestionLabel.Read(line) is not null || QuestionLabel.Begin(line) is not var (found, length))
        {
            return null;
        }

        var rest = InlineCut.After(paragraph.Content, length);
        return rest.IsEmpty ? null : (found, new Paragraph(rest));
    }

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

    [GeneratedRegex(@"\b(?:beantwoord(?:ing|en)?|antwoord(?:en)? (?:van|aan|op|toekomen)|in antwoord op)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsAnswer();

    [GeneratedRegex(@"\b\d{4}Z\d{5}\b", RegexOptions.CultureInvariant)]
    private static partial Regex CaseNumber();
}
