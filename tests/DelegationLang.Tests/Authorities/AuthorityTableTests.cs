using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Testing;
using DelegationLang.Tests.Reference.Generation;

namespace DelegationLang.Tests.Authorities;

/// <summary>The table of authority says what the evaluator says: at every point, within each bound, on it and just outside.</summary>
public sealed class AuthorityTableTests
{
    [Fact]
    public void Every_line_agrees_with_the_evaluator_within_on_and_just_outside_its_bounds_and_nothing_is_missing()
    {
        int yes = 0;
        int no = 0;
        int jointly = 0;
        int schemes = Effort.Of(20, 1_000);
        for (int seed = 0; seed < schemes; seed++)
        {
            var points = new TablePoints(RandomScheme.Make(seed, seed % 90, 0, hasFaults: seed % 5 == 0).Text, seed);
            foreach (TablePoint point in points.Around(Effort.IsLong ? 200 : 40))
            {
                string? contradiction = points.Contradiction(point);
                Assert.True(contradiction is null, $"seed {seed}: {contradiction}\n{points.Text}");
                yes += point.Yes;
                no += point.No;
                jointly += point.Jointly;
            }
        }

        Assert.True(yes > 30 * schemes && no > 30 * schemes && jointly > schemes, $"only {yes} may, {no} may not, {jointly} jointly");
    }

    [Fact]
    public void A_matter_within_a_function_is_told_by_what_begins_and_ends_for_the_function()
    {
        var points = new TablePoints(
            """
            scheme Cuts
              version 1
              approved by Board on 1 March 2026
              in force from 1 April 2026 until 31 December 2028.
            use england.
            Alder Body is an NHS trust.
            Board is the board of Alder Body.
            Chief Executive is an officer of Alder Body.
            clinics is a function of Alder Body until 30 June 2027.
            closures is a matter of Alder Body within clinics.
            Alder Body delegates clinics to Chief Executive until 31 March 2027.
            """,
            1);
        AuthorityTable table = points.Space.Authority;
        int closures = points.Space.Definition.Subjects.Select(subject => subject.Name).ToList().IndexOf("closures");
        string[] told = [.. table.OfSubject(closures)[0].Rows.Select(row => table.Describe(row).Party + " " + Wording.Days(row.Days)).Distinct()];
        Assert.Contains("Chief Executive from 1 April 2026 until 31 March 2027", told);
        Assert.Contains("Board from 1 April 2027 until 30 June 2027", told);
        Assert.All(table.OfSubject(closures)[0].Rows, row => Assert.True(row.Days.Last <= new DateOnly(2027, 6, 30), table.Describe(row).Words));
    }

    [Fact]
    public void What_a_party_may_decide_on_a_day_is_what_its_lines_say()
    {
        int compared = 0;
        for (int seed = 0; seed < Effort.Of(7, 500); seed++)
        {
            var points = new TablePoints(RandomScheme.Make(seed, seed % 90, 0).Text, seed);
            DecisionSpace space = points.Space;
            var day = new DateOnly(2026, 5, 1);
            for (int party = 0; party < space.Definition.Parties.Length; party++)
            {
                Answer answer = space.WhatMay(party, day);
                string[] told = [.. answer.Authorities.Select(authority => authority.Words).Order(StringComparer.Ordinal)];
                string[] lines = space.Definition.Parties[party].Lifetime.Contains(day)
                    ? [.. space.Authority.OfParty(party).Where(row => row.Days.Contains(day)).Select(row => space.Authority.Describe(row).Words).Order(StringComparer.Ordinal)]
                    : [];
                Assert.Equal(lines, told);
                compared += told.Length;
            }
        }

        Assert.True(compared > 300, $"only {compared} were compared");
    }
}
