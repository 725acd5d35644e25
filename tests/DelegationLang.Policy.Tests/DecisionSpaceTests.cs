using System.Collections.Immutable;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Policy.Tests;

public sealed class DecisionSpaceTests
{
    private readonly SmallSpace scheme = new();
    private readonly int board;
    private readonly int trust;
    private readonly int goods;

    public DecisionSpaceTests()
    {
        board = scheme.Party("Board", PartyKind.Group);
        trust = scheme.Organisation("Trust", board);
        goods = scheme.Function("goods", trust);
    }

    [Fact]
    public void TheBoardDecidesWhatNobodyWasGiven()
    {
        Answer answer = scheme.Build().WhoDecides(SmallSpace.About(goods));

        Assert.Equal(Outcome.Decided, answer.Outcome);
        Assert.Equal<string>(["Board"], answer.Deciders);
        Assert.Equal<string>(["Trust", "Board"], answer.Chain.Select(link => link.Party));
    }

    [Theory]
    [InlineData(10_000, "Manager")]
    [InlineData(10_000.01, "Board")]
    [InlineData(0, "Manager")]
    public void ALimitIncludesItsFigureAndNotAPennyMore(double worth, string decider)
    {
        scheme.Delegate(trust, goods, scheme.Party("Manager"), SmallSpace.UpTo(10_000));

        Assert.Equal<string>([decider], scheme.Build().WhoDecides(SmallSpace.About(goods, worth: (decimal)worth)).Deciders);
    }

    [Fact]
    public void AnAmountLeftOutGivesTheAnswerInEachCase()
    {
        scheme.Delegate(trust, goods, scheme.Party("Manager"), SmallSpace.UpTo(10_000));

        Answer answer = scheme.Build().WhoDecides(SmallSpace.About(goods));

        Assert.Equal(Outcome.Depends, answer.Outcome);
        Assert.Equal<string>(["amount"], answer.DependsOn);
        Assert.Equal<string>(["Board", "Manager"], answer.Deciders);
        Assert.Equal<string>(["an amount up to £10,000", "an amount above £10,000"], answer.Cases.Select(c => Assert.Single(c.When)));
    }

    [Fact]
    public void WhoHoldsMayDelegateOnOnlyWithPowerToDoSo()
    {
        int director = scheme.Party("Director");
        int manager = scheme.Party("Manager");
        scheme.Delegate(trust, goods, director);
        scheme.Delegate(director, goods, manager);

        Assert.Equal<string>(["Director"], scheme.Build().WhoDecides(SmallSpace.About(goods)).Deciders);
    }

    [Fact]
    public void OnwardPowerReachesAsFarAsItsLimit()
    {
        int director = scheme.Party("Director");
        int manager = scheme.Party("Manager");
        scheme.Delegate(trust, goods, director, onward: new OnwardDefinition { To = [manager], Limit = SmallSpace.UpTo(500) });
        scheme.Delegate(director, goods, manager);
        DecisionSpace space = scheme.Build();

        Assert.Equal<string>(["Manager"], space.WhoDecides(SmallSpace.About(goods, worth: 500)).Deciders);
        Assert.Equal<string>(["Director"], space.WhoDecides(SmallSpace.About(goods, worth: 500.01m)).Deciders);
    }

    [Fact]
    public void WhatIsReservedIsOutOfEveryDelegationHoweverWide()
    {
        int chief = scheme.Party("Chief Executive");
        int seal = scheme.Matter("seal", trust);
        scheme.Reserve(trust, seal, board);
        scheme.Rule(new RuleDefinition { Giver = trust, Scope = RuleScope.AllMatters, Holders = [[chief]] });
        DecisionSpace space = scheme.Build();

        Answer reserved = space.WhoDecides(SmallSpace.About(goods, seal));
        Assert.Equal(Outcome.Reserved, reserved.Outcome);
        Assert.Equal<string>(["Board"], reserved.Deciders);
        Assert.Equal<string>(["Chief Executive"], space.WhoDecides(SmallSpace.About(goods)).Deciders);
        Assert.Equal(Outcome.No, space.May(chief, SmallSpace.About(goods, seal)).Outcome);
    }

    [Fact]
    public void AReservationForNobodyKnownLeavesNobodyToDecide()
    {
        scheme.Rule(new RuleDefinition { Kind = RuleKind.Reservation, IsEffective = false, Giver = trust, Subjects = [goods] });

        Assert.Equal(Outcome.Nobody, scheme.Build().WhoDecides(SmallSpace.About(goods)).Outcome);
    }

    [Fact]
    public void AnExceptionalPowerDecidesAReservedPointAndStandsBesideOthersElsewhere()
    {
        int chair = scheme.Party("Chair");
        int seal = scheme.Matter("seal", trust);
        int urgent = scheme.Condition("urgent", normally: false);
        scheme.Reserve(trust, seal, board);
        scheme.Rule(new RuleDefinition
        {
            Giver = trust,
            Scope = RuleScope.AllMatters,
            Holders = [[chair]],
            IsExceptional = true,
            Facts = [[new FactDefinition { Condition = urgent }]],
            RatifiedBy = "Board",
        });
        DecisionSpace space = scheme.Build();
        Decision urgently = SmallSpace.About(matter: seal) with { Conditions = ImmutableDictionary<int, bool>.Empty.Add(urgent, true) };

        Answer answer = space.WhoDecides(urgently);
        Assert.Equal(Outcome.Decided, answer.Outcome);
        Assert.Equal<string>(["Chair"], answer.Deciders);
        Assert.Equal<string>(["Chair"], answer.Exceptional);
        Assert.Contains("Board", answer.KeepAuthority);
        Assert.Equal<string>(["ratified by Board"], answer.Duties);
        Assert.Equal(Outcome.Reserved, space.WhoDecides(SmallSpace.About(matter: seal)).Outcome);
        Assert.Equal<string>(["unless urgent"], space.WhoDecides(SmallSpace.About(matter: seal)).Assumed);
        Assert.Equal<string>(["Board", "Chair"], space.WhoDecides(urgently with { Function = goods, Matter = -1 }).Deciders);
    }

    [Fact]
    public void OfATableTheFirstLineThatAppliesDecidesAndLaterOnesKeepAuthority()
    {
        int manager = scheme.Party("Manager");
        int director = scheme.Party("Director");
        scheme.Rule(new RuleDefinition { Giver = trust, Subjects = [goods], Holders = [[manager]], Limit = SmallSpace.UpTo(100), Table = 0 });
        scheme.Rule(new RuleDefinition { Giver = trust, Subjects = [goods], Holders = [[director]], Limit = SmallSpace.UpTo(1000), Table = 0 });
        scheme.Rule(new RuleDefinition { Giver = trust, Subjects = [goods], Holders = [[board]], Limit = new LimitDefinition { Lower = SmallSpace.Figure(1000, false) }, Table = 0 });
        DecisionSpace space = scheme.Build();

        Answer small = space.WhoDecides(SmallSpace.About(goods, worth: 100));
        Assert.Equal<string>(["Manager"], small.Deciders);
        Assert.Equal<string>(["Board", "Director"], small.KeepAuthority.Order(StringComparer.Ordinal));
        Assert.Equal<string>(["Trust", "Board", "Director", "Manager"], small.Chain.Select(link => link.Party));
        Assert.Equal(Outcome.Yes, space.May(director, SmallSpace.About(goods, worth: 50)).Outcome);
        Assert.Equal<string>(["Board"], space.WhoDecides(SmallSpace.About(goods, worth: 1000.01m)).Deciders);
    }

    [Fact]
    public void APlaceLeftOutIsTriedWhereItMattersAndElsewhere()
    {
        int leeds = scheme.Place("Leeds");
        int director = scheme.Party("Place Director Leeds", PartyKind.Role, leeds);
        scheme.Delegate(trust, goods, director);
        DecisionSpace space = scheme.Build();

        Answer answer = space.WhoDecides(SmallSpace.About(goods));
        Assert.Equal<string>(["place"], answer.DependsOn);
        Assert.Equal<string>(["Place Director Leeds"], space.WhoDecides(SmallSpace.About(goods, place: leeds)).Deciders);
    }

    [Fact]
    public void TwoUnrelatedFactsThatLeadToTheSameAnswerAreNotReported()
    {
        int manager = scheme.Party("Manager");
        int fact = scheme.Condition("in budget");
        scheme.Rule(new RuleDefinition { Giver = trust, Subjects = [goods], Holders = [[manager]], Facts = [[new FactDefinition { Condition = fact }]] });
        scheme.Rule(new RuleDefinition { Giver = trust, Subjects = [goods], Holders = [[manager]], Facts = [[new FactDefinition { Condition = fact, IsNegated = true }]] });

        Answer answer = scheme.Build().WhoDecides(SmallSpace.About(goods));

        Assert.Equal(Outcome.Decided, answer.Outcome);
        Assert.Equal<string>(["Manager"], answer.Deciders);
        Assert.Empty(answer.DependsOn);
    }

    [Fact]
    public void AShareOfAMeasureIsComparedExactlyWhicheverOfTheTwoIsKnown()
    {
        int manager = scheme.Party("Manager");
        int head = scheme.Measure("budget head", "pounds", "GBP");
        var share = new BoundDefinition([new BoundTerm(BoundTermKind.PartOfMeasure, 0.1m, "", head)], true);
        scheme.Delegate(trust, goods, manager, new LimitDefinition { Upper = share });
        DecisionSpace space = scheme.Build();
        Decision known = SmallSpace.About(goods, worth: 200) with { Measures = ImmutableDictionary<int, decimal>.Empty.Add(head, 2000) };

        Assert.Equal<string>(["Manager"], space.WhoDecides(known).Deciders);
        Assert.Equal<string>(["Board"], space.WhoDecides(known with { Amount = new AskedAmount(200.01m) }).Deciders);
        Assert.Equal<string>(["budget head"], space.WhoDecides(SmallSpace.About(goods, worth: 200)).DependsOn);
        Assert.Equal<string>(["amount"], space.WhoDecides(known with { Amount = null }).DependsOn);
        Assert.Equal<string>(["amount", "budget head"], space.WhoDecides(SmallSpace.About(goods)).DependsOn);
    }

    [Fact]
    public void OneOfTwoJointDecidersMayNotActAlone()
    {
        int chair = scheme.Party("Chair");
        int chief = scheme.Party("Chief Executive");
        scheme.Rule(new RuleDefinition { Giver = trust, Subjects = [goods], Holders = [[chair, chief]] });
        DecisionSpace space = scheme.Build();

        Assert.True(space.WhoDecides(SmallSpace.About(goods)).Jointly);
        Answer alone = space.May(chair, SmallSpace.About(goods));
        Assert.Equal(Outcome.No, alone.Outcome);
        Assert.Contains("Chair must act jointly with Chief Executive", alone.Reasons);
    }

    [Fact]
    public void OutsideTheSchemesLifeNobodyDecides()
    {
        SpaceDefinition definition = scheme.Build().Definition with { InForce = new DateRange(new DateOnly(2026, 6, 1), DateOnly.MaxValue) };

        Answer answer = DecisionSpace.Create(definition).WhoDecides(SmallSpace.About(goods));

        Assert.Equal(Outcome.Nobody, answer.Outcome);
        Assert.Contains("does not cover 1 May 2026", Assert.Single(answer.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatAPartyMayDecideCarriesTheLeastLimitOfItsChain()
    {
        int director = scheme.Party("Director");
        int manager = scheme.Party("Manager");
        scheme.Delegate(trust, goods, director, SmallSpace.UpTo(1000), new OnwardDefinition());
        scheme.Delegate(director, goods, manager);

        Authority authority = Assert.Single(scheme.Build().WhatMay(manager, SmallSpace.Day).Authorities);

        Assert.Equal("goods", authority.Subject);
        Assert.Equal("up to £1,000", authority.Limit);
        Assert.Equal<string>(["Trust", "Board", "Director", "Manager"], authority.Chain.Select(link => link.Party));
    }

    [Fact]
    public void TheChainOfWhatAPartyMayDecideNamesOnlyThoseThroughWhomItGoes()
    {
        int north = scheme.Party("North Director");
        int south = scheme.Party("South Director");
        int manager = scheme.Party("Manager");
        scheme.Rule(new RuleDefinition { Giver = trust, Subjects = [goods], Holders = [[north], [south]], Onward = new OnwardDefinition() });
        scheme.Delegate(south, goods, manager);
        DecisionSpace space = scheme.Build();

        Assert.Equal<string>(["Trust", "Board", "South Director", "Manager"], ChainOf(manager));
        Assert.Equal<string>(["Trust", "Board", "North Director"], ChainOf(north));

        IEnumerable<string> ChainOf(int party) =>
            Assert.Single(space.WhatMay(party, SmallSpace.Day).Authorities).Chain.Select(link => link.Party);
    }

    [Fact]
    public void ADeputyStandsBesideTheAnswerAndMayNotDecideInOrdinaryTimes()
    {
        int chief = scheme.Party("Chief Executive");
        int deputy = scheme.Party("Deputy");
        scheme.Delegate(trust, goods, chief);
        scheme.Deputy(deputy, chief);
        DecisionSpace space = scheme.Build();

        Answer who = space.WhoDecides(SmallSpace.About(goods));
        Assert.Equal(Outcome.Decided, who.Outcome);
        Assert.Equal("Deputy", Assert.Single(who.Deputies).Party);
        Answer may = space.May(deputy, SmallSpace.About(goods));
        Assert.Equal(Outcome.No, may.Outcome);
        Assert.Equal("while Chief Executive is away or conflicted", Assert.Single(may.Deputies).When);
        Assert.Equal("Chief Executive", Assert.Single(space.WhatMay(deputy, SmallSpace.Day).Deputies).For);
    }

    [Fact]
    public void AMatterWithinAFunctionOfNobodyIsHeldByWhoeverTheMatterIsOf()
    {
        int borrowing = scheme.Function("borrowing", owner: -1);
        int loan = scheme.Matter("taking a loan", trust, borrowing);

        Assert.Equal<string>(["Board"], scheme.Build().WhoDecides(SmallSpace.About(matter: loan)).Deciders);
        Assert.Equal(Outcome.Nobody, scheme.Build().WhoDecides(SmallSpace.About(borrowing)).Outcome);
    }

    [Fact]
    public void Less_than_nothing_is_refused()
    {
        var scheme = new SmallSpace();
        int trust = scheme.Organisation("Trust");
        int goods = scheme.Matter("goods", trust);
        int length = scheme.Measure("length", "years");
        DecisionSpace space = scheme.Build();
        Assert.Throws<ArgumentOutOfRangeException>(() => space.May(trust, SmallSpace.About(matter: goods, worth: -1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => space.WhoDecides(SmallSpace.About(matter: goods, worth: -0.01m)));
        Assert.Throws<ArgumentOutOfRangeException>(() => space.StandingOf(trust, SmallSpace.About(matter: goods) with { Measures = new Dictionary<int, decimal> { [length] = -1 } }));
        Assert.True(space.StandingOf(trust, SmallSpace.About(matter: goods, worth: 0)).IsAllowed);
    }

    [Fact]
    public void Figures_that_are_too_large_to_be_multiplied_are_compared_all_the_same()
    {
        var scheme = new SmallSpace();
        int trust = scheme.Organisation("Trust");
        int director = scheme.Party("Director");
        int goods = scheme.Matter("goods", trust);
        int turnover = scheme.Measure("turnover", "pounds", "GBP");
        scheme.Delegate(trust, goods, director, new LimitDefinition { Upper = new BoundDefinition([new BoundTerm(BoundTermKind.PartOfMeasure, 1.5m, "", turnover)], true) });
        DecisionSpace space = scheme.Build();
        Decision most = SmallSpace.About(matter: goods, worth: decimal.MaxValue);
        Assert.Equal(Outcome.Depends, space.May(director, most).Outcome);
        Assert.Equal(Outcome.Yes, space.May(director, most with { Measures = new Dictionary<int, decimal> { [turnover] = decimal.MaxValue } }).Outcome);
        Assert.Equal(Outcome.No, space.May(director, most with { Measures = new Dictionary<int, decimal> { [turnover] = 1_000_000 } }).Outcome);
    }

    [Fact]
    public void Whoever_holds_a_point_in_two_ways_may_act_in_the_one_in_which_nothing_comes_first()
    {
        foreach (bool isFreeFirst in (bool[])[true, false])
        {
            var scheme = new SmallSpace();
            int trust = scheme.Organisation("Trust");
            int director = scheme.Party("Director");
            int goods = scheme.Matter("goods", trust);
            RuleDefinition free = new() { Giver = trust, Subjects = [goods], Holders = [[director]], Limit = SmallSpace.UpTo(10) };
            RuleDefinition bound = free with { Limit = SmallSpace.UpTo(50), Steps = ["after consulting Chair"] };
            scheme.Rule(isFreeFirst ? free : bound);
            scheme.Rule(isFreeFirst ? bound : free);
            DecisionSpace space = scheme.Build();
            Assert.True(space.StandingOf(director, SmallSpace.About(matter: goods, worth: 10)).IsAllowed);
            Assert.Empty(space.May(director, SmallSpace.About(matter: goods, worth: 10)).Steps);
            Assert.Equal<string>(["after consulting Chair"], space.StandingOf(director, SmallSpace.About(matter: goods, worth: 11)).Steps);
            Standing open = space.StandingOf(director, SmallSpace.About(matter: goods));
            Assert.Equal(StandingKind.Depends, open.Kind);
            Assert.Equal<string>(["amount"], open.DependsOn);
        }
    }
}
