using System.Collections.Concurrent;
using System.Text.Json;
using DelegationLang.Policy;
using DelegationLang.Service.Hosting;
using DelegationLang.Service.Serving;
using DelegationLang.Service.Tests.Support;
using DelegationLang.Service.Understanding;
using DelegationLang.Testing;

namespace DelegationLang.Service.Tests;

/// <summary>That questions in free English are read rightly, or refused, and never read wrongly.</summary>
public sealed class UnderstandingTests
{
    private const string Refuse = "refuse";

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("DELEGATION_SEED"), out int seed) ? seed : Random.Shared.Next();

    private static readonly (string Name, DateOnly Day)[] Examples =
        [("west-yorkshire-icb", new DateOnly(2026, 8, 1)), ("foundation-trust", new DateOnly(2024, 8, 1)), ("borough-council", new DateOnly(2024, 6, 1))];

    private static readonly ConcurrentDictionary<string, (ServedScheme Scheme, QuestionReader Reader)> Readers = new(StringComparer.Ordinal);

    private static readonly Lazy<IReadOnlyList<Judged>> All = new(() => [.. Examples.SelectMany(Judge)]);

    [Fact]
    public void No_question_is_read_wrongly()
    {
        Assert.True(All.Value.Count >= 100);
        var wrong = All.Value.Where(one => one.IsWrong).Select(one => $"{one.Asked}\n  read as  {one.Read}\n  but is   {one.Right}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Most_questions_that_can_be_read_are()
    {
        var readable = All.Value.Where(one => one.Right != Refuse).ToList();
        var refused = readable.Where(one => one.Read.Length == 0).Select(one => $"{one.Asked}\n  {one.Reason}").ToList();
        Assert.True(refused.Count * 10 <= readable.Count, $"{refused.Count} of {readable.Count}:\n" + string.Join('\n', refused));
    }

    [Fact]
    public void A_refusal_says_why()
    {
        foreach (var one in All.Value.Where(one => one.Read.Length == 0))
        {
            Assert.True(one.Reason.EndsWith('.') || one.Reason.EndsWith('”'), one.Asked + ": " + one.Reason);
        }
    }

    [Fact]
    public void What_people_type_into_the_search_is_never_read_as_something_else()
    {
        var (read, all) = (0, 0);
        foreach (var (name, day) in Examples)
        {
            using var samples = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "samples", "questions", name + ".json")));
            foreach (var sample in samples.RootElement.GetProperty("questions").EnumerateArray())
            {
                string asked = sample.GetProperty("ask").GetString() ?? "";
                var targets = sample.GetProperty("targets").EnumerateArray().Select(target => target.GetString() ?? "").ToList();
                foreach (string text in (string[])[asked, $"Who decides {asked}?", $"Who approves {asked}?", $"Who can sign {asked}?"])
                {
                    all++;
                    if (ReaderOf(name, day).Reader.Read(text, day) is { IsUnderstood: true } reading)
                    {
                        read++;
                        Assert.True(reading.Parts.Any(part => part.As == "subject" && targets.Contains(part.Meaning)), $"{text}\n{reading.Question}");
                    }
                }
            }
        }

        Assert.True(all > 300 && read > 0, FormattableString.Invariant($"{read} of {all}"));
    }

    [Fact]
    public void Every_word_of_what_is_read_is_told_with_what_it_was_read_as()
    {
        var random = new Random(Seed);
        foreach (var (name, day) in Examples)
        {
            var (scheme, reader) = ReaderOf(name, day);
            string[] names = [.. scheme.Loaded.Names.Select(one => one.Name)];
            string[] words =
            [
                "who", "decides", "may", "can", "what", "decide", "approve", "approves", "signs", "in", "at", "for", "of", "on", "when", "unless", "if", "worth", "per", "contract", "a", "the",
                "£5,000", "£2m", "including", "VAT", "1 May 2026", "is", "and", "it", "4 years", "?", ",", "not", "£", "-5",
            ];
            string Name() => names[random.Next(names.Length)];
            string Any() => random.Next(3) == 0 ? Name() : words[random.Next(words.Length)];
            for (int i = 0; i < Effort.Of(333, 50_000); i++)
            {
                // Some are nearly questions, and some are anything.
                string[] start = random.Next(3) switch { 0 => ["who decides", Name()], 1 => ["may", Name(), "decide", Name()], _ => [] };
                string text = string.Join(' ', start.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Any())));
                var reading = reader.Read(text, day);
                if (reading.IsUnderstood)
                {
                    Assert.Equal(Words(text), Words(string.Join(' ', reading.Parts.Select(part => part.Words))));
                    Assert.NotEqual(Outcome.Error, scheme.Ask(reading.Question, day).Outcome);
                }
            }
        }

        static IEnumerable<string> Words(string text) => QuestionToken.Of(text).Select(token => token.Lower);
    }

    [Fact]
    public void A_formal_question_is_read_as_it_stands()
    {
        foreach (var (name, day) in Examples)
        {
            var (scheme, reader) = ReaderOf(name, day);
            foreach (string? question in File.ReadLines(Repository.PathOf("examples", name, "questions.txt")).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)))
            {
                var read = reader.Read(question, day);
                Assert.True(read.IsUnderstood, question + "\n" + string.Join(' ', read.Reasons));
                Assert.Equal(scheme.Ask(question, day) with { Question = "" }, scheme.Ask(read.Question, day) with { Question = "" });
            }
        }
    }

    [Theory]
    [InlineData("who decides podiatry at Leeds on tomorrow?")]
    [InlineData("who decides podiatry at Leeds on the other day, 1 May 2026?")]
    [InlineData("who decides podiatry at Leeds at Kirklees?")]
    [InlineData("who decides podiatry worth £5 worth £1,000?")]
    [InlineData("who decides podiatry on 1 May 2026 on 2 May 2026?")]
    [InlineData("who decides podiatry on 31 June 2026?")]
    [InlineData("who decides podiatry worth £1,00?")]
    [InlineData("who decides podiatry worth £5-10k?")]
    [InlineData("who decides podiatry worth £99999999999999999999999999999?")]
    [InlineData("who decides podiatry worth £5 million million?")]
    [InlineData("who decides?")]
    [InlineData("who")]
    [InlineData("")]
    [InlineData("\0\u2028\ud800")]
    public void What_cannot_be_sure_is_refused(string asked) => Assert.False(ReaderOf(Examples[0].Name, Examples[0].Day).Reader.Read(asked, Examples[0].Day).IsUnderstood);

    [Theory]
    [InlineData("not")]
    [InlineData("never")]
    [InlineData("except")]
    [InlineData("over")]
    [InlineData("before")]
    [InlineData("two")]
    [InlineData("without")]
    [InlineData("outside")]
    [InlineData("York")]
    [InlineData("£5")]
    [InlineData("2027")]
    public void A_word_that_bears_on_the_question_is_never_passed_over(string word)
    {
        foreach (var one in All.Value.Where(one => one.Read.Length > 0))
        {
            var (name, day) = Examples.Single(example => example.Name == one.Example);
            string[] words = one.Asked.TrimEnd('?').Split(' ');
            for (int i = 0; i <= words.Length; i++)
            {
                string asked = string.Join(' ', [.. words[..i], word, .. words[i..]]) + "?";
                var read = ReaderOf(name, day).Reader.Read(asked, day);
                Assert.True(!read.IsUnderstood, $"{asked}\n{read.Question}");
            }
        }
    }

    private static (ServedScheme Scheme, QuestionReader Reader) ReaderOf(string example, DateOnly day) => Readers.GetOrAdd(example, _ =>
    {
        var clock = new ServiceClock(TimeZoneInfo.Utc, day, TimeProvider.System);
        var scheme = ServedScheme.Open(RunningService.MachineOf(Repository.Root, TextWriter.Null, clock), "examples/" + example, day);
        return (scheme, new QuestionReader(scheme));
    });

    private static IEnumerable<Judged> Judge((string Name, DateOnly Day) example)
    {
        var (scheme, reader) = ReaderOf(example.Name, example.Day);
        string asked = "";
        foreach (string line in File.ReadLines(Repository.PathOf("tests", "samples", "understanding", example.Name + ".txt")))
        {
            if (!line.StartsWith('='))
            {
                asked = line.Length > 0 ? line : asked;
                continue;
            }

            string right = line[1..].Trim();
            if (right != Refuse)
            {
                // The right readings are questions that the tool takes.
                Assert.NotEqual(Outcome.Error, scheme.Ask(right, example.Day).Outcome);
            }

            var reading = reader.Read(asked, example.Day);
            if (reading.IsUnderstood)
            {
                Assert.NotEqual(Outcome.Error, scheme.Ask(reading.Question, example.Day).Outcome);
            }

            // A post may have two names: what somebody may decide is the same under both.
            string read = Plain(reading.Question);
            bool isSame = read == right || (read.StartsWith("what may", StringComparison.Ordinal) && right.StartsWith("what may", StringComparison.Ordinal)
                && scheme.Ask(read, example.Day) with { Question = "" } == scheme.Ask(right, example.Day) with { Question = "" });
            yield return new Judged(example.Name, asked, right, read, read.Length > 0 && !isSame, string.Join(' ', reading.Reasons));
        }
    }

    private static string Plain(string question)
    {
        string plain = question.Replace("\"", "", StringComparison.Ordinal).Replace(" may the ", " may ", StringComparison.Ordinal).TrimEnd('?');
        return plain.Length > 0 ? char.ToLowerInvariant(plain[0]) + plain[1..] : "";
    }

    private sealed record Judged(string Example, string Asked, string Right, string Read, bool IsWrong, string Reason);
}
