using System.Globalization;
using System.Reflection;

namespace DelegationLang.Cli.Hosting;

/// <summary>What the tool does about its own faults: one line for the user, and the details in a file to send to whoever can mend it.</summary>
internal static class InternalError
{
    /// <summary>Saves the details and prints the line.</summary>
    /// <returns>The exit status.</returns>
    public static int Report(Host host, Exception fault)
    {
        host.Error.WriteLine($"delegation: a fault in the tool itself stopped it ({fault.GetType().Name}); {Save(host, fault)}.");
        return ExitCode.InternalError;
    }

    private static string Save(Host host, Exception fault)
    {
        try
        {
            // A name of its own each time, so that neither an earlier report nor a link that somebody laid there is written over.
            string path = Path.Combine(host.TemporaryFolder, $"delegation-fault-{Guid.NewGuid():N}.txt");
            using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
            file.NewLine = "\n";
            file.WriteLine("delegation " + Version);
            file.WriteLine(DateTime.UtcNow.ToString("u", CultureInfo.InvariantCulture));
            file.WriteLine(Environment.OSVersion + ", .NET " + Environment.Version);
            file.WriteLine(fault.ToString());
            return "the details are in " + path;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return "the details could not be saved";
        }
    }

    private static string Version =>
        typeof(InternalError).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
