using System.Globalization;
using System.Text;

namespace DelegationLang.Cli.Hosting;

/// <summary>The machine as it is.</summary>
internal static class ConsoleHost
{
    // The end of the year 9999.
    private const long LastSecond = 253_402_300_799;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The host of this process. Its writers hold back what is written until they are flushed.</summary>
    public static Host Create()
    {
        (StandardStream input, StandardStream output, StandardStream error) = StandardStream.OpenAll();
        bool isOutputTerminal = !Console.IsOutputRedirected;
        return new Host
        {
            // Not Console.Out: finding out the console's own encoding takes longer than checking a scheme.
            Output = Writer(output),
            Error = Writer(error),
            Input = new StreamReader(input, Utf8),
            InputBytes = () => input,
            Conversation = () => (input.Open, output.Open),
            Folder = Environment.CurrentDirectory,
            TemporaryFolder = Path.GetTempPath(),
            DataFolder = () => Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData),
            Today = Today,
            End = Interruption.Token,
            HasColour = isOutputTerminal && IsColourWanted(),
            CanAsk = isOutputTerminal && !Console.IsInputRedirected,
            ShowsProgress = !Console.IsErrorRedirected,
            Width = isOutputTerminal ? TerminalWidth() : Host.DefaultWidth,
        };
    }

    // Builds that must be repeatable say by this variable which day it is: https://reproducible-builds.org/specs/source-date-epoch/
    private static DateOnly Today() =>
        long.TryParse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds <= LastSecond
            ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime)
            : DateOnly.FromDateTime(DateTime.Now);

    private static StreamWriter Writer(Stream stream) => new(stream, Utf8) { NewLine = "\n" };

    private static bool IsColourWanted() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    private static int TerminalWidth()
    {
        try
        {
            return Math.Clamp(Console.WindowWidth, 60, 200);
        }
        catch (IOException)
        {
            return Host.DefaultWidth;
        }
    }
}
