namespace WooPipeline.Pipeline;

/// <summary>What one task is given.</summary>
/// <param name="Bytes">Its input.</param>
/// <param name="Weight">About how many bytes it goes through, of its input and of what was shared: tasks that go together shouldn't keep a worker for long.</param>
/// <param name="IsWanted">False where its result is known already; it is given all the same, so that tasks go together in the same way in every run.</param>
public sealed record TaskInput(byte[] Bytes, long Weight, bool IsWanted = true);
