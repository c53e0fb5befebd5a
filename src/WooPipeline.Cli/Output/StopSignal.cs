using System.Runtime.InteropServices;

namespace WooPipeline.Cli;

/// <summary>Ctrl-C, and the wish of a service manager that a program ends: the first is a request, the second ends it at once.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public StopSignal() =>
        registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Heard), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Heard)];

    /// <summary>Set once the user asked to stop.</summary>
    public CancellationToken Token => source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }

    private void Heard(PosixSignalContext signal)
    {
        if (source.IsCancellationRequested)
        {
            return;
        }

        signal.Cancel = true;
        Console.Error.WriteLine("Stoppen na de documenten die nu in bewerking zijn; nogmaals Ctrl-C stopt meteen.");
        source.Cancel();
    }
}
