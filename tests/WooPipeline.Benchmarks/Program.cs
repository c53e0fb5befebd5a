using BenchmarkDotNet.Running;

namespace WooPipeline.Benchmarks;

/// <summary>Chooses benchmarks by the arguments.</summary>
internal static class Benchmarks
{
    private static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(Benchmarks).Assembly).Run(args);
}
