using System.Diagnostics;

namespace WooPipeline.Pdf.Objects;

/// <summary>What a file may cost; a hostile one ends in a <see cref="PdfException"/> rather than in a crash or a hang.</summary>
public sealed class PdfBudget
{
    /// <summary>Nesting of arrays and dictionaries, of the page tree and of the structure tree.</summary>
    public const int MaxDepth = 256;

    private const int StepsBetweenLooks = 1024;

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private long bytes;
    private long operations;
    private long nextLook;

    /// <summary>Bytes that all streams together may unpack to.</summary>
    public long MaxBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Bytes that one stream may unpack to.</summary>
    public int MaxStreamBytes { get; init; } = 512 * 1024 * 1024;

    /// <summary>Content operators, forms within forms counted each time.</summary>
    public long MaxOperations { get; init; } = 200_000_000;

    /// <summary>Time for the whole file.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Counts bytes that a filter gives.</summary>
    internal void Spend(long count)
    {
        bytes += count;
        if (bytes > MaxBytes)
        {
            throw new PdfException("te-groot", "The streams of the file unpack to more than the limit.");
        }

        CheckTime();
    }

    /// <summary>Counts steps of an interpreter.</summary>
    internal void Step(int count)
    {
        operations += count;
        if (operations > MaxOperations)
        {
            throw new PdfException("te-groot", "The pages hold more operators than the limit.");
        }

        // To ask the clock at each step costs more than most steps.
        if (operations >= nextLook)
        {
            nextLook = operations + StepsBetweenLooks;
            CheckTime();
        }
    }

    private void CheckTime()
    {
        if (clock.Elapsed > MaxTime)
        {
            throw new PdfException("te-groot", "The file takes more time than the limit.");
        }
    }
}
