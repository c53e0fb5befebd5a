using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;

namespace WooPipeline.Cluster;

/// <summary>A broker of the tests' own: Debian's rabbitmq-server under another node name, in another folder, on other ports, for this machine alone.</summary>
public sealed class TestBroker : IDisposable
{
    private const string Programs = "/usr/lib/rabbitmq/bin";
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(3);
    private readonly TemporaryFolder folder = new();
    private readonly string address;
    private readonly int port = FreePort();
    private readonly int distribution = FreePort();
    private readonly int mapper = FreePort();
    private readonly bool isTls;
    private Process? process;

    private TestBroker(string address, TestAuthority? tls, string password)
    {
        (this.address, isTls) = (address, tls is not null);
        File.WriteAllText(folder.File("rabbitmq.conf"), Listener(tls) + $"default_user = {User}\ndefault_pass = {password}\nloopback_users = none\nlog.file.level = info\n");
        File.WriteAllText(folder.File("plugins"), "[].\n");
        var cookie = folder.File(".erlang.cookie");
        File.WriteAllText(cookie, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
        }
    }

    /// <summary>Name of its user.</summary>
    public const string User = "guest";

    /// <summary>Its address.</summary>
    public string Url => string.Create(CultureInfo.InvariantCulture, $"{(isTls ? "amqps" : "amqp")}://{(isTls ? "localhost" : address)}:{port}");

    /// <summary>All that it keeps: messages, logs.</summary>
    public string Folder => folder.Path;

    /// <summary>A started one; null (with a printed line) where the server isn't installed.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="tls">Its certificate: then it listens over TLS alone.</param>
    /// <param name="password">Password of its user.</param>
    internal static TestBroker? TryStart(string address = "127.0.0.1", TestAuthority? tls = null, string password = "guest")
    {
        if (!File.Exists(Path.Combine(Programs, "rabbitmq-server")))
        {
            Console.WriteLine("skipped: rabbitmq-server is not installed");
            return null;
        }

        var broker = new TestBroker(address, tls, password);
        broker.Start();
        return broker;
    }

    /// <summary>Starts it.</summary>
    public void Start()
    {
        var start = new ProcessStartInfo(Path.Combine(Programs, "rabbitmq-server")) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in Settings())
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var since = Stopwatch.StartNew();
        while (!Answers())
        {
            Assert.False(process.HasExited, process.HasExited ? output.Result + error.Result : "");
            Assert.True(since.Elapsed < StartTime, "the broker did not start in time");
            Thread.Sleep(200);
        }
    }

    /// <summary>Kills it as a fault would.</summary>
    public void Kill() => End("-KILL");

    /// <summary>Asks it to end.</summary>
    public void Stop() => End("-TERM");

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        ExternalTool.Run("epmd", "-port", mapper.ToString(CultureInfo.InvariantCulture), "-kill");
        folder.Dispose();
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private void End(string signal)
    {
        if (process is null || process.HasExited)
        {
            return;
        }

        // The node itself, whose number it wrote; the script that started it ends with it.
        ExternalTool.Run("kill", signal, File.ReadAllText(folder.File("pid")).Trim());
        if (!process.WaitForExit(StartTime))
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
        process = null;
    }

    /// <summary>True where it greets who connects; the header is that of AMQP 0-9-1.</summary>
    private bool Answers()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(address, port);
            client.ReceiveTimeout = 5_000;
            using Stream stream = isTls ? Secured(client.GetStream()) : client.GetStream();
            stream.Write("AMQP\0\0\u0009\u0001"u8);
            return stream.ReadByte() == 1;
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException)
        {
            return false;
        }
    }

    [SuppressMessage("Security", "CA5359:Do Not Disable Certificate Validation", Justification = "It is only asked whether the broker is there; nothing is told it.")]
    private static SslStream Secured(NetworkStream plain)
    {
        var stream = new SslStream(plain, false, (_, _, _, _) => true);
        stream.AuthenticateAsClient("localhost");
        return stream;
    }

    private string Listener(TestAuthority? tls)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{address}:{port}");
        return tls is null
            ? $"listeners.tcp.1 = {place}\n"
            : $"listeners.tcp = none\nlisteners.ssl.1 = {place}\nssl_options.cacertfile = {tls.Issuer}\nssl_options.certfile = {tls.Certificate}\nssl_options.keyfile = {tls.Key}\nssl_options.versions.1 = tlsv1.3\nssl_options.versions.2 = tlsv1.2\n";
    }

    private Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["HOME"] = folder.Path,
        ["RABBITMQ_NODENAME"] = string.Create(CultureInfo.InvariantCulture, $"wootest{port}@localhost"),
        ["RABBITMQ_MNESIA_BASE"] = folder.File("mnesia"),
        ["RABBITMQ_LOG_BASE"] = folder.File("log"),
        ["RABBITMQ_CONFIG_FILE"] = folder.File("rabbitmq.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = folder.File("plugins"),
        ["RABBITMQ_PID_FILE"] = folder.File("pid"),
        ["RABBITMQ_NODE_PORT"] = port.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_DIST_PORT"] = distribution.ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_PORT"] = mapper.ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        // So that it ends when it is told to, also after a node that was killed.
        ["ERL_EPMD_RELAXED_COMMAND_CHECK"] = "true",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
    };
}
