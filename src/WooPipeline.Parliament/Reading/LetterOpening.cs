using System.Text.RegularExpressions;

namespace WooPipeline.Parliament;

/// <summary>
/// Reads the sentences with which ministries open an answer letter or its annex: <c>In antwoord op uw brief van 5 juli 2024, nr. …, deel ik u
/// mede dat de vragen van de leden A en B (beiden X) over S worden beantwoord …</c>; <c>Hierbij bied ik u, mede namens de minister van M, de
/// antwoorden aan op de schriftelijke vragen (…) van het lid A (X) over S</c>; <c>Antwoorden van de minister van M, mede namens de
/// staatssecretaris van K, op Kamervragen van het lid A (X) over S</c>.
/// </summary>
internal static partial class LetterOpening
{
    /// <summary>The set with what the sentence says; the set itself where it is no such sentence.</summary>
    public static QuestionSet With(QuestionSet set, string sentence)
    {
        if (Annex().Match(sentence) is { Success: true } annex)
        {
            set = QuestionHeader.WithAnswerSentence(set, $"Antwoord van {annex.Groups["office"].Value}{annex.Groups["behalf"].Value}");
            return Asked(set, annex);
        }

        if (Letter().Match(sentence) is { Success: true } letter)
        {
            return Asked(set, letter);
        }

        return set;
    }

    private static QuestionSet Asked(QuestionSet set, Match match)
    {
        // The printed sentence has the same parts; an office it doesn't name stays as it was.
        var read = QuestionHeader.WithQuestionSentence(set, $"Vragen van {match.Groups["members"].Value} aan de minister over {match.Groups["subject"].Value}");
        return read with { Addressees = set.Addressees };
    }

    [GeneratedRegex(@"^\s*(?:Beantwoording|Antwoorden)\s+van\s+de\s+(?<office>.+?)(?<behalf>,?\s*mede namens.+?)?,?\s+op\s+(?:de\s+)?(?:schriftelijke\s+|Kamer)?vragen(?:\s*\([^)]*\))?\s+van\s+(?<members>(?:het lid|de leden|het Kamerlid|de Kamerleden)\s+.+?)\s+over\s+(?<subject>.+?)\.?\s*$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Annex();

    [GeneratedRegex(@"(?:deel ik u[^.]*?mede dat de|antwoorden? aan op de|antwoorden? op de|beantwoording van de)\s+(?:schriftelijke\s+|Kamer)?vragen(?:\s*\([^)]*\))?\s+van\s+(?<members>(?:het lid|de leden|het Kamerlid|de Kamerleden)\s+.+?)\s+over\s+(?<subject>.+?)(?:\s+worden beantwoord|\s+zijn beantwoord|\.\s|\.?\s*$)", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Letter();
}
