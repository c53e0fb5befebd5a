using System.Net.Security;
using RabbitMQ.Client;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>Where the broker is and who we are there. Name and password come from the environment or a file, so that no list of processes and no log shows them.</summary>
internal sealed record BrokerAddress
{
    /// <summary>User name.</summary>
    public const string UserVariable = "WOO_BROKER_USER";

    /// <summary>Password.</summary>
    public const string PasswordVariable = "WOO_BROKER_PASSWORD";

    /// <summary>File whose first line is the password.</summary>
    public const string PasswordFileVariable = "WOO_BROKER_PASSWORD_FILE";

    /// <summary><c>ja</c> allows <c>amqp://</c> to another machine: for a network that is closed by other means.</summary>
    public const string PlainVariable = "WOO_BROKER_PLAIN";

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);
    private readonly Uri uri;
    private readonly string user;
    private readonly string password;

    private BrokerAddress(Uri uri, string user, string password) => (this.uri, this.user, this.password) = (uri, user, password);

    /// <summary>Host and port, for messages.</summary>
    public string Place => $"{uri.Host}:{(uri.Port > 0 ? uri.Port : uri.Scheme == "amqps" ? 5671 : 5672)}";

    /// <summary>Reads an address.</summary>
    /// <param name="url">As the user gave it.</param>
    /// <param name="variable">A variable of the environment, or null.</param>
    /// <exception cref="DossierException">It can't be used.</exception>
    public static BrokerAddress Read(string url, Func<string, string?> variable)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("amqps" or "amqp") || uri.Host.Length == 0)
        {
            throw new DossierException("--broker: geef een adres als amqps://broker.voorbeeld:5671 op.");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw new DossierException($"--broker: zet geen naam of wachtwoord in het adres (de lijst van processen toont het). Zet ze in {UserVariable} en {PasswordVariable} of {PasswordFileVariable}.");
        }

        if (uri.Scheme == "amqp" && !uri.IsLoopback && variable(PlainVariable) != "ja")
        {
            throw new DossierException($"--broker: amqp:// is niet versleuteld en mag alleen naar deze machine. Gebruik amqps://, of zet {PlainVariable}=ja voor een netwerk dat anders is afgesloten.");
        }

        return new BrokerAddress(uri, variable(UserVariable) ?? "guest", Password(variable));
    }

    /// <summary>What connects; certificates are checked by the rules of the system.</summary>
    public ConnectionFactory Factory()
    {
        var factory = new ConnectionFactory
        {
            Uri = uri,
            UserName = user,
            Password = password,
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            RequestedHeartbeat = Heartbeat,
            RequestedConnectionTimeout = Heartbeat,
            ClientProvidedName = "WooPipeline",
        };
        if (uri.Scheme == "amqps")
        {
            // The client's own default bears a certificate of another name; ours doesn't.
            factory.Ssl = new SslOption(uri.Host, enabled: true) { AcceptablePolicyErrors = SslPolicyErrors.None };
        }

        return factory;
    }

    /// <summary>Tells the place alone.</summary>
    public override string ToString() => Place;

    private static string Password(Func<string, string?> variable)
    {
        if (variable(PasswordFileVariable) is not { Length: > 0 } file)
        {
            return variable(PasswordVariable) ?? "guest";
        }

        try
        {
            return File.ReadLines(file).FirstOrDefault("").Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DossierException($"Het bestand van {PasswordFileVariable} kan niet worden gelezen. Controleer het pad en de rechten.", e);
        }
    }
}
