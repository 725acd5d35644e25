using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Comparison;
using DelegationLang.Policy.Definition;
using DelegationLang.Testing;
using DelegationLang.Tests.Reference.Generation;
using DelegationLang.Workspaces;
using Xunit.Abstractions;

namespace DelegationLang.Tests.Comparison;

/// <summary>What is different on a day is exactly what is answered otherwise on it than on the day before: on random schemes and questions, on every day on which anything begins or ends.</summary>
public sealed class DayByDayTests(ITestOutputHelper output)
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    [Fact]
    public void Answers_differ_from_those_of_the_day_before_exactly_where_a_change_covers_the_question()
    {
        int differing = 0;
        int alike = 0;
        int open = 0;
        int untold = 0;
        int changes = 0;
        for (int seed = 0; seed < Effort.Of(8, 200); seed++)
        {
            var scheme = RandomScheme.Make(seed, seed % 90, Effort.IsLong ? 20 : 12);
            DecisionEngine engine = Compile(scheme.Text);
            var days = DayByDay.Of(engine.Space);
            Assert.Empty(days.CutShort);
            foreach (SpaceChange change in days.Days.SelectMany(day => day.Changes))
            {
                changes++;
                Answer then = engine.Space.WhoDecides(change.AskedBefore ?? throw new InvalidOperationException());
                Answer now = engine.Space.WhoDecides(change.AskedAfter ?? throw new InvalidOperationException());
                Assert.Equal(change.AskedAfter.Day, change.AskedBefore.Day.AddDays(1));
                Assert.False(AnswerLikeness.AreAlike(then, now), $"seed {seed}: not real: {change.Words}\n{scheme.Text}");
            }

            Decision[] decisions = [.. scheme.Questions.Where(question => question.StartsWith("who", StringComparison.Ordinal)).Select(question => engine.Answerer.DecisionOf(question, Today)).OfType<Decision>()];
            foreach (Decision decision in Days(engine.Space.Definition).SelectMany(day => decisions.Select(decision => decision with { Day = day })))
            {
                Answer then = engine.Space.WhoDecides(decision with { Day = decision.Day.AddDays(-1) });
                Answer now = engine.Space.WhoDecides(decision);
                bool isDifferent = !AnswerLikeness.AreAlike(then with { ForFunctions = [] }, now with { ForFunctions = [] });
                bool isCovered = days.ChangeOf(decision) is not null;
                differing += isDifferent ? 1 : 0;
                alike += isDifferent ? 0 : 1;
                if (isDifferent != isCovered && OpenQuestion.IsOpen(decision, engine.Space.Definition))
                {
                    open++;
                    bool? isSomewhere = new OpenQuestion(engine.Space, days) { About = () => $"seed {seed}\n{scheme.Text}" }.DiffersSomewhere(decision);
                    untold += isSomewhere is null ? 1 : 0;
                    isDifferent = isSomewhere ?? isCovered;
                }

                Assert.True(isDifferent == isCovered, $"seed {seed}: {(isDifferent ? "missed" : "invented")}: {QuestionText.Of(engine.Space.Definition, decision, isQuoted: false)}\nthen: {then}\nnow: {now}\n{scheme.Text}");
            }
        }

        output.WriteLine($"{differing} questions answered otherwise than on the day before, {alike} alike; {changes} changes; {open} questions left something open and were judged by the points that they are about, but for {untold}");
        Assert.True(untold * 1_000 <= differing + alike, $"{untold} questions could not be judged");
        Assert.True(differing > 10 && alike > 10 && changes > 10, $"too few: {differing} differing, {alike} alike, {changes} changes");
    }

    [Fact]
    public void A_day_is_told_as_the_comparison_of_the_scheme_as_it_is_on_it_and_on_the_day_before()
    {
        var days = DayByDay.Of(Compile("""
            scheme Days
              version 1
              approved by Board on 1 March 2026
              in force from 1 April 2026 until 31 March 2028.
            Trust is an organisation.
            Board is the board of Trust.
            Director is an officer of Trust.
            Deputy is an officer of Trust from 1 June 2026.
            buying is a function of Trust.
            Trust delegates buying to Director up to £10,000 until 30 June 2026.
            Trust delegates buying to Director up to £20,000 from 1 July 2026.
            Deputy deputises for Director until 31 December 2026.
            """).Space);

        Assert.Equal(
            """
            2026-06-01 Director may still decide buying up to £10,000, but while Director is away or conflicted Deputy may now stand in
            2026-07-01 Director may decide buying up to £20,000 per decision; until then up to £10,000 per decision
            2027-01-01 Director may still decide buying up to £20,000, but while Director is away or conflicted Deputy may no longer stand in
            """,
            string.Join('\n', days.Days.SelectMany(day => day.Changes.Select(change => $"{day.Day:yyyy-MM-dd} {change.Words}"))));
    }

    [Fact]
    public void A_scheme_in_which_nothing_begins_or_ends_has_no_such_day()
    {
        Assert.Empty(DayByDay.Of(Compile("scheme Days\n  in force from 1 April 2026.\nTrust is an organisation.\nBoard is the board of Trust.\nbuying is a function of Trust.\nTrust delegates buying to Board.\n").Space).Days);
    }

    private static DecisionEngine Compile(string text) => Project.OfFile(MemoryFiles.Empty.With("main.delegation", text), "main.delegation").Compile(Today).Engine;

    // The first day of the scheme is none: on the day before, nothing of it was in force.
    private static IEnumerable<DateOnly> Days(SpaceDefinition definition) => definition.Rules.Select(rule => rule.Days)
        .Concat(definition.Parties.Select(party => party.Lifetime)).Concat(definition.Subjects.Select(subject => subject.Lifetime)).Concat(definition.Deputies.Select(deputy => deputy.Days))
        .Concat(definition.Amounts.SelectMany(amount => amount.Figures).Select(figure => figure.Days))
        .SelectMany(days => new DateOnly?[] { days.HasFirst ? days.First : null, days.HasLast ? days.Last.AddDays(1) : null, days.HasFirst ? days.First.AddDays(1) : null })
        .OfType<DateOnly>()
        .Where(day => day > definition.InForce.First && day <= definition.InForce.Last)
        .Distinct();
}
