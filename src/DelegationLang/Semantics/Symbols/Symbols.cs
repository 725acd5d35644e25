using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Policy;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics;

/// <summary>An organisation, a group or a role: something that can hold authority, or advise.</summary>
public sealed class PartySymbol(string name, KindSymbol kind, SourceLocation location) : Symbol(name, kind, location)
{
    /// <summary>Where its authority is confined to; empty for everywhere.</summary>
    public ImmutableArray<PlaceSymbol> At { get; internal set; } = [];

    /// <summary>To whom it reports.</summary>
    public ImmutableArray<PartySymbol> ReportsTo { get; internal set; } = [];

    /// <summary>Who chairs it; none when not said.</summary>
    public PartySymbol? Chair { get; internal set; }

    /// <summary>Its members as declared: a party, and how many people of it.</summary>
    public ImmutableArray<Member> Members { get; internal set; } = [];

    /// <summary>How many must be present; none when not said.</summary>
    public int? Quorum { get; internal set; }

    /// <summary>Of whom one must be present; empty when not said.</summary>
    public ImmutableArray<ActingGroup> QuorumIncluding { get; internal set; } = [];

    /// <summary>Who takes part without a vote, and how many people of it.</summary>
    public ImmutableArray<Member> Attendees { get; internal set; } = [];

    /// <summary>How it decides: <c>majority</c>, <c>consensus</c>, <c>two thirds</c>; empty when not said.</summary>
    public string DecidesBy { get; internal set; } = "";

    /// <summary>Who has a casting vote; none when not said.</summary>
    public PartySymbol? CastingVote { get; internal set; }

    /// <summary>Who decides where it comes to no decision; empty when not said.</summary>
    public ImmutableArray<PartySymbol> IfNotAgreed { get; internal set; } = [];

    /// <summary>Whether others may be at its meetings (<c>public</c> or <c>private</c>), and how often it meets (<c>monthly</c>); empty when not said.</summary>
    public (string Manner, string Frequency) Meeting { get; internal set; } = ("", "");

    /// <summary>The addresses that are published with it: of its papers, for example.</summary>
    public ImmutableArray<(PublishedWording How, string Address)> Published { get; internal set; } = [];

    /// <summary>Which legal entity makes the contracts that follow from what it decides; empty when not said.</summary>
    public ImmutableArray<PartySymbol> ContractsHeldBy { get; internal set; } = [];

    /// <summary>To whom it answers besides those to whom it reports. Empty when not said.</summary>
    public ImmutableArray<PartySymbol> AccountableTo { get; internal set; } = [];

    /// <summary>For a post of another body: whose officer its holder counts as while on secondment there. Empty when not said.</summary>
    public ImmutableArray<PartySymbol> SecondedTo { get; internal set; } = [];

    /// <summary>Who hosts it; none when not said.</summary>
    public PartySymbol? Host { get; internal set; }

    /// <summary>What it is responsible for. That gives it no authority. Empty when not said.</summary>
    public ImmutableArray<SubjectSymbol> ResponsibleFor { get; internal set; } = [];

    /// <summary>For a post: whether its declaration says that several people hold it at a time.</summary>
    public bool IsSaidToBeHeldBySeveral { get; internal set; }

    /// <summary>For a post: whether several people may hold it at a time, as its declaration or its kind says.</summary>
    public bool IsHeldBySeveral => IsSaidToBeHeldBySeveral || Kind.IsHeldBySeveral;

    /// <summary>For a designation (<c>X is also Y</c>): the post whose holder holds it, the first where one follows another. They are one person.</summary>
    public PartySymbol? HeldBy { get; internal set; }

    /// <summary>For a designation: every post whose holder holds it, and on which days. The days of different posts do not meet.</summary>
    public ImmutableArray<Designation> Designations { get; internal set; } = [];

    /// <summary>For a designation or a group: the power it rests on; none when not said.</summary>
    public PowerSymbol? Under
    {
        get => field ?? Agreement?.Under;
        internal set;
    }

    /// <summary>For a group: the agreement that sets it up; none when not said.</summary>
    public AgreementSymbol? Agreement { get; internal set; }

    /// <summary>Owners that have it because they took over from another: it is theirs after the other, not together with it.</summary>
    public ImmutableArray<PartySymbol> LaterOwners { get; internal set; } = [];

    /// <summary>Whose it is, leaving aside who takes over from that owner; none where it is nobody's, or several bodies have it together.</summary>
    public Symbol? SoleOwner => Owners.Length == LaterOwners.Length + 1 ? Owners[0] : null;

    /// <summary>Whether it is a group that several bodies have together.</summary>
    public bool IsJoint => IsGroup && Owners.Length > LaterOwners.Length + 1;

    /// <summary>Whether it is a legal entity.</summary>
    public bool IsOrganisation => Kind.Family == SymbolFamily.Organisation;

    /// <summary>Whether it is a group.</summary>
    public bool IsGroup => Kind.Family == SymbolFamily.Group;

    /// <summary>Whether it is a post.</summary>
    public bool IsRole => Kind.Family == SymbolFamily.Role;
}

/// <summary>Who holds a designation too, on which days (both ends included), by which power, and the sentence that says so.</summary>
public sealed record Designation(PartySymbol Holder, DateRange Days, PowerSymbol? Under, SourceLocation Location);

/// <summary>A member of a group, and how many people of that description belong to it.</summary>
public sealed record Member(PartySymbol Party, int Count);

/// <summary>A name for several posts or bodies together (<c>chief officer is a class of …</c>). It is no party and holds nothing.</summary>
public sealed class ClassSymbol(string name, KindSymbol kind, SourceLocation location) : Symbol(name, kind, location)
{
    /// <summary>The members, each once, in the order of the text.</summary>
    public ImmutableArray<PartySymbol> Members { get; internal set; } = [];
}

/// <summary>A function, a matter or a budget.</summary>
public sealed class SubjectSymbol(string name, KindSymbol kind, SourceLocation location) : Symbol(name, kind, location)
{
    private bool? isExecutive;

    /// <summary>The subject that this one lies within; none for a top one. A matter may lie within a matter or a function.</summary>
    public SubjectSymbol? Parent { get; internal set; }

    /// <summary>For a budget: the functions it covers.</summary>
    public ImmutableArray<SubjectSymbol> Covers { get; internal set; } = [];

    /// <summary>For a function or matter of a library: the kinds of body whose it is; empty when not said.</summary>
    public ImmutableArray<PowerParty> For { get; internal set; } = [];

    /// <summary>For a budget: what it is worth, a figure a financial year, in the order of the text.</summary>
    public ImmutableArray<Worth> Worth { get; internal set; } = [];

    /// <summary>For a budget: where; empty for everywhere.</summary>
    public ImmutableArray<PlaceSymbol> At { get; internal set; } = [];

    /// <summary>The power that it rests on; none when not said.</summary>
    public PowerSymbol? Under
    {
        get => field ?? Agreement?.Under;
        internal set;
    }

    /// <summary>For a budget: the agreement that it is put together by; none when not said.</summary>
    public AgreementSymbol? Agreement { get; internal set; }

    /// <summary>
    /// Whether it is one of the subjects in which an organisation's executive acts: by its kind, or as a part of one, unless its own kind says otherwise.
    /// </summary>
    public bool IsExecutive
    {
        get
        {
            // Up to what is known, and back down, so that a line of ten thousand subjects is gone through once.
            SubjectSymbol known = this;
            while (known.isExecutive is null && !known.Kind.IsOfLaw && known.Parent is SubjectSymbol parent)
            {
                known = parent;
            }

            bool isExecutive = known.isExecutive ?? known.Kind.IsExecutive;
            for (SubjectSymbol? subject = this; subject is not null && !ReferenceEquals(subject, known); subject = subject.Parent)
            {
                subject.isExecutive = isExecutive;
            }

            known.isExecutive = isExecutive;
            return isExecutive;
        }
    }

    /// <summary>By which sentence it came to whoever has it now; none where it was declared so.</summary>
    public SuccessionStatement? PassedBy { get; internal set; }

    /// <summary>Whether it is a function.</summary>
    public bool IsFunction => Kind.Family == SymbolFamily.Function;

    /// <summary>Whether it is a matter.</summary>
    public bool IsMatter => Kind.Family == SymbolFamily.Matter;

    /// <summary>Whether it is a budget.</summary>
    public bool IsBudget => Kind.Family == SymbolFamily.Budget;

    /// <summary>Whether this subject is the other or lies within it, at any depth.</summary>
    public bool IsWithin(SubjectSymbol other)
    {
        for (SubjectSymbol? subject = this; subject is not null; subject = subject.Parent)
        {
            if (ReferenceEquals(subject, other))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A sum, for a financial year (named by its first year) or in general.</summary>
public sealed record Worth(decimal Value, string Currency, int? YearFrom, SourceLocation Location)
{
    /// <summary>Why it is so much; empty when not said.</summary>
    public string Because { get; init; } = "";

    /// <summary>A financial year by its first year: <c>2026/27</c>.</summary>
    public static string Year(int first) => string.Create(CultureInfo.InvariantCulture, $"{first:0000}/{(first + 1) % 100:00}");
}

/// <summary>A place.</summary>
public sealed class PlaceSymbol(string name, KindSymbol kind, SourceLocation location) : Symbol(name, kind, location)
{
    /// <summary>The place that this one lies within; none for a top one.</summary>
    public PlaceSymbol? Parent { get; internal set; }

    /// <summary>How many people live there; none when not said.</summary>
    public decimal? Population { get; internal set; }

    /// <summary>Whose area it is, as a council's; empty when not said.</summary>
    public ImmutableArray<PartySymbol> Boundary { get; internal set; } = [];

    /// <summary>Whether this place is the other or lies within it, at any depth.</summary>
    public bool IsWithin(PlaceSymbol other)
    {
        for (PlaceSymbol? place = this; place is not null; place = place.Parent)
        {
            if (ReferenceEquals(place, other))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>An agreement or contract between parties (its <see cref="Symbol.Owners"/>), in force on the days of its <see cref="Symbol.Lifetime"/>.</summary>
public sealed class AgreementSymbol(string name, KindSymbol kind, SourceLocation location) : Symbol(name, kind, location)
{
    /// <summary>The functions it covers.</summary>
    public ImmutableArray<SubjectSymbol> Covers { get; internal set; } = [];

    /// <summary>The power it is made under; none when not said.</summary>
    public PowerSymbol? Under { get; internal set; }

    /// <summary>What it is worth.</summary>
    public ImmutableArray<Worth> Worth { get; internal set; } = [];

    /// <summary>What it states (<c>aims</c>, <c>payments</c>, …), as written.</summary>
    public ImmutableArray<string> Stating { get; internal set; } = [];

    /// <summary>To whom reports are made under it, and how often.</summary>
    public ImmutableArray<Reporting> Reporting { get; internal set; } = [];
}

/// <summary>A duty to report: to whom, and how often in the words of the text (empty when not said).</summary>
public sealed record Reporting(PartySymbol To, string Frequency)
{
    /// <summary>Within how long, in the words of the text: <c>28 days</c>; empty when not said.</summary>
    public string Within { get; init; } = "";
}

/// <summary>A fact that is true or false.</summary>
public sealed class ConditionSymbol(string name, KindSymbol kind, SourceLocation location) : Symbol(name, kind, location)
{
    /// <summary>What is assumed when a question does not say; none when nothing is.</summary>
    public bool? Normally { get; internal set; }

    /// <summary>Who says whether it is so; none when not said.</summary>
    public PartySymbol? JudgedBy { get; internal set; }
}

/// <summary>A fact that is a number, never negative, in a unit.</summary>
public sealed class MeasureSymbol(string name, KindSymbol kind, SourceLocation location) : Symbol(name, kind, location)
{
    /// <summary>The unit as declared: <c>years</c>, <c>pounds</c>; for money <see cref="Currency"/> is given too.</summary>
    public string Unit { get; internal set; } = "";

    /// <summary>The ISO 4217 code where the unit is money (<c>pounds</c>, <c>money</c>, <c>£</c>, <c>EUR</c>); empty otherwise.</summary>
    public string Currency { get; internal set; } = "";

    /// <summary>Whether it counts money.</summary>
    public bool IsMoney => Currency.Length > 0;

    /// <summary>Who says what it is; none when not said.</summary>
    public PartySymbol? JudgedBy { get; internal set; }
}

/// <summary>What an amount counts, such as <c>invoice</c>. Built in: contract, year, decision, total.</summary>
public sealed class BasisSymbol(string name, KindSymbol kind, SourceLocation location) : Symbol(name, kind, location);

/// <summary>A named sum, with a figure for each run of days on which it is declared.</summary>
public sealed class AmountSymbol(string name, KindSymbol kind, SourceLocation location) : Symbol(name, kind, location)
{
    /// <summary>The figures by day; their days do not meet.</summary>
    public ImmutableArray<DatedAmount> Values { get; internal set; } = [];
}

/// <summary>What a named sum is on the days of a range, both ends included.</summary>
public sealed record DatedAmount(DateRange Days, decimal Value, string Currency, SourceLocation Location);
