using System.Diagnostics;
using System.Globalization;
using System.Text;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Text;
using Xunit.Abstractions;

namespace DelegationLang.Tests.Parsing;

/// <summary>
/// Broken texts of every sample: its prefixes, texts with one token left out, and random mutations (each of the first two in the long form). Reading never throws, never hangs,
/// keeps every character, and marks what is faulty. The seed is printed; <c>DELEGATION_FUZZ_SEED</c> sets it, and
/// <c>DELEGATION_FUZZ_COUNT</c> the number of mutations of each sample.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly string[] Snippets =
    [
        " ", "\n", "\r\n", ".", ". ", ",", ":", "\"", "“", "”", "- ", "–", "•", "//", "£", "£40,00", "%", "\0", "\u200B", "\uFEFF", "\uD83D", "…", ";", "?",
        " to ", " delegates ", " is a ", " is ", " reserves ", " up to £5 ", " when ", " or ", " for ", " with ", " by ", " the lower of ", " per ", " and ",
        " 31 June 2026 ", "2026/28", "use ", "scheme ", "section ", "limits for ", "matters of ", "scenario \"", "every delegation ", " is decided by ", " may not ",
    ];

    [Theory]
    [MemberData(nameof(Samples.Part), MemberType = typeof(Samples))]
    public void Every_prefix_is_read(string file)
    {
        string text = Samples.Read(file).Content;
        Parallel.ForEach(Effort.Some(8, text.Length), length => Read(text[..length], Samples.AllNames));
    }

    [Theory]
    [MemberData(nameof(Samples.Part), MemberType = typeof(Samples))]
    public void Every_text_that_lacks_one_token_is_read(string file)
    {
        SyntaxTree tree = Samples.Parse(file);
        string text = tree.Source.Content;
        Parallel.ForEach(Effort.Some(8, tree.Tokens.Length), i => Read(text.Remove(tree.Tokens[i].Span.Start, tree.Tokens[i].Span.Length), Samples.AllNames));
    }

    [Theory]
    [MemberData(nameof(Samples.Part), MemberType = typeof(Samples))]
    public void Random_mutations_are_read(string file)
    {
        int seed = Setting("DELEGATION_FUZZ_SEED", Environment.TickCount);
        int count = Setting("DELEGATION_FUZZ_COUNT", Effort.Of(13, 10_000));
        output.WriteLine(FormattableString.Invariant($"{file}: seed {seed}, {count} mutations"));
        string text = Samples.Read(file).Content;
        Parallel.For(0, count, i =>
        {
            var random = new Random(unchecked((seed * 31) + i));
            string mutated = Mutate(text, random);

            // Names declared in the broken text itself are as broken as the text: now and then they are collected anew.
            NameTable names = i % 8 == 0 ? NameTable.Collect([new SourceText(file, mutated)]) : Samples.AllNames;
            try
            {
                Read(mutated, names);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(FormattableString.Invariant($"seed {seed}, mutation {i}:\n{mutated}"), exception);
            }
        });
    }

    [Fact]
    public void Random_mutations_of_questions_are_read()
    {
        string[] questions =
        [
            "who decides podiatry at Leeds worth £400,000 per contract on 1 May 2026 when in budget, contract length is 4 years?",
            "may Place Director Leeds decide \"award of contract\" for podiatry worth EUR 1,000 excluding VAT unless urgent?",
            "What may Place Director Leeds decide on 1 May 2026",
        ];
        int seed = Setting("DELEGATION_FUZZ_SEED", Environment.TickCount);
        output.WriteLine(FormattableString.Invariant($"seed {seed}"));
        var random = new Random(seed);
        for (int i = 0; i < 30_000; i++)
        {
            string question = Mutate(questions[i % questions.Length], random);
            QuestionParse parse = Parser.ParseQuestion(new SourceText("question", question), Samples.AllNames);
            foreach (Diagnostic fault in parse.Diagnostics)
            {
                TreeInvariants.CheckFault(fault, question.Length);
            }
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : otherwise;

    private static void Read(string text, NameTable names)
    {
        var source = new SourceText("fuzz.delegation", text);
        SyntaxTree? tree = null;
        bool isQuick = false;

        // A busy machine may stop any thread for a second; it does not do so three times over.
        for (int i = 0; i < 3 && !isQuick; i++)
        {
            long start = Stopwatch.GetTimestamp();
            tree = Parser.Parse(source, names);
            isQuick = Stopwatch.GetElapsedTime(start) < Longest;
        }

        Assert.True(isQuick, "reading took longer than a second");
        Assert.NotNull(tree);
        TreeInvariants.Check(tree);
    }

    private static string Mutate(string text, Random random)
    {
        // A window of the text keeps each try short; what surrounds a fault is rarely longer than this.
        int start = random.Next(Math.Max(1, text.Length - 1500));
        var mutated = new StringBuilder(text, start, Math.Min(1500, text.Length - start), 2000);
        for (int i = random.Next(1, 6); i > 0 && mutated.Length > 0; i--)
        {
            int at = random.Next(mutated.Length);
            int length = Math.Min(mutated.Length - at, random.Next(1, 30));
            switch (random.Next(6))
            {
                case 0:
                    mutated.Remove(at, length);
                    break;
                case 1:
                    mutated.Insert(at, Snippets[random.Next(Snippets.Length)]);
                    break;
                case 2:
                    mutated[at] = (char)random.Next(32, 127);
                    break;
                case 3:
                    mutated[at] = (char)random.Next(0x10000);
                    break;
                case 4:
                    mutated.Insert(random.Next(mutated.Length), mutated.ToString(at, length));
                    break;
                default:
                    mutated.Remove(at, 1).Insert(at, Snippets[random.Next(Snippets.Length)]);
                    break;
            }
        }

        return mutated.ToString();
    }
}
