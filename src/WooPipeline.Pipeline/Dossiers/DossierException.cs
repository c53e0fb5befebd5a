namespace WooPipeline.Pipeline;

/// <summary>The dossier or the call is wrong and nothing was done; the message says what, where and what to do (exit 2).</summary>
public sealed class DossierException : Exception
{
    /// <summary>True where another run holds the dossier, so that waiting helps.</summary>
    public bool IsBusy { get; init; }

    /// <summary>A message in Dutch, for the person at the keyboard.</summary>
    public DossierException(string message)
        : base(message)
    {
    }

    /// <summary>A message in Dutch with the cause.</summary>
    public DossierException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
