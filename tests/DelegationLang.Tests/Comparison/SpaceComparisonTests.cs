using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Comparison;
using DelegationLang.Testing;
using DelegationLang.Tests.Reference.Generation;
using DelegationLang.Workspaces;
using Xunit.Abstractions;

namespace DelegationLang.Tests.Comparison;

/// <summary>
/// The comparison of two versions misses nothing and invents nothing: on random schemes, random edits and random questions the answers differ exactly
/// where a change covers the question, and each question that a change is shown by is answered differently.
/// </summary>
public sealed class SpaceComparisonTests(ITestOutputHelper output)
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    [Fact]
    public void Answers_differ_exactly_where_a_change_covers_the_question()
    {
        int differing = 0;
        int alike = 0;
        int witnesses = 0;
        int open = 0;
        int untold = 0;
        int pairs = Effort.Of(20, 1_000);
        for (int seed = 0; seed < pairs; seed++)
        {
            var pair = Pair.Make(seed, Effort.IsLong ? 200 : 60);
            SpaceComparison comparison = pair.Compare();
            Assert.Empty(comparison.CutShort);
            foreach (SpaceChange change in comparison.Changes)
            {
                witnesses++;
                Assert.True(IsReal(pair, comparison, change), $"seed {seed}: not real: {change.Words}\n{Question(pair.After, change.AskedAfter)} {Ask(pair.After, change.AskedAfter)}\n{Question(pair.Before, change.AskedBefore)} {Ask(pair.Before, change.AskedBefore)}\n{pair}");
            }

            foreach (string question in pair.Questions)
            {
                Answer now = pair.After.Ask(question, Today);
                Answer then = comparison.InLaterNames(pair.Before.Ask(question, Today));
                if (then.Outcome == Outcome.Error || now.Outcome == Outcome.Error || pair.After.Answerer.DecisionOf(question, Today) is not { } decision)
                {
                    continue;
                }

                bool isDifferent = !AnswerLikeness.AreAlike(then with { ForFunctions = [] }, now with { ForFunctions = [] });
                bool isCovered = comparison.ChangeOfAfter(decision) is not null;
                differing += isDifferent ? 1 : 0;
                alike += isDifferent ? 0 : 1;
                if (isDifferent != isCovered && OpenQuestion.IsOpen(decision, pair.After.Space.Definition))
                {
                    // It is about many points at once: those are what is asked instead.
                    open++;
                    bool? isSomewhere = new OpenQuestion(pair.Before.Space, pair.After.Space, comparison) { About = () => $"seed {seed}: {question}\n{pair}\n{string.Join('\n', comparison.Changes.Select(change => change.Words))}" }.DiffersSomewhere(decision);
                    untold += isSomewhere is null ? 1 : 0;
                    Assert.True(isSomewhere is null || isSomewhere == isCovered, $"seed {seed}: {(isSomewhere is true ? "missed" : "invented")} within: {question}\nthen: {then}\nnow: {now}\n{pair}\n{string.Join('\n', comparison.Changes.Select(change => change.Words))}");
                    continue;
                }

                Assert.True(isDifferent == isCovered, $"seed {seed}: {(isDifferent ? "missed" : "invented")}: {question}\nthen: {then}\nnow: {now}\n{pair}\n{string.Join('\n', comparison.Changes.Select(change => change.Words))}");
            }
        }

        output.WriteLine($"{pairs} pairs: {differing} questions answered differently, {alike} alike; {witnesses} changes; {open} questions left something open and were judged by the points that they are about, but for {untold}");
        // Sentences that limit what counts differently at once leave open what a question is worth in the other way.
        Assert.True((untold - 2) * 500 <= differing + alike, $"{untold} questions could not be judged");
        Assert.True(differing > pairs * 2 && alike > pairs * 2 && witnesses > pairs, $"too few: {differing} differing, {alike} alike, {witnesses} changes");
    }

    [Fact]
    public void Nothing_changes_between_a_scheme_and_itself_in_another_order()
    {
        int real = 0;
        int tried = 0;
        for (int seed = 0; seed < Effort.Of(20, 1_000); seed++)
        {
            var scheme = RandomScheme.Make(seed, seed % 90, 0, hasFaults: seed % 7 == 0);
            DecisionEngine engine = Pair.Compile(scheme.Text);
            Assert.Empty(SpaceComparison.Of(engine.Space, engine.Space, DateRange.Always).Changes);
            if (scheme.Sentences.Any(sentence => sentence.StartsWith("section ", StringComparison.Ordinal)))
            {
                // A section is what stands below its title.
                continue;
            }

            ImmutableArray<string> shuffled = [.. scheme.Sentences.Take(2), .. new Dice(seed).Some(scheme.Sentences.Skip(2), scheme.Sentences.Length)];
            tried++;
            DecisionEngine other = Pair.Compile(string.Join('\n', shuffled) + "\n");
            var pair = new Pair(engine, other, [], scheme.Text, string.Join('\n', shuffled));
            SpaceComparison comparison = pair.Compare();

            real += comparison.Changes.IsEmpty ? 0 : 1;
            if (!comparison.Changes.IsEmpty)
            {
                output.WriteLine($"seed {seed}: the order of the sentences changes an answer: {string.Join(" / ", comparison.Changes.Select(change => $"{change.Words} [{string.Join(',', change.SentencesBefore.Concat(change.SentencesAfter).Select(sentence => sentence.Line))}]"))}");
            }

            Assert.All(comparison.Changes, change => Assert.True(IsReal(pair, comparison, change), $"seed {seed}: {change.Words}\n{pair}"));
            Assert.Empty(comparison.Renamed);
        }

        Assert.True(real == 0, $"the order of the sentences changes an answer in {real} of {tried} schemes");
    }

    // Authority that comes down twice, once after consulting somebody: they are to be consulted, whichever sentence was written first.
    [Theory]
    [InlineData("Board delegates buying to Director after consulting Forum with power to delegate.", "Board delegates buying to Director up to £100,000 with power to delegate.")]
    [InlineData("Board delegates buying to Director up to £100,000 with power to delegate.", "Board delegates buying to Director after consulting Forum with power to delegate.")]
    public void What_must_come_first_does_not_turn_on_the_order(string first, string second)
    {
        DecisionEngine engine = Pair.Compile($"""
            scheme Order
              in force from 1 January 2026.
            Order Trust is a company known as Trust.
            Board is the board of Trust.
            Director is an officer of Trust.
            Manager is an officer of Trust.
            Forum is a forum of Trust.
            matters of Trust:
              - buying.
            {first}
            {second}
            Director delegates buying to Manager up to £5,000.
            """);

        Assert.Equal("after consulting Forum", string.Join("; ", engine.Ask("who decides buying worth £1,000 on 1 May 2026?", Today).Steps));
        Assert.Equal(Outcome.Yes, engine.Ask("may Manager decide buying worth £1,000 on 1 May 2026?", Today).Outcome);
    }

    [Fact]
    public void What_is_taken_to_be_so_where_nobody_says_is_a_change_for_questions_that_do_not_say()
    {
        static string Text(string normally) => $"""
            scheme Normal
              in force from 1 January 2026.
            Normal Trust is a company known as Trust.
            Board is the board of Trust.
            Director is an officer of Trust.
            in budget is a condition, normally {normally}.
            matters of Trust:
              - buying.
            Board delegates buying to Director up to £5,000 when in budget.
            """;
        DecisionEngine before = Pair.Compile(Text("true"));
        DecisionEngine after = Pair.Compile(Text("false"));

        var comparison = SpaceComparison.Of(before.Space, after.Space, DateRange.Always);

        SpaceChange change = Assert.Single(comparison.Changes);
        Assert.StartsWith("Where nobody says, “in budget” is now taken to be false. ", change.Words, StringComparison.Ordinal);
        Assert.Equal(("Director", "Board"), (string.Join("; ", change.Before.Deciders), string.Join("; ", change.After.Deciders)));
        Assert.False(AnswerLikeness.AreAlike(Ask(before, change.AskedBefore), Ask(after, change.AskedAfter)));
        Assert.NotNull(comparison.ChangeOfAfter(change.AskedAfter!));
        Assert.Null(comparison.ChangeOfAfter(change.AskedAfter! with { Conditions = new Dictionary<int, bool> { [0] = true } }));
        Assert.Empty(SpaceComparison.Of(before.Space, before.Space, DateRange.Always).Changes);
    }

    private static bool IsReal(Pair pair, SpaceComparison comparison, SpaceChange change) =>
        !AnswerLikeness.AreAlike(comparison.InLaterNames(Ask(pair.Before, change.AskedBefore)), Ask(pair.After, change.AskedAfter));

    // In words, as people ask it.
    private static Answer Ask(DecisionEngine engine, Decision? decision) =>
        decision is null ? new Answer { Outcome = Outcome.Error, Message = "not there" } : engine.Ask(Question(engine, decision), Today);

    private static string Question(DecisionEngine engine, Decision? decision) => decision is null ? "" : QuestionText.Of(engine.Space.Definition, decision, isQuoted: true);

    private sealed record Pair(DecisionEngine Before, DecisionEngine After, ImmutableArray<string> Questions, string BeforeText, string AfterText)
    {
        public static Pair Make(int seed, int questions)
        {
            var scheme = RandomScheme.Make(seed, seed % 90, questions);
            ImmutableArray<string> more = [.. RandomScheme.Make(seed, Math.Min(99, (seed % 90) + 36), 0).Sentences.Except(scheme.Sentences)];
            var dice = new Dice(seed);
            string edited = string.Join('\n', new SchemeEdits(dice, more).Edit(scheme.Sentences, 1 + dice.Below(5))) + "\n";
            return new Pair(Compile(scheme.Text), Compile(edited), [.. scheme.Questions.Where(question => question.StartsWith("who", StringComparison.Ordinal))], scheme.Text, edited);
        }

        public static DecisionEngine Compile(string text) => Project.OfFile(MemoryFiles.Empty.With("main.delegation", text), "main.delegation").Compile(Today).Engine;

        public SpaceComparison Compare() => SpaceComparison.Of(Before.Space, After.Space, DateRange.Always);

        public override string ToString() => string.Join('\n', BeforeText.Split('\n').Except(AfterText.Split('\n')).Select(line => "- " + line).Concat(AfterText.Split('\n').Except(BeforeText.Split('\n')).Select(line => "+ " + line))) + "\n\n" + AfterText;
    }
}
