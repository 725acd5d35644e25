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
            double withoutMap = Processor(client, rounds, () => { });
            bool isFast = true;
            for (int part = 0; part < 3; part++)
            {
                var times = new List<double>();
                int size = 0;
                void Look() => times.Add(ServerBenchmark.Time(() =>
                    size = client.Request("delegation/map", new { textDocument = new { uri = scheme.Address }, part }).GetProperty("html").GetString()?.Length ?? 0));
                Processor(client, rounds / 2, Look);
                times.Clear();
                double processor = Processor(client, rounds, Look) - withoutMap;
                isFast &= ServerBenchmark.At(times, 0.95) <= MostForMap;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"part {part} of the map at {scheme.Lines} lines, {size / 1000} kB: after a key, median {ServerBenchmark.At(times, 0.5):0} ms, 95th percentile {ServerBenchmark.At(times, 0.95):0} ms (at most {MostForMap:0}); processor {processor:0} ms more than {withoutMap:0} ms for a key and its report"));
            }

            return isFast ? 0 : 1;

            // The processor time of a round: a key, what is asked at once, and the report.
            double Processor(ServerClient server, int times, Action ask)
            {
                double before = server.ProcessorMilliseconds;
                for (int round = 0; round < times; round++)
                {
                    scheme.Press(server, random);
                    ask();
                    server.WaitForReport(scheme.Version);
                }

                return (server.ProcessorMilliseconds - before) / times;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
