using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>Gathers the problems of one load.</summary>
internal sealed class ProblemList
{
    private readonly ImmutableArray<Problem>.Builder problems = ImmutableArray.CreateBuilder<Problem>();

    public void Error(string code, Provenance place, string message) => problems.Add(new Problem(Severity.Error, code, place, message));

    public void Warn(string code, Provenance place, string message) => problems.Add(new Problem(Severity.Warning, code, place, message));

    public ImmutableArray<Problem> ToImmutable() => problems.ToImmutable();
}
