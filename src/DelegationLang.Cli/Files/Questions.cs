using System.Globalization;
using System.Text;
using DelegationLang.Cli.Hosting;

namespace DelegationLang.Cli.Files;

/// <summary>Files of questions: one a line; empty lines and lines that start with <c>//</c> are passed over.</summary>
internal static class Questions
{
    // Longer than whatever stands in a line of English; a stream without an end of line would be read for ever.
    private const int LongestLine = 100_000;

    /// <summary>Opens a file of questions, or standard input where it is <c>-</c>.</summary>
    /// <exception cref="CommandFailure">It cannot be read.</exception>
    public static TextReader Open(Host host, string file)
    {
        if (file == "-")
        {
            return host.Input;
        }

        if (file.Length == 0)
        {
            throw new CommandFailure("--questions must name a file");
        }

        string path = host.FullPath(file);
        if (Directory.Exists(path))
        {
            throw new CommandFailure($"{file} is a folder: --questions wants a file");
        }

        if (FileKind.MayWait(path))
        {
            throw new CommandFailure($"{file} is a pipe: give it to --questions - as standard input");
        }

        try
        {
            return new StreamReader(path, Encoding.UTF8);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"the questions in {file} cannot be read: {FolderFiles.Reason(trouble)}");
        }
    }

    /// <summary>The questions, each as it comes.</summary>
    public static IEnumerable<string> In(TextReader lines)
    {
        while (ReadLine(lines) is { } line)
        {
            if (line.Trim() is { Length: > 0 } question && !question.StartsWith("//", StringComparison.Ordinal))
            {
                yield return question;
            }
        }
    }

    // What is after a carriage return is not waited for: whoever writes questions into a pipe waits for the answer.
    private static string? ReadLine(TextReader lines)
    {
        var line = new StringBuilder();
        for (int next; (next = lines.Read()) >= 0;)
        {
            if (next is '\n' or '\r')
            {
                return line.ToString();
            }

            if (line.Length == LongestLine)
            {
                throw new CommandFailure(string.Create(CultureInfo.InvariantCulture, $"a line of more than {LongestLine} characters is no question"));
            }

            line.Append((char)next);
        }

        return line.Length > 0 ? line.ToString() : null;
    }
}
