namespace WooPipeline.Review;

/// <summary>A request can't be done; the message tells the reviewer what to do.</summary>
internal sealed class ReviewException(int status, string message) : Exception(message)
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;

    public static ReviewException NotFound(string what) => new(404, what);

    public static ReviewException Conflict(string message) => new(409, message);

    public static ReviewException Wrong(string message) => new(400, message);
}
