using System.Collections.Immutable;

namespace DelegationLang.Policy.Definition;

/// <summary>
/// A whole scheme as plain data, ready to be evaluated: every reference is an index into one of these lists, and -1 stands for none.
/// The compiler makes one from a scheme; emitted C# and JSON hold one. <see cref="DecisionSpace"/> gives it its meaning.
/// </summary>
public sealed record SpaceDefinition
{
    /// <summary>The days on which the scheme is in force, both ends included.</summary>
    public DateRange InForce { get; init; } = DateRange.Always;

    /// <summary>Organisations, groups and posts.</summary>
    public ImmutableArray<PartyDefinition> Parties { get; init; } = [];

    /// <summary>Functions, matters and budgets.</summary>
    public ImmutableArray<SubjectDefinition> Subjects { get; init; } = [];

    /// <summary>Places.</summary>
    public ImmutableArray<PlaceDefinition> Places { get; init; } = [];

    /// <summary>Facts that are true or false.</summary>
    public ImmutableArray<ConditionDefinition> Conditions { get; init; } = [];

    /// <summary>Facts that are numbers.</summary>
    public ImmutableArray<MeasureDefinition> Measures { get; init; } = [];

    /// <summary>Named sums.</summary>
    public ImmutableArray<NamedAmountDefinition> Amounts { get; init; } = [];

    /// <summary>What the law leaves to an organisation itself, whatever any sentence says.</summary>
    public ImmutableArray<KeptByLaw> Kept { get; init; } = [];

    /// <summary>Reservations, delegations and entrustments in the order of the text; a table line is one.</summary>
    public ImmutableArray<RuleDefinition> Rules { get; init; } = [];

    /// <summary>Who stands in for whom.</summary>
    public ImmutableArray<DeputyDefinition> Deputies { get; init; } = [];

    /// <summary>Who recommends, advises, oversees or is consulted, without deciding anything.</summary>
    public ImmutableArray<InvolvementDefinition> Involvements { get; init; } = [];

    /// <summary>The same scheme with its files by other names.</summary>
    /// <param name="nameOf">The name to show for a file; not asked of what stands in none.</param>
    public SpaceDefinition WithFiles(Func<string, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(nameOf);
        return this with
        {
            Parties = [.. Parties.Select(party => party with { Source = Shown(party.Source) })],
            Subjects = [.. Subjects.Select(subject => subject with { Source = Shown(subject.Source) })],
            Rules = [.. Rules.Select(rule => rule with { Source = Shown(rule.Source), Successions = [.. rule.Successions.Select(one => one with { Source = Shown(one.Source) })] })],
            Deputies = [.. Deputies.Select(deputy => deputy with { Source = Shown(deputy.Source) })],
            Involvements = [.. Involvements.Select(involvement => involvement with { Source = Shown(involvement.Source) })],
        };

        SourceReference Shown(SourceReference source) => source with { File = string.IsNullOrEmpty(source.File) ? "" : nameOf(source.File) };
    }
}

/// <summary>A subject that, of what an organisation holds by law, nobody decides but whoever acts for it: no sentence gives it, or what lies within it, to anybody else.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="Law">The law, by name.</param>
public sealed record KeptByLaw(int Subject, int Organisation, string Law)
{
    /// <summary>The body in whose joined scheme it is so; empty for the scheme itself.</summary>
    public string Scheme { get; init; } = "";
}

/// <summary>What a party is.</summary>
public enum PartyKind
{
    /// <summary>A legal entity; its board or cabinet acts for it.</summary>
    Organisation,

    /// <summary>People who decide together.</summary>
    Group,

    /// <summary>A post.</summary>
    Role,
}

/// <summary>A party.</summary>
public sealed record PartyDefinition
{
    /// <summary>Its name as answers give it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public PartyKind Kind { get; init; }

    /// <summary>The days on which it exists, both ends included.</summary>
    public DateRange Lifetime { get; init; } = DateRange.Always;

    /// <summary>The places to which its authority is confined; empty for everywhere.</summary>
    public ImmutableArray<int> At { get; init; } = [];

    /// <summary>For an organisation: the boards that act for it (several where one follows another in time).</summary>
    public ImmutableArray<int> Boards { get; init; } = [];

    /// <summary>For a council: the cabinets that act for it in its executive functions.</summary>
    public ImmutableArray<int> Cabinets { get; init; } = [];

    /// <summary>
    /// For an organisation: the posts that act for it in executive functions too (a council's leader). The first that exists on the day acts where no
    /// cabinet does, and any of them may give.
    /// </summary>
    public ImmutableArray<int> Leaders { get; init; } = [];

    /// <summary>For a group: who decides where it comes to no decision; empty when not said.</summary>
    public ImmutableArray<int> IfNotAgreed { get; init; } = [];

    /// <summary>Where it is declared.</summary>
    public SourceReference Source { get; init; }

    /// <summary>The body in whose joined scheme alone it is declared; empty where the scheme itself declares it.</summary>
    public string Scheme { get; init; } = "";
}

/// <summary>What a subject is.</summary>
public enum SubjectKind
{
    /// <summary>A statutory job: the side of a decision that says what it is about.</summary>
    Function,

    /// <summary>A kind of decision: the side that says what is done.</summary>
    Matter,

    /// <summary>Money; stands for the functions that it covers, or for itself where it covers none.</summary>
    Budget,
}

/// <summary>A subject.</summary>
public sealed record SubjectDefinition
{
    /// <summary>Its name as answers give it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public SubjectKind Kind { get; init; }

    /// <summary>The subject that it lies within.</summary>
    public int Parent { get; init; } = -1;

    /// <summary>The party that holds it by law: an organisation, or a group or post to which the law gives it.</summary>
    public int Owner { get; init; } = -1;

    /// <summary>Whether it is a function of the council's executive.</summary>
    public bool IsExecutive { get; init; }

    /// <summary>The days on which it exists, both ends included.</summary>
    public DateRange Lifetime { get; init; } = DateRange.Always;

    /// <summary>For a budget: the functions that it covers.</summary>
    public ImmutableArray<int> Covers { get; init; } = [];

    /// <summary>For a budget: where; empty for everywhere.</summary>
    public ImmutableArray<int> At { get; init; } = [];

    /// <summary>Where it is declared.</summary>
    public SourceReference Source { get; init; }

    /// <summary>The body in whose joined scheme alone it is declared; empty where the scheme itself declares it.</summary>
    public string Scheme { get; init; } = "";
}

/// <summary>A place, and the place that it lies within.</summary>
public sealed record PlaceDefinition(string Name, int Parent = -1)
{
    /// <summary>The days on which it exists, both ends included.</summary>
    public DateRange Lifetime { get; init; } = DateRange.Always;
}

/// <summary>A fact that is true or false, and what is assumed when nobody says.</summary>
public sealed record ConditionDefinition(string Name, bool? Normally = null);

/// <summary>A number that is never negative, its unit, and the ISO 4217 code where it counts money (empty otherwise).</summary>
public sealed record MeasureDefinition(string Name, string Unit, string Currency = "");

/// <summary>A named sum: what it is on which days. Days of no figure make the sum unknown, and a limit by it covers nothing.</summary>
public sealed record NamedAmountDefinition(string Name, ImmutableArray<DatedFigure> Figures);

/// <summary>A figure of money on the days of a range, both ends included.</summary>
public sealed record DatedFigure(DateRange Days, decimal Value, string Currency);
