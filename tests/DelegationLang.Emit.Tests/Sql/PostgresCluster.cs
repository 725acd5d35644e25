using System.Diagnostics;
using DelegationLang.Emit.Tests.Support;

namespace DelegationLang.Emit.Tests.Sql;

/// <summary>A PostgreSQL of its own in a folder of its own, that only this process reaches, and that is gone afterwards.</summary>
public sealed class PostgresCluster : IDisposable
{
    // The server refuses to run as root: it then runs as nobody who may do anything else.
    private static readonly bool IsRoot = Environment.UserName == "root";

    private readonly Lazy<string> folder;

    public PostgresCluster()
    {
        folder = new Lazy<string>(Start);
    }

    private static string Binaries
    {
        get
        {
            string? own = Directory.Exists("/usr/lib/postgresql")
                ? Directory.GetDirectories("/usr/lib/postgresql").Select(path => Path.Combine(path, "bin")).Where(path => File.Exists(Path.Combine(path, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
                : null;
            return own ?? Path.GetDirectoryName(Tool.Find("initdb")) ?? "";
        }
    }

    /// <summary>Runs a script, which stops at the first error, and gives the lines that it printed.</summary>
    /// <param name="script">Its text.</param>
    /// <param name="database">In which database.</param>
    public string[] Run(string script, string database = "postgres")
    {
        string file = Path.Combine(folder.Value, Guid.NewGuid().ToString("N") + ".sql");
        File.WriteAllText(file, script);
        try
        {
            return Tool.Run(Tool.Find("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", folder.Value, "-U", "postgres", "-d", database, "-f", file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (folder.IsValueCreated)
        {
            AsServer(Path.Combine(Binaries, "pg_ctl"), "-D", Path.Combine(folder.Value, "data"), "-m", "immediate", "stop");
            Directory.Delete(folder.Value, recursive: true);
        }
    }

    private static string Start()
    {
        string binaries = Binaries;
        string made = Directory.CreateTempSubdirectory("dl-pg-").FullName;
        if (IsRoot)
        {
            Tool.Run(Tool.Find("chown"), "postgres", made);
        }

        string data = Path.Combine(made, "data");
        AsServer(Path.Combine(binaries, "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C");
        AsServer(Path.Combine(binaries, "pg_ctl"), "-D", data, "-o", $"-k {made} -c listen_addresses='' -c fsync=off -c max_wal_size=2GB", "-l", Path.Combine(made, "log"), "-w", "start");
        return made;
    }

    private static void AsServer(string program, params string[] arguments)
    {
        // Its output is not read: the server that it starts would keep it open.
        string[] all = IsRoot ? [Tool.Find("setpriv"), "--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments] : [program, .. arguments];
        using Process process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", .. all])) ?? throw new InvalidOperationException($"{program} did not start");
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}");
    }
}
