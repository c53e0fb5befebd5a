namespace WooPipeline.Parliament;

/// <summary>A member of a House.</summary>
/// <param name="Name">As papers write it: <c>Van Wessem</c>.</param>
/// <param name="Party">Party or group; empty where not given.</param>
public sealed record Member(string Name, string Party = "");
