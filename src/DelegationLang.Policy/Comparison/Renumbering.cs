using System.Collections.Immutable;

namespace DelegationLang.Policy.Comparison;

/// <summary>Puts the entries of one decision space on the numbering that it shares with another: an earlier version, or a scheme that is joined.</summary>
/// <param name="numberOf">The shared number of an entry of a family; -1 for -1.</param>
/// <param name="wordsOf">A text that may have names in it as the shared space has it.</param>
/// <param name="firstAmount">The number of its first named sum.</param>
/// <param name="firstTable">The number of its first table.</param>
internal sealed class Renumbering(Func<NameFamily, int, int> numberOf, Func<string, string> wordsOf, int firstAmount, int firstTable)
{
    /// <summary>A party.</summary>
    public PartyDefinition Of(PartyDefinition party) => party with
    {
        Name = wordsOf(party.Name),
        At = All(NameFamily.Place, party.At),
        Boards = All(NameFamily.Party, party.Boards),
        Cabinets = All(NameFamily.Party, party.Cabinets),
        Leaders = All(NameFamily.Party, party.Leaders),
        IfNotAgreed = All(NameFamily.Party, party.IfNotAgreed),
    };

    /// <summary>A subject.</summary>
    public SubjectDefinition Of(SubjectDefinition subject) => subject with
    {
        Parent = numberOf(NameFamily.Subject, subject.Parent),
        Owner = numberOf(NameFamily.Party, subject.Owner),
        Covers = All(NameFamily.Subject, subject.Covers),
        At = All(NameFamily.Place, subject.At),
    };

    /// <summary>A place.</summary>
    public PlaceDefinition Of(PlaceDefinition place) => place with { Parent = numberOf(NameFamily.Place, place.Parent) };

    /// <summary>What the law leaves to an organisation itself.</summary>
    public KeptByLaw Of(KeptByLaw kept) =>
        kept with { Subject = numberOf(NameFamily.Subject, kept.Subject), Organisation = numberOf(NameFamily.Party, kept.Organisation) };

    /// <summary>A deciding sentence, or a line of a table.</summary>
    public RuleDefinition Of(RuleDefinition rule) => rule with
    {
        Giver = numberOf(NameFamily.Party, rule.Giver),
        Holders = [.. rule.Holders.Select(group => All(NameFamily.Party, group))],
        Subjects = All(NameFamily.Subject, rule.Subjects),
        Within = All(NameFamily.Subject, rule.Within),
        For = All(NameFamily.Subject, rule.For),
        Except = All(NameFamily.Subject, rule.Except),
        KeptBack = All(NameFamily.Subject, rule.KeptBack),
        Barred = [.. rule.Barred.Select(bar => bar with { Subject = numberOf(NameFamily.Subject, bar.Subject) })],
        At = All(NameFamily.Place, rule.At),
        Limit = Of(rule.Limit),
        Facts = Of(rule.Facts),
        Onward = Of(rule.Onward),
        OnwardThere = Of(rule.OnwardThere),
        ApprovedBy = numberOf(NameFamily.Party, rule.ApprovedBy),
        Steps = [.. rule.Steps.Select(wordsOf)],
        Needed = All(NameFamily.Party, rule.Needed),
        RatifiedBy = wordsOf(rule.RatifiedBy),
        Successions = [.. rule.Successions.Select(one => one with { Successor = numberOf(NameFamily.Party, one.Successor), Predecessor = numberOf(NameFamily.Party, one.Predecessor) })],
        Table = rule.Table < 0 ? -1 : rule.Table + firstTable,
    };

    /// <summary>Somebody who stands in.</summary>
    public DeputyDefinition Of(DeputyDefinition deputy) => deputy with
    {
        Deputy = numberOf(NameFamily.Party, deputy.Deputy),
        Principal = numberOf(NameFamily.Party, deputy.Principal),
        For = All(NameFamily.Subject, deputy.For),
        Except = All(NameFamily.Subject, deputy.Except),
        Facts = Of(deputy.Facts),
    };

    /// <summary>The terms on which something may be given on; none for none.</summary>
    public OnwardDefinition? Of(OnwardDefinition? onward) => onward is null ? null
        : onward with { To = All(NameFamily.Party, onward.To), Limit = Of(onward.Limit), ConsentOf = numberOf(NameFamily.Party, onward.ConsentOf) };

    private ImmutableArray<int> All(NameFamily family, ImmutableArray<int> indexes) => [.. indexes.Select(index => numberOf(family, index))];

    private LimitDefinition? Of(LimitDefinition? limit) => limit is null ? null : limit with { Lower = Of(limit.Lower), Upper = Of(limit.Upper), Also = Of(limit.Also) };

    private BoundDefinition? Of(BoundDefinition? bound) => bound is null ? null : bound with { LowerOf = [.. bound.LowerOf.Select(Of)] };

    private BoundTerm Of(BoundTerm term) => term.Kind switch
    {
        BoundTermKind.PartOfMeasure => term with { Index = numberOf(NameFamily.Measure, term.Index) },
        BoundTermKind.PartOfAmount => term with { Index = term.Index + firstAmount },
        _ => term,
    };

    private ImmutableArray<ImmutableArray<FactDefinition>> Of(ImmutableArray<ImmutableArray<FactDefinition>> groups) =>
        [.. groups.Select(group => (ImmutableArray<FactDefinition>)[.. group.Select(Of)])];

    private FactDefinition Of(FactDefinition fact) => fact with
    {
        Condition = numberOf(NameFamily.Condition, fact.Condition),
        Measure = numberOf(NameFamily.Measure, fact.Measure),
        Lower = Of(fact.Lower),
        Upper = Of(fact.Upper),
    };
}
