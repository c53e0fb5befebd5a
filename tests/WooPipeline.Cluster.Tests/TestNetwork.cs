using System.Diagnostics;
using System.Globalization;

namespace WooPipeline.Cluster;

/// <summary>Hosts of their own on one machine, in network namespaces, joined by a bridge on which the machine itself is a host too.</summary>
internal sealed class TestNetwork : IDisposable
{
    private readonly string name = string.Create(CultureInfo.InvariantCulture, $"wt{Environment.ProcessId % 10_000}");
    private readonly int count;

    private TestNetwork(int count) => this.count = count;

    /// <summary>Address of the machine on the bridge.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"10.203.{Environment.ProcessId % 250}.1");

    /// <summary>A network; null (with a printed line) where none may be made.</summary>
    public static TestNetwork? TryMake(int hosts)
    {
        if (!ExternalTool.IsHere("ip"))
        {
            return null;
        }

        var network = new TestNetwork(hosts);
        if (network.Make())
        {
            return network;
        }

        network.Dispose();
        Console.WriteLine("skipped: network namespaces may not be made here");
        return null;
    }

    /// <summary>Starts <c>woo</c> on a host.</summary>
    public WooProcess Start(int host, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("ip") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "netns", "exec", Host(host), "dotnet", Path.Combine(AppContext.BaseDirectory, "woo.dll") }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        return new WooProcess(Process.Start(start)!);
    }

    /// <summary>Cuts a host off, or joins it again.</summary>
    public void Join(int host, bool joined) => Ip("link", "set", Cable(host), joined ? "up" : "down");

    /// <inheritdoc/>
    public void Dispose()
    {
        for (var host = 0; host < count; host++)
        {
            Ip("netns", "delete", Host(host));
            Ip("link", "delete", Cable(host));
        }

        Ip("link", "delete", name);
    }

    private static bool Ip(params string[] arguments) => ExternalTool.Run("ip", arguments).ExitCode == 0;

    private string Host(int host) => string.Create(CultureInfo.InvariantCulture, $"{name}h{host}");

    private string Cable(int host) => string.Create(CultureInfo.InvariantCulture, $"{name}c{host}");

    private bool Make() => Ip("link", "add", name, "type", "bridge") && Ip("addr", "add", Address + "/24", "dev", name) && Ip("link", "set", name, "up")
        && Enumerable.Range(0, count).All(MakeHost);

    private bool MakeHost(int host) =>
        Ip("netns", "add", Host(host))
        && Ip("link", "add", Cable(host), "type", "veth", "peer", "name", "eth0", "netns", Host(host))
        && Ip("link", "set", Cable(host), "master", name) && Ip("link", "set", Cable(host), "up")
        && Ip("-n", Host(host), "addr", "add", string.Create(CultureInfo.InvariantCulture, $"{Address[..^1]}{10 + host}/24"), "dev", "eth0")
        && Ip("-n", Host(host), "link", "set", "eth0", "up") && Ip("-n", Host(host), "link", "set", "lo", "up");
}
