using System.Collections.Immutable;

namespace DelegationLang.Policy.Comparison;

/// <summary>Puts the entries of the earlier version on the numbering that both versions share.</summary>
/// <param name="names">The numbering of names.</param>
/// <param name="firstAmount">The number of its first named sum.</param>
/// <param name="firstTable">The number of its first table.</param>
internal sealed class Renumbering(NameAlignment names, int firstAmount, int firstTable)
{
    /// <summary>A party.</summary>
    public PartyDefinition Of(PartyDefinition party) => party with
    {
        Name = names.Modernise(party.Name),
        At = All(NameFamily.Place, party.At),
        Boards = All(NameFamily.Party, party.Boards),
        Cabinets = All(NameFamily.Party, party.Cabinets),
        Leaders = All(NameFamily.Party, party.Leaders),
        IfNotAgreed = All(NameFamily.Party, party.IfNotAgreed),
    };

    /// <summary>A subject.</summary>
    public SubjectDefinition Of(SubjectDefinition subject) => subject with
    {
        Parent = names.NumberOf(NameFamily.Subject, subject.Parent),
        Owner = names.NumberOf(NameFamily.Party, subject.Owner),
        Covers = All(NameFamily.Subject, subject.Covers),
        At = All(NameFamily.Place, subject.At),
    };

    /// <summary>A place.</summary>
    public PlaceDefinition Of(PlaceDefinition place) => place with { Parent = names.NumberOf(NameFamily.Place, place.Parent) };

    /// <summary>What the law leaves to an organisation itself.</summary>
    public KeptByLaw Of(KeptByLaw kept) => new(names.NumberOf(NameFamily.Subject, kept.Subject), names.NumberOf(NameFamily.Party, kept.Organisation), kept.Law);

    /// <summary>A deciding sentence, or a line of a table.</summary>
    public RuleDefinition Of(RuleDefinition rule) => rule with
    {
        Giver = names.NumberOf(NameFamily.Party, rule.Giver),
        Holders = [.. rule.Holders.Select(group => All(NameFamily.Party, group))],
        Subjects = All(NameFamily.Subject, rule.Subjects),
        Within = All(NameFamily.Subject, rule.Within),
        For = All(NameFamily.Subject, rule.For),
        Except = All(NameFamily.Subject, rule.Except),
        KeptBack = All(NameFamily.Subject, rule.KeptBack),
        Barred = [.. rule.Barred.Select(bar => bar with { Subject = names.NumberOf(NameFamily.Subject, bar.Subject) })],
        At = All(NameFamily.Place, rule.At),
        Limit = Of(rule.Limit),
        Facts = Of(rule.Facts),
        Onward = rule.Onward is { } onward
            ? onward with { To = All(NameFamily.Party, onward.To), Limit = Of(onward.Limit), ConsentOf = names.NumberOf(NameFamily.Party, onward.ConsentOf) }
            : null,
        ApprovedBy = names.NumberOf(NameFamily.Party, rule.ApprovedBy),
        Steps = [.. rule.Steps.Select(names.Modernise)],
        Needed = All(NameFamily.Party, rule.Needed),
        RatifiedBy = names.Modernise(rule.RatifiedBy),
        Successions = [.. rule.Successions.Select(one => one with { Successor = names.NumberOf(NameFamily.Party, one.Successor), Predecessor = names.NumberOf(NameFamily.Party, one.Predecessor) })],
        Table = rule.Table < 0 ? -1 : rule.Table + firstTable,
    };

    /// <summary>Somebody who stands in.</summary>
    public DeputyDefinition Of(DeputyDefinition deputy) => deputy with
    {
        Deputy = names.NumberOf(NameFamily.Party, deputy.Deputy),
        Principal = names.NumberOf(NameFamily.Party, deputy.Principal),
        For = All(NameFamily.Subject, deputy.For),
        Except = All(NameFamily.Subject, deputy.Except),
        Facts = Of(deputy.Facts),
    };

    private ImmutableArray<int> All(NameFamily family, ImmutableArray<int> indexes) => [.. indexes.Select(index => names.NumberOf(family, index))];

    private LimitDefinition? Of(LimitDefinition? limit) => limit is null ? null : limit with { Lower = Of(limit.Lower), Upper = Of(limit.Upper), Also = Of(limit.Also) };

    private BoundDefinition? Of(BoundDefinition? bound) => bound is null ? null : bound with { LowerOf = [.. bound.LowerOf.Select(Of)] };

    private BoundTerm Of(BoundTerm term) => term.Kind switch
    {
        BoundTermKind.PartOfMeasure => term with { Index = names.NumberOf(NameFamily.Measure, term.Index) },
        BoundTermKind.PartOfAmount => term with { Index = term.Index + firstAmount },
        _ => term,
    };

    private ImmutableArray<ImmutableArray<FactDefinition>> Of(ImmutableArray<ImmutableArray<FactDefinition>> groups) =>
        [.. groups.Select(group => (ImmutableArray<FactDefinition>)[.. group.Select(Of)])];

    private FactDefinition Of(FactDefinition fact) => fact with
    {
        Condition = names.NumberOf(NameFamily.Condition, fact.Condition),
        Measure = names.NumberOf(NameFamily.Measure, fact.Measure),
        Lower = Of(fact.Lower),
        Upper = Of(fact.Upper),
    };
}
