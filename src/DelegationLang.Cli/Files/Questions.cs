using System.Text;
using DelegationLang.Cli.Hosting;

namespace DelegationLang.Cli.Files;

/// <summary>Files of questions: one a line; empty lines and lines that start with <c>//</c> are passed over.</summary>
internal static class Questions
{
    /// <summary>Opens a file of questions, or standard input where it is <c>-</c>.</summary>
    /// <exception cref="CommandFailure">It cannot be read.</exception>
    public static TextReader Open(Host host, string file)
    {
        if (file == "-")
        {
            return host.Input;
        }

        try
        {
            return new StreamReader(host.FullPath(file), Encoding.UTF8);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"the questions in {file} cannot be read: {FolderFiles.Reason(trouble)}");
        }
    }

    /// <summary>The questions, each as it comes.</summary>
    public static IEnumerable<string> In(TextReader lines)
    {
        while (lines.ReadLine() is { } line)
        {
            if (line.Trim() is { Length: > 0 } question && !question.StartsWith("//", StringComparison.Ordinal))
            {
                yield return question;
            }
        }
    }
}
