namespace WooPipeline.Parliament;

/// <summary>What became of an answer in a document that was edited elsewhere.</summary>
public enum ChangeKind
{
    /// <summary>A paragraph has other words.</summary>
    Changed,

    /// <summary>A paragraph is new.</summary>
    Added,

    /// <summary>A paragraph is gone.</summary>
    Removed,

    /// <summary>The whole answer is gone.</summary>
    AnswerRemoved,

    /// <summary>The whole answer is new.</summary>
    AnswerAdded,

    /// <summary>The question itself was changed, which it never may be.</summary>
    QuestionChanged,
}
