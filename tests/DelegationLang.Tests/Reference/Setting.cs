namespace DelegationLang.Tests.Reference;

/// <summary>
/// What a decision is about and on which day; everything of a point but its place, amounts and facts. Works out once who holds the
/// subject, which party stands for which organisation, and which sentences are about it.
/// </summary>
internal sealed class Setting
{
    private readonly Scheme scheme;
    private readonly List<Rule> everySentence;
    private readonly Dictionary<Thing, Seat> seats = [];
    private readonly Dictionary<Thing, Seat> seatOfParty = [];

    public Setting(Scheme scheme, Thing? function, Thing? matter, DateOnly day)
    {
        this.scheme = scheme;
        Day = day;
        Function = function is null ? null : Now(function);
        Matter = matter is null ? null : Now(matter);
        Law = new LocalLaw(scheme);
        Holder = FindHolder();
        everySentence = [.. scheme.Rules.SelectMany(Parts).Select(Standing)];
        Recusals = [.. scheme.Recusals.Select(recusal => recusal with { Party = Now(recusal.Party), GoesTo = recusal.GoesTo.ConvertAll(thing => Now(thing)) }).Where(recusal => !(day < recusal.From) && !(day > recusal.Until) && recusal.Subjects.Exists(subject => PlacesWhere(subject) is not null))];
        Rules = Reachable([.. everySentence.Where(rule => IsAboutSubject(rule) && IsLive(rule) && !IsRecused(rule))]);
    }

    /// <summary>What the law of England says of it.</summary>
    public LocalLaw Law { get; }

    public Thing? Function { get; }

    public Thing? Matter { get; }

    public DateOnly Day { get; }

    /// <summary>Who holds the subject by law; none where the scheme is not in force, or the subject or its holder does not exist that day.</summary>
    public Thing? Holder { get; }

    /// <summary>The sentences that bear on it, places, amounts and facts left aside: those about the subject, in force that day, of anybody whom it can reach.</summary>
    public List<Rule> Rules { get; }

    /// <summary>Who takes no part in it on that day, facts left aside.</summary>
    public List<Recusal> Recusals { get; }

    /// <summary>Who takes no part in it at a point.</summary>
    public IEnumerable<Recusal> RecusalsAt(Point point) => Recusals.Where(recusal => recusal.Facts.TrueForAll(anyOf => anyOf.Exists(fact => fact.Holds(point))));

    /// <summary>What bears on the day the name of a thing.</summary>
    public Thing Now(Thing thing, DateOnly? until = null)
    {
        foreach ((Thing earlier, Thing later) in scheme.Followers.Where(pair => pair.Later.From <= Day && !(until < pair.Later.From)))
        {
            thing = thing == earlier ? later : thing;
        }

        return thing;
    }

    /// <summary>The place in a chain where a party stands: an organisation and the body that acts for it stand together.</summary>
    public Seat SeatOf(Thing party)
    {
        if (!seatOfParty.TryGetValue(party, out Seat? seat))
        {
            seatOfParty[party] = seat = FindSeat(Now(party));
        }

        return seat;
    }

    private Seat FindSeat(Thing party)
    {
        Thing? organisation = party.Sort == Sort.Organisation ? party : Scheme.OrganisationOf(party);
        Thing whose = organisation is not null && (party == organisation || party == ActingBody(organisation)) ? organisation : party;
        if (!seats.TryGetValue(whose, out Seat? seat))
        {
            Thing named = whose.Sort == Sort.Organisation ? ActingBody(whose) ?? whose : whose;
            seats[whose] = seat = new Seat(whose, scheme.Names.Show(named));
        }

        return seat;
    }

    /// <summary>Whether the subject takes in this decision, in one of the places given back (an empty list is everywhere); none where it does not.</summary>
    public List<Thing>? PlacesWhere(Thing subject) => subject.Sort switch
    {
        Sort.Function => Function is not null && Function.IsWithin(Now(subject)) ? [] : null,
        Sort.Matter => Matter is not null && Matter.IsWithin(Now(subject)) ? [] : null,
        _ => CoversFunction(subject) ? subject.At : null,
    };

    /// <summary>The functions that a budget covers, those of the budgets within it included; itself where it covers none.</summary>
    public static List<Thing> FunctionsOf(Scheme scheme, Thing budget)
    {
        List<Thing> functions = [.. scheme.Names.Things.Where(thing => thing.Sort == Sort.Budget && thing.IsWithin(budget)).SelectMany(inner => inner.Covers).Distinct()];
        return functions.Count == 0 ? [budget] : functions;
    }

    /// <summary>Whether the decision is among the "all matters" or "all other matters" that the sentence gives.</summary>
    public bool IsInWideScope(Rule rule) => rule.Scope switch
    {
        Scope.AllMatters => true,
        Scope.AllOtherMatters => IsResidual(rule),
        _ => false,
    };

    private bool CoversFunction(Thing budget) =>
        Function is not null && FunctionsOf(scheme, budget).Exists(Function.IsWithin);

    private Thing? ActingBody(Thing organisation)
    {
        bool isExecutive = Law.IsExecutive(Function ?? Matter) && !Law.IsForCouncilAlone(Matter, Holder);
        Thing? cabinet = isExecutive ? BodyOf(organisation, "cabinet") : null;
        return cabinet ?? BodyOf(organisation, "board");
    }

    private Thing? BodyOf(Thing organisation, string kind) => scheme.Names.Things.Find(thing =>
        thing.Sort == Sort.Group && scheme.Kinds.Is(thing, kind) && thing.LivesOn(Day) && Scheme.OrganisationOf(thing) == organisation);

    private Thing? FindHolder()
    {
        Thing? ofMatter = OwnerOf(Matter);
        Thing? ofFunction = OwnerOf(Function);
        Thing? holder = ofMatter is { Sort: not Sort.Organisation } ? ofMatter : ofFunction ?? ofMatter;
        bool lives = !(Day < scheme.From) && !(Day > scheme.Until)
            && Function?.LivesOn(Day) != false && Matter?.LivesOn(Day) != false && holder?.LivesOn(Day) == true;
        return lives ? holder : null;
    }

    /// <summary>What a scheme declares of nobody is its own organisation's; what a library declares so, nobody's.</summary>
    private Thing? OwnerOf(Thing? subject)
    {
        Thing? owner = subject?.Owners.FirstOrDefault() ?? (subject is null || subject.IsFromLibrary ? null : scheme.OwnOrganisation);
        foreach (Succession succession in scheme.Successions.Where(succession => succession.On <= Day && succession.For.Count == 0).OrderBy(succession => succession.On))
        {
            owner = owner == succession.Predecessor ? succession.Successor : owner;
        }

        return owner;
    }

    // A sentence as it stands on the day: with whoever took over in the place of whoever stood there when it began.
    private Rule Standing(Rule rule)
    {
        foreach (Succession succession in scheme.Successions.Where(succession => succession.On <= Day && !(rule.Begins >= succession.On)).OrderBy(succession => succession.On))
        {
            rule = succession.For.Count == 0 ? rule.With(succession.Predecessor, succession.Successor)
                : rule.Giver == succession.Predecessor && !rule.IsReservation && IsWithin(rule, succession) ? rule.GivenBy(succession.Successor) : rule;
        }

        foreach ((Thing earlier, Thing later) in scheme.Followers.Where(pair => pair.Later.From <= Day))
        {
            rule = rule.With(earlier, later);
        }

        return rule.FaultySince <= Day ? rule.Faulty() : rule;
    }

    // Of what somebody gave on more widely, whoever took over in some of it gives that.
    private IEnumerable<Rule> Parts(Rule rule) => scheme.Successions
        .Where(succession => succession.On <= Day && !(rule.Begins >= succession.On) && succession.For.Count > 0 && rule.Giver == succession.Predecessor && !rule.IsReservation && !IsWithin(rule, succession))
        .Select(succession => (succession.Successor, Some: succession.For.Where(one => IsIn(one, rule)).ToList()))
        .Where(passed => passed.Some.Count > 0)
        .Select(passed => rule.PassedOn(passed.Successor, passed.Some))
        .Prepend(rule);

    private static bool IsIn(Thing subject, Rule rule) => rule.For.Count > 0 ? rule.For.Exists(subject.IsWithin) : rule.Scope == Scope.AllMatters || rule.Subjects.Exists(subject.IsWithin);

    // All that it is about, or all that it is for, passes.
    private static bool IsWithin(Rule rule, Succession succession) =>
        (rule.Subjects.Count > 0 && rule.Subjects.TrueForAll(subject => succession.For.Exists(subject.IsWithin)))
        || (rule.For.Count > 0 && rule.For.TrueForAll(function => succession.For.Exists(function.IsWithin)));

    private bool IsAboutSubject(Rule rule)
    {
        if (rule.Giver is null || (rule.InError && !rule.IsReservation))
        {
            return false;
        }

        bool named = rule.Subjects.Exists(subject => PlacesWhere(subject) is not null) || IsInWideScope(rule);
        return named
            && !Law.IsOut(rule, Function, Matter, IsByMatterAlone(rule))
            && !(Law.IsForCouncilAlone(Matter, Holder) && !rule.Alternatives.Exists(group => group.TrueForAll(party => SeatOf(party) == SeatOf(Holder!))))
            && (rule.For.Count == 0 || rule.For.Exists(function => PlacesWhere(function) is not null))
            && !rule.Except.Concat(rule.KeptBack).Any(carved => PlacesWhere(carved) is []);
    }

    // Nobody is left by it, whatever else is so.
    private bool IsRecused(Rule rule) => rule.Alternatives.Count > 0 && rule.Alternatives.TrueForAll(IsRecused);

    private bool IsRecused(List<Thing> group) => Recusals.Exists(recusal => recusal.Facts.Count == 0 && recusal.GoesTo.Count == 0 && group.Contains(recusal.Party)) && !GoesOn(group);

    // The rest of what lies within a matter is said of that matter, and says no more of functions than the matter itself.
    private bool IsByMatterAlone(Rule rule) => rule.For.Count == 0 && (rule.Scope == Scope.Named || rule.Within.Count > 0)
        && !rule.Subjects.Concat(rule.Within).Any(subject => subject.Sort != Sort.Matter && PlacesWhere(subject) is not null);

    // Somebody else stands in its place there, whatever is so: what it gave on reaches nobody.
    private bool IsReplaced(Thing party) => Recusals.Exists(recusal => recusal.Facts.Count == 0 && recusal.GoesTo.Count > 0 && recusal.Party == party);

    private List<Rule> Reachable(List<Rule> rules)
    {
        HashSet<Seat> reached = Holder is null ? [] : [SeatOf(Holder)];
        int before;
        do
        {
            before = reached.Count;
            reached.UnionWith(rules.Where(rule => reached.Contains(SeatOf(rule.Giver!))).SelectMany(rule => rule.Alternatives).Where(group => !IsRecused(group)).SelectMany(group => group).Where(party => !IsReplaced(party)).Concat(Recusals.SelectMany(recusal => recusal.GoesTo)).Select(SeatOf).ToList());
        }
        while (reached.Count > before);
        return [.. rules.Where(rule => reached.Contains(SeatOf(rule.Giver!)))];
    }

    /// <summary>Whether the decision is among "all other matters" of the giver: held by it, and neither side of it named by another of its sentences.</summary>
    private bool IsResidual(Rule residual)
    {
        Seat seat = SeatOf(residual.Giver!);
        if (seat.Party.Sort == Sort.Organisation && (Holder is null || SeatOf(Holder) != seat))
        {
            return false;
        }

        // Of the rest of something only what lies within it; of all the rest nothing that is the rest of something smaller.
        List<Thing> rests = [.. everySentence.Where(other => other.Scope == Scope.AllOtherMatters && other.Giver is { } giver && BodyOrOrganisation(giver) == BodyOrOrganisation(residual.Giver!))
            .SelectMany(other => other.Within).Where(IsNamedBy)];
        if (residual.Within.Count == 0 ? rests.Count > 0 : !residual.Within.Exists(whole => IsNamedBy(whole) && !rests.Exists(smaller => smaller != whole && smaller.IsWithin(whole))))
        {
            return false;
        }

        return !everySentence
            .Where(other => other != residual && other.Giver is { } giver && BodyOrOrganisation(giver) == BodyOrOrganisation(residual.Giver!))
            .Any(other => other.Subjects.Concat(other.Except).Any(subject => IsNamedBy(subject, other.Until)));
    }

    /// <summary>A sentence by an organisation's board or cabinet is one of the organisation's, whichever of them acts for it here.</summary>
    private Thing BodyOrOrganisation(Thing giver) =>
        giver.Sort == Sort.Group && (scheme.Kinds.Is(giver, "board") || scheme.Kinds.Is(giver, "cabinet")) ? Scheme.OrganisationOf(giver) ?? giver : giver;

    private bool IsNamedBy(Thing subject) => IsNamedBy(subject, null);

    // A sentence that has ended says nothing of what bears the name after it.
    private bool IsNamedBy(Thing subject, DateOnly? until) => subject.Sort == Sort.Budget
        ? FunctionsOf(scheme, subject).Exists(IsOnEitherSide)
        : IsOnEitherSide(Now(subject, until));

    private bool IsOnEitherSide(Thing subject) => Function?.IsWithin(subject) == true || Matter?.IsWithin(subject) == true;

    private bool IsLive(Rule rule) =>
        !(Day < rule.From) && !(Day > rule.Until) && rule.Giver!.LivesOn(Day) && rule.Agreement?.LivesOn(Day) != false
        && (rule.IsReservation || rule.Alternatives.Exists(group => group.TrueForAll(party => party.LivesOn(Day)) || GoesOn(group)));

    // Whom it goes to stands in the place of whoever takes no part, and of those beside it.
    private bool GoesOn(List<Thing> group) => Recusals.Exists(recusal => group.Contains(recusal.Party) && recusal.GoesTo.Exists(party => party.LivesOn(Day)));
}

/// <summary>Where a party stands in a chain. There is one for each party, save that an organisation shares its own with the body that acts for it.</summary>
/// <param name="Party">The organisation, or the party itself.</param>
/// <param name="Name">The name that answers give.</param>
internal sealed record Seat(Thing Party, string Name)
{
    public bool Equals(Seat? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
