using System.Collections.Immutable;

namespace DelegationLang.Policy.Definition;

/// <summary>What a rule does.</summary>
public enum RuleKind
{
    /// <summary>Gives authority, which stays with the giver too.</summary>
    Delegation,

    /// <summary>Gives resources to manage under a contract; the function stays.</summary>
    Entrustment,

    /// <summary>Keeps a matter for somebody, out of every delegation.</summary>
    Reservation,
}

/// <summary>How a rule names what it is about.</summary>
public enum RuleScope
{
    /// <summary>The subjects of <see cref="RuleDefinition.Subjects"/>.</summary>
    Named,

    /// <summary>Everything that the giver holds.</summary>
    AllMatters,

    /// <summary>Every subject of the giver that no other rule of the giver names.</summary>
    AllOtherMatters,
}

/// <summary>One deciding sentence, or one line of a table.</summary>
public sealed record RuleDefinition
{
    /// <summary>What it does.</summary>
    public RuleKind Kind { get; init; }

    /// <summary>Whether it gives authority. One in error gives none, but still takes away: a reservation removes, and any counts as naming its subjects.</summary>
    public bool IsEffective { get; init; } = true;

    /// <summary>Who gives or reserves; -1 when unknown (then it has no effect at all).</summary>
    public int Giver { get; init; } = -1;

    /// <summary>Who gets it: each group can act without the others; within a group all act together, and a party that stands twice means two people of it. Empty when unknown.</summary>
    public ImmutableArray<ImmutableArray<int>> Holders { get; init; } = [];

    /// <summary>How it names its subjects.</summary>
    public RuleScope Scope { get; init; }

    /// <summary>For <see cref="RuleScope.AllOtherMatters"/>: the subjects to whose parts it is confined; empty for all that the giver holds.</summary>
    public ImmutableArray<int> Within { get; init; } = [];

    /// <summary>For a reservation: whether nobody at all may decide it, by an exceptional power neither. It then has no holders.</summary>
    public bool IsForbidden { get; init; }

    /// <summary>The subjects, each with all that lies within it; beside a wide scope, what the sentence names besides.</summary>
    public ImmutableArray<int> Subjects { get; init; } = [];

    /// <summary>The functions in relation to which alone it holds; empty for all.</summary>
    public ImmutableArray<int> For { get; init; } = [];

    /// <summary>The subjects carved out (<c>except</c>). They count as named where a residual asks what is named.</summary>
    public ImmutableArray<int> Except { get; init; } = [];

    /// <summary>Further subjects kept back, by the sentence (<c>with reserved matters: …</c>) or by the law: carved out too, but not counted as named.</summary>
    public ImmutableArray<int> KeptBack { get; init; } = [];

    /// <summary>Of what is kept back: what the law keeps out of this sentence, and which law. The sentence holds for the rest.</summary>
    public ImmutableArray<LegalBar> Barred { get; init; } = [];

    /// <summary>The places in which alone it holds; empty for all.</summary>
    public ImmutableArray<int> At { get; init; } = [];

    /// <summary>The days on which it holds: its own, cut to those of the agreement it relies on. Both ends included.</summary>
    public DateRange Days { get; init; } = DateRange.Always;

    /// <summary>The amounts that it covers; none for any.</summary>
    public LimitDefinition? Limit { get; init; }

    /// <summary>The facts that must be so: of each group at least one.</summary>
    public ImmutableArray<ImmutableArray<FactDefinition>> Facts { get; init; } = [];

    /// <summary>Whether it reaches what the giver reserves.</summary>
    public bool IsExceptional { get; init; }

    /// <summary>Whether and how those who get it may delegate it on; none when they may not.</summary>
    public OnwardDefinition? Onward { get; init; }

    /// <summary>
    /// On what terms the sentences of a joined scheme may give it on, where the law lets them and this sentence says nothing of that; none where they go by
    /// <see cref="Onward"/>.
    /// </summary>
    public OnwardDefinition? OnwardThere { get; init; }

    /// <summary>The terms on which what it gives may be given on by another rule, which may stand in a joined scheme; none where it may not.</summary>
    internal OnwardDefinition? OnwardFor(RuleDefinition next) => next.Scheme != Scheme ? OnwardThere ?? Onward : Onward;

    /// <summary>Who has consented to this rule as an onward delegation (<c>approved by</c>); -1 for nobody.</summary>
    public int ApprovedBy { get; init; } = -1;

    /// <summary>What must come first, in words: <c>after consulting Healthwatch</c>.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>Those without whom a step cannot be met: none of them may stand in for whoever decides.</summary>
    public ImmutableArray<int> Needed { get; init; } = [];

    /// <summary>Who must confirm afterwards, by name; empty for nobody.</summary>
    public string RatifiedBy { get; init; } = "";

    /// <summary>Within how long they must confirm it, in words: <c>28 days</c>; empty when not said.</summary>
    public string RatifiedWithin { get; init; } = "";

    /// <summary>Who must confirm afterwards, in words: <c>ratified by Board within 28 days</c>; empty for nobody.</summary>
    public string Ratification => RatifiedBy.Length == 0 ? "" : "ratified by " + RatifiedBy + (RatifiedWithin.Length > 0 ? " within " + RatifiedWithin : "");

    /// <summary>By which sentences somebody in it stands in the place of somebody who stood there before.</summary>
    public ImmutableArray<SuccessionDefinition> Successions { get; init; } = [];

    /// <summary>The agreement or power relied on, by name; empty for none.</summary>
    public string Under { get; init; } = "";

    /// <summary>The class of posts as whose members its holders have it, by name; empty where they are named themselves.</summary>
    public string Class { get; init; } = "";

    /// <summary>The table that it is a line of, numbered from 0; -1 for none. Of the lines of a table that apply at a point the first decides.</summary>
    public int Table { get; init; } = -1;

    /// <summary>Where it stands.</summary>
    public SourceReference Source { get; init; }

    /// <summary>The reference published with it; empty for none.</summary>
    public string Reference { get; init; } = "";

    /// <summary>
    /// The body in whose joined scheme it stands; empty where it is the scheme's own. It says only what becomes of what the scheme's own sentences leave with
    /// others (see <see cref="DecisionSpace"/>).
    /// </summary>
    public string Scheme { get; init; } = "";
}

/// <summary>Somebody who stands in the place of somebody else from a day on, and the sentence that says so.</summary>
/// <param name="Successor">Who stands there now.</param>
/// <param name="Predecessor">Who stood there before.</param>
/// <param name="On">The first day.</param>
/// <param name="Source">Where the sentence stands.</param>
public sealed record SuccessionDefinition(int Successor, int Predecessor, DateOnly On, SourceReference Source);

/// <summary>A subject that the law keeps out of a sentence, with all that lies within it.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Law">The law, by name; empty where what stands against it is that no law allows it.</param>
public sealed record LegalBar(int Subject, string Law);

/// <summary>An interval of amounts of one currency on one basis.</summary>
public sealed record LimitDefinition
{
    /// <summary>The lower end; none reaches down to nothing.</summary>
    public BoundDefinition? Lower { get; init; }

    /// <summary>The upper end; none is unlimited.</summary>
    public BoundDefinition? Upper { get; init; }

    /// <summary>What it counts: <c>decision</c>, <c>contract</c>, <c>year</c>, <c>total</c>, or a declared basis.</summary>
    public string Basis { get; init; } = "decision";

    /// <summary>Whether value added tax is counted.</summary>
    public Vat Vat { get; init; }

    /// <summary>Another limit, on another basis, that must be met too; none mostly.</summary>
    public LimitDefinition? Also { get; init; }
}

/// <summary>One end of an interval: the smallest of its terms, and whether that figure is itself inside.</summary>
public sealed record BoundDefinition(ImmutableArray<BoundTerm> LowerOf, bool IsIncluded)
{
    /// <summary>Whether the largest of the terms counts, and not the smallest.</summary>
    public bool IsHighest { get; init; }
}

/// <summary>A figure, or a part of a named sum or of a measure.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Value">The figure; or the part, 0.1 for 10%.</param>
/// <param name="Currency">The ISO 4217 code of a figure of money; empty for a plain number, and where <paramref name="Index"/> is used.</param>
/// <param name="Index">The named sum or the measure.</param>
public sealed record BoundTerm(BoundTermKind Kind, decimal Value, string Currency = "", int Index = -1);

/// <summary>What a term of a bound is.</summary>
public enum BoundTermKind
{
    /// <summary>A figure.</summary>
    Figure,

    /// <summary>A part of a named sum.</summary>
    PartOfAmount,

    /// <summary>A part of a measure.</summary>
    PartOfMeasure,
}

/// <summary>One fact wanted: exactly one of <see cref="Condition"/> and <see cref="Measure"/> is given.</summary>
public sealed record FactDefinition
{
    /// <summary>The condition.</summary>
    public int Condition { get; init; } = -1;

    /// <summary>The measure.</summary>
    public int Measure { get; init; } = -1;

    /// <summary>For a measure: the lower end.</summary>
    public BoundDefinition? Lower { get; init; }

    /// <summary>For a measure: the upper end.</summary>
    public BoundDefinition? Upper { get; init; }

    /// <summary>Whether it is wanted false.</summary>
    public bool IsNegated { get; init; }
}

/// <summary>The terms on which a holder may delegate on.</summary>
public sealed record OnwardDefinition
{
    /// <summary>To whom alone; empty for anybody.</summary>
    public ImmutableArray<int> To { get; init; } = [];

    /// <summary>The amounts to which it is limited; none for all that the holder has.</summary>
    public LimitDefinition? Limit { get; init; }

    /// <summary>Whose consent each onward rule needs; -1 for nobody's.</summary>
    public int ConsentOf { get; init; } = -1;

    /// <summary>The law by which it may be given on, where the sentence says nothing of that; empty where the sentence says so itself.</summary>
    public string Law { get; init; } = "";
}

/// <summary>Somebody who may decide what another may, while that other is away or conflicted.</summary>
public sealed record DeputyDefinition
{
    /// <summary>Who stands in.</summary>
    public required int Deputy { get; init; }

    /// <summary>For whom.</summary>
    public required int Principal { get; init; }

    /// <summary>Subjects in which alone; empty for all.</summary>
    public ImmutableArray<int> For { get; init; } = [];

    /// <summary>Subjects in which not.</summary>
    public ImmutableArray<int> Except { get; init; } = [];

    /// <summary>The days on which, both ends included.</summary>
    public DateRange Days { get; init; } = DateRange.Always;

    /// <summary>The facts that must be so.</summary>
    public ImmutableArray<ImmutableArray<FactDefinition>> Facts { get; init; } = [];

    /// <summary>Where the sentence stands.</summary>
    public SourceReference Source { get; init; }
}
