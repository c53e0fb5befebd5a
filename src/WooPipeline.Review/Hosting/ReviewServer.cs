using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WooPipeline.Review;

/// <summary>The review app: a web server on the loopback address for one reviewer and one dossier.</summary>
public sealed class ReviewServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ReviewSession session;

    private ReviewServer(WebApplication app, ReviewSession session, Uri address, string token)
    {
        this.app = app;
        this.session = session;
        Address = address;
        Url = new Uri(address, "start?token=" + token);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The address that opens it in a browser; holds the token of this start.</summary>
    public Uri Url { get; }

    /// <summary>Done when the dossier is read; fails where it can't be.</summary>
    public Task Ready => session.Ready;

    /// <summary>Starts the server and begins to read the dossier; what is open already shows how far it is.</summary>
    public static async Task<ReviewServer> StartAsync(ReviewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var token = SessionToken.Create();
        var session = new ReviewSession(options);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 4 * 1024 * 1024;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default);
        var app = builder.Build();
        app.UseMiddleware<FaultGuard>();
        app.UseMiddleware<RequestGuard>(token);
        WebAssets.Map(app);
        ReviewApi.Map(app, session);
        await app.StartAsync().ConfigureAwait(false);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        session.Begin();
        return new ReviewServer(app, session, new Uri(address + "/"), token);
    }

    /// <summary>Runs until it is stopped (Ctrl-C).</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation = default) => HostingAbstractionsHostExtensions.WaitForShutdownAsync(app, cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync().ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
        await session.DisposeAsync().ConfigureAwait(false);
    }
}
