using System.Collections.Immutable;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Policy.Asking;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Emit.Tests.Embedding;

/// <summary>Whether those who signed may decide together, and who must still sign.</summary>
public sealed class SigningTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    private static readonly LoadedScheme Scheme = Load(SignedScheme.Sample);

    [Fact]
    public void Who_signed_and_who_must_still()
    {
        const string step = "after consulting Medical Director";
        NamedWhoQuestion grants = Scheme.WhoDecides("grants");
        Signing none = grants.MayTogether().On(Day);
        Assert.Equal(SigningKind.Incomplete, none.Kind);
        Assert.Equal(["Chief Executive", "Finance Director"], none.Missing.Single().ToArray());

        Signing one = grants.MayTogether("Chief Executive").After(step).On(Day);
        Assert.Equal(SigningKind.Incomplete, one.Kind);
        Assert.Equal(new SigningWay(["Finance Director"], []), one.Ways.Single());
        Assert.Equal("incomplete: Finance Director must sign", one.ToString());

        Signing early = grants.MayTogether("Finance Director", "Chief Executive").On(Day);
        Assert.Equal(new SigningWay([], [step]), early.Ways.Single());
        Assert.Empty(early.Missing);
        Assert.Equal(SigningKind.Incomplete, early.Kind);

        Signing both = grants.MayTogether("Finance Director", "Chief Executive").After(step).On(Day);
        Assert.True(both.IsComplete);
        Assert.NotEmpty(both.Chain);
        Assert.Empty(both.Ways);

        Signing stranger = grants.MayTogether("Medical Director").On(Day);
        Assert.Equal(SigningKind.No, stranger.Kind);
        Assert.Equal(["Medical Director"], stranger.NotCounted.ToArray());
        Assert.NotEmpty(stranger.Missing);
        Assert.Equal("complete", Scheme.WhoDecides("goods").Worth(1, "contract").MayTogether("Medical Director", "Chief Executive").On(Day).ToString());
    }

    [Fact]
    public void Two_people_of_a_post_are_two_signatures()
    {
        Signing one = Scheme.WhoDecides("loans").MayTogether("Medical Director").On(Day);
        Assert.Equal(["Medical Director"], one.Missing.Single().ToArray());
        Assert.True(Scheme.WhoDecides("loans").MayTogether("Medical Director", "Medical Director").On(Day).IsComplete);
    }

    [Fact]
    public void Deputies_sign_in_their_own_names_while_the_other_is_away_or_conflicted()
    {
        NamedWhoQuestion goods = Scheme.WhoDecides("goods").Worth(50_000, "contract");
        Assert.Equal(SigningKind.No, goods.MayTogether("Deputy Chief Executive").On(Day).Kind);
        Assert.Equal("Deputy Chief Executive", goods.MayTogether().On(Day).Deputies.Single().Party);
        Assert.True(goods.MayTogether("Deputy Chief Executive").Absent("Chief Executive").On(Day).IsComplete);
        Assert.True(goods.MayTogether("Deputy Chief Executive").Conflicted("chief executive").On(Day).IsComplete);

        Signing away = goods.MayTogether("Chief Executive").Absent("Chief Executive").On(Day);
        Assert.Equal(SigningKind.No, away.Kind);
        Assert.Equal(["Chief Executive"], away.NotCounted.ToArray());
        Assert.DoesNotContain(away.Missing, group => group.Contains("Chief Executive"));
        Assert.True(goods.MayTogether("Board").Absent("Chief Executive").On(Day).IsComplete);
    }

    [Fact]
    public void What_is_left_open_makes_it_depend_unless_the_signatures_are_enough_in_every_case()
    {
        Signing open = Scheme.WhoDecides("land").MayTogether("Chief Executive").On(Day);
        Assert.Equal(SigningKind.Depends, open.Kind);
        Assert.Equal(["amount"], open.DependsOn.ToArray());
        Assert.True(Scheme.WhoDecides("land").MayTogether("Board").On(Day).IsComplete);
    }

    [Fact]
    public void Where_nobody_may_decide_it_says_why()
    {
        Signing signing = Scheme.WhoDecides("goods").Worth(1, "contract").MayTogether("Chief Executive").On(new DateOnly(2030, 1, 1));
        Assert.Equal(SigningKind.No, signing.Kind);
        Assert.Contains("in force", signing.Reasons.Single(), StringComparison.Ordinal);
        Assert.StartsWith("no: ", signing.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_question_asks_nothing()
    {
        Assert.Throws<InvalidOperationException>(() => default(NamedSigningQuestion).On(Day));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scheme.WhoDecides("goods").MayTogether("Board").On(default));
        Assert.Throws<ArgumentException>(() => Scheme.WhoDecides("goods").MayTogether("Bord"));
    }

    /// <summary>Signatures are complete exactly where the standing of one of the signatories says so, whatever scheme, point and signatories.</summary>
    [Fact]
    public void It_agrees_with_where_each_signatory_stands()
    {
        var random = new Random(20261122);
        int asked = 0;
        int complete = 0;
        foreach (Sample sample in Samples.All)
        {
            LoadedScheme scheme = Load(sample);
            SpaceDefinition definition = scheme.Space.Definition;
            string[] parties = [.. definition.Parties.Select(party => party.Name).Where(name => scheme.TryParty(name, out _))];
            string[] subjects = [.. definition.Subjects.Where(subject => subject.Covers.Length < 2).Select(subject => subject.Name).Where(name => scheme.TrySubject(name, out _))];
            for (int i = 0; i < 40 && parties.Length > 0 && subjects.Length > 0; i++)
            {
                string subject = subjects[random.Next(subjects.Length)];
                string[] deciders = [.. scheme.WhoDecides(subject).On(Day).Deciders.Where(parties.Contains)];
                string[] pool = [.. deciders, .. deciders, parties[random.Next(parties.Length)]];
                string[] signed = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => pool[random.Next(pool.Length)])];
                Standing[] standings = [.. signed.Select(party => scheme.May(party, subject).StandingOn(Day))];
                string[] steps = random.Next(2) == 0 ? [] : [.. standings.SelectMany(standing => standing.Steps)];
                Signing signing = scheme.WhoDecides(subject).MayTogether(signed).After(steps).On(Day);
                if (standings.Any(standing => standing.Kind == StandingKind.Depends))
                {
                    continue;
                }

                bool isAllowed = standings.Select((standing, s) => standing.IsAllowedAfter(steps, signed.Where((_, other) => other != s))).Any(allowed => allowed);
                Assert.True(isAllowed == signing.IsComplete, $"{sample.Name}: {subject} signed by {string.Join(", ", signed)} after {string.Join(", ", steps)}: {signing}");
                asked++;
                complete += isAllowed ? 1 : 0;
            }
        }

        Assert.True(asked > 500 && complete > 100 && complete < asked, $"{asked} asked, {complete} complete");
    }

    private static LoadedScheme Load(Sample sample) => LoadedScheme.Load(new JsonEmitter().Emit(sample.Input).Single().Content.Span);
}
