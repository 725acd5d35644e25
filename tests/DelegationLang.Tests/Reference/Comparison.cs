using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using DelegationLang.Tests.Reference.Generation;

namespace DelegationLang.Tests.Reference;

/// <summary>Asks the engine and the reference evaluator the same questions about the same random schemes.</summary>
/// <param name="engine">Makes an answerer of the text of a scheme of one file.</param>
/// <param name="keepsFaults">
/// Whether deciding sentences in error stay in the scheme, to see what they still take away. Otherwise, and where a declaration is in error, they are left out.
/// Which sentences are in error is for the engine to say; what that means is compared.
/// </param>
internal sealed class Comparison(Func<string, IAnswerer> engine, bool keepsFaults = false)
{
    private int sentences;
    private int dropped;
    private int questions;

    /// <summary>How many deciding and declaring sentences were compared.</summary>
    public int Sentences => sentences;

    /// <summary>How many were left out because the engine finds an error in them. The generator means to write none.</summary>
    public int Dropped => dropped;

    /// <summary>How many were left out for each reason, by the code of the error.</summary>
    public ConcurrentDictionary<string, int> DroppedByCode { get; } = new();

    /// <summary>How many questions were compared.</summary>
    public int Questions => questions;

    /// <summary>The first question on which the two disagree, with the scheme and both answers; none where they agree on all.</summary>
    public string? FirstDisagreement(RandomScheme scheme)
    {
        (RandomScheme valid, IAnswerer asked) = WithoutErrors(scheme);
        Interlocked.Add(ref sentences, scheme.Sentences.Length);
        Interlocked.Add(ref dropped, scheme.Sentences.Length - valid.Sentences.Length);
        ReferenceAnswerer reference = ReferenceCompiler.Compile(valid.Text, asked.FaultyLines, asked.FaultySince);
        foreach (string question in valid.Questions.Concat(Together(valid.Questions)))
        {
            Interlocked.Increment(ref questions);
            Answer expected = reference.Ask(question);
            Answer actual = asked.Ask(question);

            // Of several who sign the engine tells the widest way that they have; whether they may is what is compared.
            actual = question.StartsWith("may ", StringComparison.Ordinal) && question.Contains(" jointly with ", StringComparison.Ordinal)
                ? actual with { Deciders = [], Jointly = false, Deputies = null, Alternatives = null, ForFunctions = null }
                : actual;
            if (!expected.Agrees(actual))
            {
                return $"{Numbered(valid.Text)}\n{question}\n  reference: {expected}\n  engine:    {actual}\n";
            }
        }

        return null;
    }

    // Whether each party asked about may decide it beside the next one asked about.
    private static IEnumerable<string> Together(ImmutableArray<string> questions)
    {
        const string May = "may ";
        string[] asked = [.. questions.Where(question => question.StartsWith(May, StringComparison.Ordinal))];
        string[] parties = [.. asked.Select(question => question[May.Length..question.IndexOf(" decide ", StringComparison.Ordinal)])];
        for (int i = 1; i < asked.Length; i++)
        {
            if (parties[i] != parties[i - 1])
            {
                yield return $"may {parties[i]} jointly with {parties[i - 1]}{asked[i][(May.Length + parties[i].Length)..]}";
            }
        }
    }

    /// <summary>Leaves out the sentences in which the engine finds an error, and those that then miss a name, until none is left.</summary>
    private (RandomScheme Scheme, IAnswerer Asked) WithoutErrors(RandomScheme scheme)
    {
        while (true)
        {
            IAnswerer answerer = engine(scheme.Text);
            HashSet<int> faulty = [.. answerer.Errors.Select(error => SentenceAt(scheme.Sentences, error.Line))];
            faulty.RemoveWhere(index => keepsFaults && index >= 0 && IsDeciding(scheme.Sentences[index]));
            if (faulty.Count == 0)
            {
                return (scheme, answerer);
            }

            Assert.False(
                faulty.Contains(0) || faulty.Contains(-1),
                $"The scheme sentence itself is in error: {string.Join('\n', answerer.Errors)}\n{Numbered(scheme.Text)}");
            foreach (SchemeError error in answerer.Errors)
            {
                DroppedByCode.AddOrUpdate(error.Message[..6], 1, (_, count) => count + 1);
            }

            scheme = scheme with { Sentences = [.. scheme.Sentences.Where((_, index) => !faulty.Contains(index))] };
        }
    }

    private static bool IsDeciding(string sentence) =>
        sentence.Contains(" delegates ", StringComparison.Ordinal) || sentence.Contains(" reserves ", StringComparison.Ordinal)
        || sentence.Contains(" entrusts ", StringComparison.Ordinal) || sentence.StartsWith("limits for ", StringComparison.Ordinal);

    private static int SentenceAt(ImmutableArray<string> sentences, int line)
    {
        int last = 0;
        for (int index = 0; index < sentences.Length; index++)
        {
            last += sentences[index].Count(c => c == '\n') + 1;
            if (line <= last)
            {
                return index;
            }
        }

        return -1;
    }

    private static string Numbered(string text)
    {
        var numbered = new StringBuilder();
        int number = 0;
        foreach (string line in text.TrimEnd().Split('\n'))
        {
            number++;
            numbered.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number,4}  {line}\n");
        }

        return numbered.ToString();
    }
}
