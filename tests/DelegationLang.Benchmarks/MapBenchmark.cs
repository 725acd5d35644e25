using System.Globalization;

namespace DelegationLang.Benchmarks;

/// <summary>
/// How long it takes until the map beside the text shows a key that was pressed, at a scheme of three thousand lines: the key, and at once the request for the part of
/// the map that is looked at; and then for what has changed. The tool is published for this platform, and runs in a process of its own.
/// </summary>
internal static class MapBenchmark
{
    private const double MostForMap = 300;

    /// <summary>Publishes, measures and reports; exits with 1 when it takes longer than it should.</summary>
    /// <param name="arguments">How many rounds, 60 by default; and the published tool, where it is published already.</param>
    public static int Run(string[] arguments)
    {
        int rounds = arguments.Length > 0 ? int.Parse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture) : 60;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("delegation-map-");
        try
        {
            string tool = arguments.Length > 1 ? arguments[1] : ColdStart.PublishTool(folder.FullName);
            string text = ServerBenchmark.Scheme();
            File.WriteAllText(Path.Combine(folder.FullName, "main.delegation"), text);
            var scheme = new SchemeBeingWritten(folder.FullName, text);
            using var client = new ServerClient(tool);
            scheme.Start(client);
            scheme.Open(client);
            var random = new Random(1);
            bool isFast = true;
            for (int part = 0; part < 3; part++)
            {
                var times = new List<double>();
                int size = 0;
                for (int round = -rounds / 2; round < rounds; round++)
                {
                    scheme.Press(client, random);
                    double time = ServerBenchmark.Time(() => size = client.Request("delegation/map", new { textDocument = new { uri = scheme.Address }, part }).GetProperty("html").GetString()?.Length ?? 0);
                    if (round >= 0)
                    {
                        times.Add(time);
                    }

                    client.WaitForReport(scheme.Version);
                }

                isFast &= ServerBenchmark.At(times, 0.95) <= MostForMap;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"part {part} of the map at {scheme.Lines} lines, {size / 1000} kB: after a key, median {ServerBenchmark.At(times, 0.5):0} ms, 95th percentile {ServerBenchmark.At(times, 0.95):0} ms (at most {MostForMap:0})"));
            }

            return isFast ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
