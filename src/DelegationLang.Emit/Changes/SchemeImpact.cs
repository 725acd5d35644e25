using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Changes;

/// <summary>A sentence that needs something when a thing ends.</summary>
/// <param name="File">The file, as sources name it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Problem">What is wrong with it then, in words.</param>
/// <param name="Needs">What it needs, in words.</param>
public sealed record NeedySentence(string File, int Line, string Problem, string Needs);

/// <summary>A group that would have fewer members than its quorum.</summary>
/// <param name="Group">The group.</param>
/// <param name="Members">How many members are left.</param>
/// <param name="Quorum">How many must be present.</param>
public sealed record GroupBelowQuorum(string Group, int Members, int Quorum);

/// <summary>What ends, or falls to somebody else, when something of a scheme ends, or when another party takes over.</summary>
/// <param name="Ended">What ends, by name.</param>
/// <param name="Kind">Its kind in words: <c>committee</c>.</param>
/// <param name="On">The last day on which it is there.</param>
/// <param name="Successor">Who takes over; empty for nobody.</param>
/// <param name="Diff">The same scheme as it is, and as it would be, from the day after.</param>
public sealed record SchemeImpact(string Ended, string Kind, DateOnly On, string Successor, SchemeDiff Diff)
{
    /// <summary>The sentences that name it and would give nothing, or not what they say.</summary>
    public ImmutableArray<NeedySentence> Sentences { get; init; } = [];

    /// <summary>The steps that nobody could take.</summary>
    public ImmutableArray<NeedySentence> Steps { get; init; } = [];

    /// <summary>The groups that would be below their quorum.</summary>
    public ImmutableArray<GroupBelowQuorum> Groups { get; init; } = [];

    /// <summary>Works it out.</summary>
    /// <param name="input">The scheme.</param>
    /// <param name="engine">What answers questions about it.</param>
    /// <param name="ended">What ends: a party, place, agreement, power, function, matter, budget or condition.</param>
    /// <param name="on">The last day on which it is there.</param>
    /// <param name="successor">The name of the party that takes over; empty for none. One that the scheme does not declare is taken to be of the same kind.</param>
    /// <param name="asOf">The day that a question without a date is about.</param>
    /// <exception cref="ImpactException">It is nothing that can end, or the successor is none.</exception>
    public static SchemeImpact Of(EmitInput input, DecisionEngine engine, Symbol ended, DateOnly on, string successor, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(ended);
        SpaceDefinition definition = engine.Space.Definition;
        int index = engine.Symbols[ended];
        if (index < 0 && ended is not (AgreementSymbol or PowerSymbol))
        {
            throw new ImpactException($"“{ended.DisplayName}” is a {ended.Kind.Name}, on which no decision rests");
        }

        PartySymbol? heir = successor.Length == 0 ? null : Heir(input.Model, successor);
        if (heir is not null && ReferenceEquals(heir, ended))
        {
            throw new ImpactException($"“{ended.DisplayName}” does not take over from itself");
        }

        SpaceDefinition then = successor.Length == 0
            ? EndedSpace.Without(definition, ended, index, on)
            : ended is PartySymbol
                ? EndedSpace.With(definition, index, heir is null ? definition.Parties.Length : engine.Symbols[heir], successor)
                : throw new ImpactException($"“{ended.DisplayName}” is a {ended.Kind.Name}: only a body or a post has a successor");
        var before = SchemeVersion.Of(input, engine.Answerer);
        SchemeVersion after = before.With(engine.Answerer.With(DecisionSpace.Create(then)));
        var days = new DateRange(on == DateOnly.MaxValue ? on : on.AddDays(1), DateOnly.MaxValue);
        var needs = new ImpactNeeds(input, ended, on);
        return new SchemeImpact(ended.DisplayName, ended.Kind.Name, on, heir?.DisplayName ?? successor, SchemeDiff.Of(before, after, days, asOf))
        {
            Sentences = successor.Length > 0 ? [] : [.. needs.Sentences()],
            Steps = successor.Length > 0 ? [] : [.. needs.Steps()],
            Groups = [.. needs.Groups(heir, successor.Length > 0)],
        };
    }

    private static PartySymbol? Heir(SchemeModel model, string name) => model.Names.Find(name).OfType<PartySymbol>().ToArray() switch
    {
        [] => model.Names.Find(name) is [var other, ..] ? throw new ImpactException($"“{other.DisplayName}” is a {other.Kind.Name}, not a body or a post") : null,
        [var only] => only,
        _ => throw new ImpactException($"“{name}” may be several bodies or posts: say which"),
    };
}
