using System.Diagnostics;
using System.Security.Authentication;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>
/// A connection that comes back: after any break it is made anew, with growing pauses, and whoever uses it starts over on the new one. A
/// break of the channel alone counts as a break.
/// </summary>
internal sealed class BrokerLink(BrokerAddress address, TimeSpan patience, Action<string> say)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Uses a connection until asked to stop.</summary>
    /// <param name="use">Uses it until its token is cancelled, which happens at a break and when asked to stop; begun again after a break.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="DossierException">The broker refuses us, or is out of reach for longer than can be borne.</exception>
    public async Task RunAsync(Func<IConnection, CancellationToken, Task> use, CancellationToken stop)
    {
        var since = Stopwatch.StartNew();
        var pause = FirstPause;
        var told = false;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await address.Factory().CreateConnectionAsync(stop).ConfigureAwait(false);
                using var broken = CancellationTokenSource.CreateLinkedTokenSource(stop);
                connection.ConnectionShutdownAsync += (_, _) => Cancel(broken);
                if (told)
                {
                    say($"De broker {address} is er weer.");
                    told = false;
                }

                pause = FirstPause;
                await use(connection, broken.Token).ConfigureAwait(false);
                since.Restart();
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is BrokerUnreachableException or AlreadyClosedException or OperationInterruptedException or IOException or TimeoutException or OperationCanceledException or ChannelAllocationException)
            {
                ThrowIfRefused(e);
                if (since.Elapsed > patience)
                {
                    throw new DossierException($"De broker {address} is al {patience.TotalMinutes:0} minuten niet te bereiken. Start hem en geef hetzelfde commando opnieuw: wat gedaan is, is bewaard.", e);
                }
            }

            if (!told && !stop.IsCancellationRequested)
            {
                say($"De broker {address} is niet te bereiken; er wordt steeds opnieuw geprobeerd.");
                told = true;
            }

            await Pause(pause, stop).ConfigureAwait(false);
            pause = pause * 2 > LongestPause ? LongestPause : pause * 2;
        }
    }

    private static Task Cancel(CancellationTokenSource source)
    {
        try
        {
            return source.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The connection was given up already.
            return Task.CompletedTask;
        }
    }

    private static async Task Pause(TimeSpan time, CancellationToken stop)
    {
        try
        {
            await Task.Delay(time, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Asked to stop: the caller sees that itself.
        }
    }

    private void ThrowIfRefused(Exception e)
    {
        for (var inner = e; inner is not null; inner = inner is AggregateException { InnerExceptions: [var first, ..] } ? first : inner.InnerException)
        {
            switch (inner)
            {
                case AuthenticationFailureException or PossibleAuthenticationFailureException:
                    throw new DossierException($"De broker {address} weigert de naam of het wachtwoord. Controleer {BrokerAddress.UserVariable} en {BrokerAddress.PasswordVariable} of {BrokerAddress.PasswordFileVariable}.", e);
                case AuthenticationException:
                    throw new DossierException($"Het certificaat van de broker {address} wordt niet vertrouwd. Laat de beheerder het certificaat van de uitgever op deze machine installeren.", e);
                case OperationInterruptedException { ShutdownReason.ReplyCode: 403 or 530 }:
                    throw new DossierException($"De broker {address} geeft deze gebruiker geen toegang. Vraag de beheerder om rechten op de wachtrijen 'woo.*'.", e);
                case OperationInterruptedException { ShutdownReason.ReplyCode: 406 }:
                    throw new DossierException($"Op de broker {address} staat al een wachtrij 'woo.…' met andere kenmerken. Laat de beheerder haar weghalen.", e);
            }
        }
    }
}
