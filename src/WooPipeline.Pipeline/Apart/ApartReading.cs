using System.Diagnostics;

namespace WooPipeline.Pipeline;

/// <summary>
/// How a source is read in a process of its own, and what every source may take. Read so are sources that an earlier run began and never
/// ended, large ones, and those that take too much in the process of the run.
/// </summary>
public sealed record ApartReading
{
    /// <summary>Makes the start of a program that does <see cref="ApartReader.Execute"/> for a call and exits with what it gives.</summary>
    public required Func<ApartCall, ProcessStartInfo> Program { get; init; }

    /// <summary>The longest that a document may take; a container may take as much for each document in it.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Bytes of managed memory that reading a source may take; the process is ended when it holds twice as much in all.</summary>
    public long Memory { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Documents of at least so many bytes are read apart from the start: the price of a process is nothing beside theirs.</summary>
    public long LargeDocument { get; init; } = 64L * 1024 * 1024;
}

/// <summary>A source that is to be read apart.</summary>
/// <param name="Dossier">Full path of the dossier.</param>
/// <param name="Source">Path of the source in it, with <c>/</c>.</param>
/// <param name="Result">Full path of the file for what is read.</param>
public sealed record ApartCall(string Dossier, string Source, string Result);
