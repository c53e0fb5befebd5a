using System.Globalization;
using BenchmarkDotNet.Running;

namespace WooPipeline.Benchmarks;

/// <summary>Chooses benchmarks by the arguments; <c>dossier 20000 FOLDER</c> makes a dossier to time <c>woo run</c> on.</summary>
internal static class Benchmarks
{
    private static void Main(string[] args)
    {
        if (args is ["dossier", var count, var folder])
        {
            DossierGenerator.Write(folder, int.Parse(count, CultureInfo.InvariantCulture));
            return;
        }

        BenchmarkSwitcher.FromAssembly(typeof(Benchmarks).Assembly).Run(args);
    }
}
