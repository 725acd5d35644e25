using System.Runtime.InteropServices;

namespace DelegationLang.Cli.Hosting;

/// <summary>Ctrl+C, and the system's request to end: a command that waits for them ends in order, and others as programs do.</summary>
internal static class Interruption
{
    /// <summary>Asks to be told. From now on neither ends the program of itself; a second one does.</summary>
    public static CancellationToken Token()
    {
        var source = new CancellationTokenSource();
        List<PosixSignalRegistration> registered = [];
        foreach (PosixSignal signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
        {
            registered.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = !source.IsCancellationRequested;
                source.Cancel();
                GC.KeepAlive(registered);
            }));
        }

        return source.Token;
    }
}
