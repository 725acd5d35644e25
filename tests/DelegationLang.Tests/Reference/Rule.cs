using DelegationLang.Syntax;

namespace DelegationLang.Tests.Reference;

/// <summary>How a sentence names its subjects.</summary>
internal enum Scope
{
    Named,
    AllMatters,
    AllOtherMatters,
}

/// <summary>The terms of onward delegation that a sentence gives.</summary>
internal sealed record Onward(List<Thing> To, Limit? Limit, Thing? ConsentOf);

/// <summary>One deciding sentence, table line or reserved list line, its names looked up and nothing else done to it.</summary>
internal sealed class Rule
{
    public bool IsReservation { get; init; }

    public bool IsEntrusted { get; init; }

    /// <summary>The sentence is in error: it gives nobody authority, but still takes away what it can.</summary>
    public bool InError { get; set; }

    /// <summary>From when on it is in error, where somebody took over who may not have it; none where it is not, or always.</summary>
    public DateOnly? FaultySince { get; set; }

    /// <summary>Who delegates or reserves; none when nobody declared it.</summary>
    public Thing? Giver { get; set; }

    public Scope Scope { get; set; }

    public List<Thing> Subjects { get; init; } = [];

    public List<Thing> For { get; init; } = [];

    /// <summary>Whether everybody gets it for its own responsibilities alone.</summary>
    public bool IsForOwn { get; set; }

    /// <summary>What the <c>except</c> carves out.</summary>
    public List<Thing> Except { get; init; } = [];

    /// <summary>The further matters kept back after <c>with reserved matters:</c>.</summary>
    public List<Thing> KeptBack { get; init; } = [];

    public List<Thing> At { get; init; } = [];

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    /// <summary>The sentence of which this holds on some days; none for a whole one.</summary>
    public Rule? PartOf { get; set; }

    /// <summary>The first day of the sentence as it is written.</summary>
    public DateOnly? Begins => PartOf is null ? From : PartOf.Begins;

    public Limit? Limit { get; set; }

    /// <summary>Limits on other bases that must be met too.</summary>
    public List<Limit> Further { get; init; } = [];

    /// <summary>For all other matters: what alone they are parts of; empty for all.</summary>
    public List<Thing> Within { get; init; } = [];

    /// <summary>Whether nobody may decide it, by an exceptional power neither.</summary>
    public bool IsForbidden { get; init; }

    /// <summary>Whether its limit stands in place of another's on its days.</summary>
    public bool IsTemporary { get; set; }

    /// <summary>The limits that it states, each by itself.</summary>
    public IEnumerable<Limit> Limits => Limit is null ? [] : Further.Prepend(Limit);

    /// <summary>Of each list at least one must be so.</summary>
    public List<List<Fact>> Facts { get; init; } = [];

    public Thing? Agreement { get; set; }

    /// <summary>Groups that may each act without the others; somebody who stands twice means two people.</summary>
    public List<List<Thing>> Alternatives { get; set; } = [];

    public Onward? Onward { get; set; }

    /// <summary>Whether it says that there is no power to delegate: then the law gives none either.</summary>
    public bool IsOnwardRefused { get; set; }

    public Thing? ApprovedBy { get; set; }

    /// <summary>Those without whom a step cannot be met: who approves, or alone recommends or is consulted.</summary>
    public List<Thing> Needed { get; set; } = [];

    public bool IsExceptional { get; set; }

    public Thing? RatifiedBy { get; set; }

    /// <summary>The table that it is a line of (lines stand in order); none for a sentence.</summary>
    public object? Table { get; init; }

    /// <summary>Which line of its table or list it comes from, from 0: one line may come to several rules.</summary>
    public int Part { get; set; }

    /// <summary>The line on which it starts, from 1; 0 where a library says it.</summary>
    public int Line { get; set; }

    /// <summary>Where it stands, for messages.</summary>
    public string Source { get; init; } = "";

    /// <summary>The same sentence for some of those who get it, and some of what it gives.</summary>
    public Rule Narrowed(List<List<Thing>> alternatives, List<Thing> subjects, List<Thing> functions, Scope scope) => new()
    {
        IsReservation = IsReservation, IsEntrusted = IsEntrusted, InError = InError, Giver = Giver, Scope = scope, Subjects = subjects, For = functions, Except = Except,
        KeptBack = KeptBack, At = At, From = From, Until = Until, Limit = Limit, Further = [.. Further], Within = Within, IsForbidden = IsForbidden, IsTemporary = IsTemporary, Facts = [.. Facts], Agreement = Agreement, Alternatives = alternatives, Onward = Onward,
        IsOnwardRefused = IsOnwardRefused, ApprovedBy = ApprovedBy, Needed = Needed, IsExceptional = IsExceptional, RatifiedBy = RatifiedBy, Table = Table, Part = Part, Source = Source,
    };

    /// <summary>The same sentence on other days, and perhaps with another limit on the basis of that one.</summary>
    public Rule During(DateOnly? from, DateOnly? until, Limit? limit = null)
    {
        Rule part = Narrowed(Alternatives, Subjects, For, Scope);
        part.From = from;
        part.Until = until;
        part.PartOf = this;
        part.Line = Line;
        if (limit is not null && Limit is { } own)
        {
            part.Limit = Figure(own);
            part.Further.Clear();
            part.Further.AddRange(Further.Select(Figure).ToList());
        }

        return part;

        // A lower end that is not said is that of the standing limit.
        Limit Figure(Limit standing) => standing.Axis.Basis != limit.Axis.Basis ? standing
            : limit.Bounds.Exists(IsLower) ? limit
            : limit with { Bounds = [.. standing.Bounds.Where(IsLower), .. limit.Bounds] };

        static bool IsLower(Bound bound) => bound.Kind is not (BoundKind.UpTo or BoundKind.Below);
    }

    /// <summary>The same sentence with one party in the place of another; the very same where that other is not in it.</summary>
    public Rule With(Thing before, Thing now)
    {
        bool isIn = Giver == before || Alternatives.Exists(group => group.Contains(before)) || Needed.Contains(before) || ApprovedBy == before
            || Onward is { } given && (given.To.Contains(before) || given.ConsentOf == before);
        if (!isIn)
        {
            return this;
        }

        Rule other = By(Giver is null ? null : Now(Giver), [.. Alternatives.Select(group => group.ConvertAll(Now))]);
        other.Needed = Needed.ConvertAll(Now);
        other.Onward = Onward is { } onward ? onward with { To = onward.To.ConvertAll(Now), ConsentOf = onward.ConsentOf is null ? null : Now(onward.ConsentOf) } : null;
        return other;

        Thing Now(Thing party) => party == before ? now : party;
    }

    /// <summary>The same sentence by another giver.</summary>
    public Rule GivenBy(Thing giver) => By(giver, Alternatives);

    /// <summary>The same sentence in error.</summary>
    public Rule Faulty()
    {
        Rule other = By(Giver, Alternatives);
        other.InError = true;
        return other;
    }

    /// <summary>Of the same sentence some subjects, or some functions that it is for, by another giver.</summary>
    public Rule PassedOn(Thing giver, List<Thing> some)
    {
        Rule other = Narrowed(Alternatives, For.Count > 0 ? Subjects : some, For.Count > 0 ? some : For, For.Count > 0 ? Scope : Scope.Named);
        other.Giver = giver;
        other.From = From;
        other.Until = Until;
        other.PartOf = PartOf;
        other.Line = Line;
        return other;
    }

    private Rule By(Thing? giver, List<List<Thing>> alternatives)
    {
        Rule other = Narrowed(alternatives, Subjects, For, Scope);
        other.Giver = giver;
        other.From = From;
        other.Until = Until;
        other.PartOf = PartOf;
        other.Line = Line;
        other.IsForOwn = IsForOwn;
        return other;
    }

    public override string ToString() => Source;
}

/// <summary><c>A takes over from B on D</c>.</summary>
internal sealed record Succession(Thing Successor, Thing Predecessor, DateOnly On)
{
    /// <summary>In which subjects alone; empty for all that the predecessor has.</summary>
    public List<Thing> For { get; init; } = [];
}

/// <summary><c>X takes no part in S, which goes to Y</c>.</summary>
internal sealed record Recusal(Thing Party, List<Thing> Subjects, List<Thing> GoesTo, List<List<Fact>> Facts, DateOnly? From, DateOnly? Until);

/// <summary><c>X deputises for Y</c>.</summary>
internal sealed record Deputy(Thing Stands, List<Thing> For, List<Thing> Only, List<Thing> Except, List<List<Fact>> Facts, DateOnly? From, DateOnly? Until);
