using System.Globalization;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Import;

namespace DelegationLang.Cli.Commands;

/// <summary>Asks on a terminal what an import could not settle, a question at a time, and shows what each choice would write.</summary>
/// <param name="host">The terminal.</param>
internal sealed class ImportDialogue(Host host)
{
    private readonly HashSet<int> leftOpen = [];
    private bool isEnded;

    /// <summary>The next question that is open and was not passed over; none when the dialogue is at its end.</summary>
    public ImportQuestion? Next(ImportResult result) => isEnded ? null : result.Questions.FirstOrDefault(question => question.Answer == 0 && !leftOpen.Contains(question.Number));

    /// <summary>Says how answers are given.</summary>
    /// <param name="open">How many questions are open.</param>
    public void Begin(int open)
    {
        host.Output.WriteLine();
        host.Output.WriteLine($"{SeverityWords.Count(open, "question")} to answer. Type the number of a choice; Enter alone leaves a question open, and q leaves all the rest open. Each answer is kept at once.");
    }

    /// <summary>Asks a question.</summary>
    /// <returns>The chosen answer, from 1; 0 where it stays open.</returns>
    public int Ask(ImportQuestion question)
    {
        host.Output.WriteLine();
        host.Output.WriteLine($"{question.Number}. {Shown(question.Place)}");
        if (question.Words.Length > 0)
        {
            host.Output.WriteLine($"   {Shown(question.Words)}");
        }

        host.Output.WriteLine();
        host.Output.WriteLine(Shown(question.Ask));
        for (int i = 0; i < question.Choices.Length; i++)
        {
            host.Output.WriteLine($"  {i + 1}  {Shown(question.Choices[i])}");
            foreach (string line in question.Writes.ElementAtOrDefault(i)?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [])
            {
                host.Output.WriteLine($"       {Shown(line)}");
            }
        }

        return Choice(question);
    }

    private int Choice(ImportQuestion question)
    {
        while (true)
        {
            host.Output.Write("Your choice: ");
            host.Output.Flush();
            string? said = host.Input.ReadLine()?.Trim();
            if (said is null or "q" or "Q")
            {
                isEnded = true;
                host.Output.WriteLine(said is null ? "\n" : "");
                return 0;
            }

            if (said.Length == 0)
            {
                leftOpen.Add(question.Number);
                return 0;
            }

            if (int.TryParse(said.TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out int choice) && choice >= 1 && choice <= question.Choices.Length)
            {
                return choice;
            }

            host.Output.WriteLine(question.Choices.Length == 1 ? "Type 1, or Enter to leave it open." : $"Type a number from 1 to {question.Choices.Length}, or Enter to leave it open.");
        }
    }

    /// <summary>What a document says, as a terminal shows it: it may hold characters that would move the cursor.</summary>
    public static string Shown(string text) => DisplayText.Of(text.ReplaceLineEndings(" ")).Text;
}
