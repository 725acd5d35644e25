using System.Collections.Immutable;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics;

/// <summary>A sentence that says something about who decides, resolved. A line of a table or a list is a statement of its own.</summary>
public abstract class Statement
{
    /// <summary>A number that orders all statements of a scheme: by file in the order of reading, then by place.</summary>
    public required int Order { get; init; }

    /// <summary>The whole sentence or line.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The node it was made from.</summary>
    public required SyntaxNode Syntax { get; init; }

    /// <summary>The section that it stands in; none before the first.</summary>
    public Section? Section { get; init; }

    /// <summary>Whether reading or name resolution found an error in it. It then gives nobody authority, but still takes away what it can.</summary>
    public bool HasErrors { get; internal set; }

    /// <summary>Its clauses.</summary>
    public Terms Terms { get; init; } = Terms.None;
}

/// <summary>A part of a file under a <c>section</c> title.</summary>
public sealed record Section(string Title, SourceLocation Location);

/// <summary>How a deciding sentence names what it is about.</summary>
public enum SubjectScope
{
    /// <summary>A declared subject.</summary>
    Named,

    /// <summary><c>all matters</c>: everything the delegator holds.</summary>
    AllMatters,

    /// <summary><c>all other matters</c>: what no other deciding sentence of the delegator names.</summary>
    AllOtherMatters,
}

/// <summary>
/// One subject of a deciding sentence. <see cref="Symbol"/> is given when the scope is <see cref="SubjectScope.Named"/>, and for all other matters <c>within</c>
/// something.
/// </summary>
public sealed record SubjectReference(SubjectScope Scope, SubjectSymbol? Symbol, SourceLocation Location);

/// <summary>One alternative of a <c>to</c>: people who act together, and where the first of them stands in the text.</summary>
public sealed record Holder(ActingGroup Group, SourceLocation Location)
{
    /// <summary>The class as whose members they were named (<c>each chief officer</c>); none where they were named themselves.</summary>
    public ClassSymbol? Class { get; init; }
}

/// <summary>
/// <c>A delegates | entrusts S to B</c>, or one line of a limits table. A name that could not be resolved is left out
/// (and <see cref="Statement.HasErrors"/> set); so <see cref="Subjects"/> and <see cref="Holders"/> may be empty.
/// </summary>
public sealed class DelegationStatement : Statement
{
    /// <summary>A; none when it could not be resolved.</summary>
    public PartySymbol? Delegator { get; init; }

    /// <summary>Where A stands.</summary>
    public required SourceLocation DelegatorLocation { get; init; }

    /// <summary>The subjects.</summary>
    public required ImmutableArray<SubjectReference> Subjects { get; init; }

    /// <summary>Those who get it, each able to act without the others; <c>jointly with</c> and <c>two of</c> worked in.</summary>
    public required ImmutableArray<Holder> Holders { get; init; }

    /// <summary>Whether it is <c>entrusts</c>: resources managed under a contract while the function stays.</summary>
    public bool IsEntrusted { get; init; }

    /// <summary>The class as whose members all of them hold it; none where that is not so.</summary>
    public ClassSymbol? Class => Holders is [{ Class: { } first }, ..] && Holders.All(holder => holder.Class == first) ? first : null;

    /// <summary>The table this is a line of; none for a sentence of its own.</summary>
    public LimitsTable? Table { get; init; }

    /// <summary>The place of the line in its table, from 0.</summary>
    public int TableIndex { get; init; }

    /// <summary>The same sentence on other terms.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="saidBy">The sentence that says so; itself when none is given.</param>
    /// <param name="subjects">What it is about; the same when none are given.</param>
    /// <param name="holders">Who gets it; the same when none are given.</param>
    /// <param name="delegator">Who gives it; the same when none is given.</param>
    internal DelegationStatement On(
        Terms terms, Statement? saidBy = null, ImmutableArray<SubjectReference> subjects = default, ImmutableArray<Holder> holders = default, PartySymbol? delegator = null) => new()
    {
        Order = Order,
        Location = (saidBy ?? this).Location,
        Syntax = (saidBy ?? this).Syntax,
        Section = (saidBy ?? this).Section,
        HasErrors = HasErrors,
        Terms = terms,
        Delegator = delegator ?? Delegator,
        DelegatorLocation = saidBy is DelegationStatement { DelegatorLocation: var location } ? location : saidBy?.Location ?? DelegatorLocation,
        Subjects = subjects.IsDefault ? Subjects : subjects,
        Holders = holders.IsDefault ? Holders : holders,
        IsEntrusted = IsEntrusted,
        Table = Table,
        TableIndex = TableIndex,
    };
}

/// <summary><c>limits for S …</c>.</summary>
public sealed class LimitsTable
{
    /// <summary>The whole sentence.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The subjects as declared.</summary>
    public required ImmutableArray<SubjectReference> Subjects { get; init; }

    /// <summary>The lines, filled once all are bound.</summary>
    public ImmutableArray<DelegationStatement> Lines { get; internal set; } = [];

    /// <summary>The section that it stands in.</summary>
    public Section? Section { get; init; }
}

/// <summary><c>A reserves S to B</c>, or one line of <c>matters of A reserved to B:</c>.</summary>
public sealed class ReservationStatement : Statement
{
    /// <summary>A; none when it could not be resolved.</summary>
    public PartySymbol? Reserver { get; init; }

    /// <summary>Where A stands.</summary>
    public required SourceLocation ReserverLocation { get; init; }

    /// <summary>Whether nobody may decide it: then the one group of <see cref="Holders"/> has nobody in it.</summary>
    public bool IsProhibition { get; init; }

    /// <summary>The subjects.</summary>
    public required ImmutableArray<SubjectReference> Subjects { get; init; }

    /// <summary>To whom; empty when unknown.</summary>
    public required ImmutableArray<Holder> Holders { get; init; }

    /// <summary>What it gives to whom it keeps it for, as if it were delegated: to keep something for somebody else is to give it on.</summary>
    internal DelegationStatement AsDelegation() => new()
    {
        Order = Order, Location = Location, Syntax = Syntax, Section = Section, HasErrors = HasErrors, Terms = Terms,
        Delegator = Reserver, DelegatorLocation = ReserverLocation, Subjects = Subjects, Holders = Holders,
    };

    /// <summary>The same sentence for some subjects and parties, on other terms.</summary>
    internal ReservationStatement On(Terms terms, Statement? saidBy, ImmutableArray<SubjectReference> subjects, ImmutableArray<Holder> holders, PartySymbol? reserver = null) => new()
    {
        Order = Order,
        Location = (saidBy ?? this).Location,
        Syntax = (saidBy ?? this).Syntax,
        Section = (saidBy ?? this).Section,
        HasErrors = HasErrors,
        Terms = terms,
        Reserver = reserver ?? Reserver,
        ReserverLocation = saidBy?.Location ?? ReserverLocation,
        IsProhibition = IsProhibition,
        Subjects = subjects,
        Holders = holders,
    };
}

/// <summary><c>X deputises for Y</c>.</summary>
public sealed class DeputyStatement : Statement
{
    /// <summary>X; none when it could not be resolved.</summary>
    public PartySymbol? Deputy { get; init; }

    /// <summary>Y.</summary>
    public required ImmutableArray<PartySymbol> Principals { get; init; }

    /// <summary>The same sentence on other terms.</summary>
    internal DeputyStatement On(Terms terms) => On(terms, Deputy, Principals);

    /// <summary>The same sentence of other parties, on other terms.</summary>
    internal DeputyStatement On(Terms terms, PartySymbol? deputy, ImmutableArray<PartySymbol> principals) => new()
    {
        Order = Order, Location = Location, Syntax = Syntax, Section = Section, HasErrors = HasErrors, Terms = terms, Deputy = deputy, Principals = principals,
    };
}

/// <summary>A sentence of involvement; it gives no authority.</summary>
public sealed class InvolvementStatement : Statement
{
    /// <summary>The verb.</summary>
    public required InvolvementVerb Verb { get; init; }

    /// <summary>The party before the verb; none when it could not be resolved.</summary>
    public PartySymbol? Actor { get; init; }

    /// <summary>The other parties.</summary>
    public required ImmutableArray<PartySymbol> Others { get; init; }

    /// <summary>The subjects.</summary>
    public required ImmutableArray<SubjectReference> Subjects { get; init; }

    /// <summary>The same sentence of other parties and about other subjects, on other terms.</summary>
    internal InvolvementStatement On(Terms terms, PartySymbol? actor, ImmutableArray<PartySymbol> others, ImmutableArray<SubjectReference> subjects) => new()
    {
        Order = Order, Location = Location, Syntax = Syntax, Section = Section, HasErrors = HasErrors, Terms = terms, Verb = Verb, Actor = actor, Others = others, Subjects = subjects,
    };
}

/// <summary><c>A takes over from B on D [for S]</c>: from that day A stands wherever B stood. <c>S</c> is in <see cref="Terms.For"/>.</summary>
public sealed class SuccessionStatement : Statement
{
    /// <summary>A.</summary>
    public required PartySymbol Successor { get; init; }

    /// <summary>B, and whoever else it takes over from.</summary>
    public required ImmutableArray<PartySymbol> Predecessors { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The sentence while its names are resolved.</summary>
    internal Binding.Scope? Scope { get; init; }
}

/// <summary>In whose place somebody stands, and by which sentence.</summary>
public sealed record Succeeded(SuccessionStatement Sentence, PartySymbol Predecessor);

/// <summary>A scenario. Its decision is resolved when it is asked, by the same code that answers questions.</summary>
public sealed class ScenarioStatement : Statement
{
    /// <summary>The sentence.</summary>
    public required ScenarioSyntax Scenario { get; init; }
}

/// <summary><c>use scheme "../leeds-council" for Leeds City Council</c>: what the scheme's own sentences leave with a body goes on by the scheme of that body.</summary>
public sealed record JoinStatement
{
    /// <summary>The body; none when it could not be resolved.</summary>
    public Reference<PartySymbol>? Body { get; init; }

    /// <summary>The folder, the file or the built scheme, as written; empty when it was left out.</summary>
    public required string Target { get; init; }

    /// <summary>Where that stands.</summary>
    public required SourceLocation TargetLocation { get; init; }

    /// <summary>The address at which the pages of the other scheme are published; empty when not said.</summary>
    public string Address { get; init; } = "";

    /// <summary>The whole sentence.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>Whether reading or name resolution found an error in it.</summary>
    public bool HasErrors { get; init; }
}
