using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Workspaces;

/// <summary>One sentence of a law library in plain words: a power, a function or matter, or a sum.</summary>
public sealed record LawEntry
{
    /// <summary>The name that authors use.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, such as <c>power</c> or <c>council function</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The heading under which the catalogue has it; empty for what is always read.</summary>
    public string Family { get; init; } = "";

    /// <summary>The provision on which it rests.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>How much of it was read; none for what says nothing of that.</summary>
    public LegalGrade? Grade { get; init; }

    /// <summary>The text that was read, with its date where it has one; empty when not said.</summary>
    public string Text { get; init; } = "";

    /// <summary>The days on which it is in force, both ends included.</summary>
    public DateRange Days { get; init; } = DateRange.Always;

    /// <summary>Lines that say for and to whom it is, what it covers and leaves out, and what else it asks for: a heading and the words.</summary>
    public ImmutableArray<LawLine> Lines { get; init; } = [];

    /// <summary>What is said about it.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Whether a scheme says it and no library.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether it stands in place of what a library says under the same name.</summary>
    public bool IsInPlaceOfLibrary { get; init; }

    /// <summary>The symbol.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>The entry of a symbol of a library; none for kinds of thing that no list shows.</summary>
    /// <param name="model">The scheme or library that declares it.</param>
    /// <param name="symbol">The symbol.</param>
    public static LawEntry? Of(SchemeModel model, Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(symbol);
        ImmutableArray<LawLine> lines = symbol switch
        {
            PowerSymbol power => [.. LinesOf(power)],
            SubjectSymbol { IsBudget: false } subject => [.. LinesOf(subject)],
            AmountSymbol amount => [.. amount.Values.Select(value => new LawLine(Wording.Days(value.Days), Wording.Amount(value.Value, value.Currency)))],
            _ => default,
        };
        return lines.IsDefault ? null : new LawEntry
        {
            Name = symbol.Name,
            Kind = symbol.Kind.Name,
            Family = LawCatalogue.FamilyOf(model, symbol),
            References = symbol.References,
            Grade = LegalGrades.Of(symbol) ?? (symbol is PowerSymbol { IsVerified: false } ? LegalGrade.Unverified : null),
            Text = LegalGrades.TextOf(symbol),
            Days = symbol.Lifetime,
            Lines = lines,
            Notes = symbol.Notes,
            IsOwn = !symbol.IsFromLibrary,
            IsInPlaceOfLibrary = model.IsInPlaceOfLibrary(symbol),
            Symbol = symbol,
        };
    }

    private static IEnumerable<LawLine> LinesOf(PowerSymbol power)
    {
        foreach (PowerGrant grant in power.Grants)
        {
            yield return new LawLine("for", Names(grant.Delegators));
            if (!grant.Delegates.IsEmpty)
            {
                yield return new LawLine("to", Names(grant.Delegates));
            }

            if (grant.Reports.Length > 0)
            {
                yield return new LawLine("reports", grant.Reports);
            }
        }

        string covers = string.Join(", ", power.CoveredKinds.Select(kind => kind.Name).Concat(power.Covers.Select(subject => subject.Name)));
        if (covers.Length > 0)
        {
            yield return new LawLine("covers", covers);
        }

        string except = string.Join(", ", power.ExcludedKinds.Select(kind => kind.Name).Concat(power.Excludes.Select(subject => subject.Name)));
        if (except.Length > 0)
        {
            yield return new LawLine("excludes", except);
        }

        if (!power.Forbids.IsEmpty)
        {
            yield return new LawLine("not to", Names(power.Forbids));
        }

        if (!power.NotWith.IsEmpty)
        {
            yield return new LawLine("not with", string.Join("; ", power.NotWith.Select(other => other.Name)));
        }

        if (power.LeastMembers > 0)
        {
            yield return new LawLine("at least", FormattableString.Invariant($"{power.LeastMembers} people together"));
        }

        if (power.Agreement is KindSymbol agreement)
        {
            yield return new LawLine("under", agreement.Name);
        }

        if (!power.Stating.IsEmpty)
        {
            yield return new LawLine("states", string.Join(", ", power.Stating));
        }
    }

    private static IEnumerable<LawLine> LinesOf(SubjectSymbol subject)
    {
        if (!subject.Owners.IsEmpty)
        {
            yield return new LawLine("of", string.Join(", ", subject.Owners.Select(owner => owner.Name)));
        }

        if (!subject.For.IsEmpty)
        {
            yield return new LawLine("for", Names(subject.For));
        }

        if (subject.Parent is SubjectSymbol parent)
        {
            yield return new LawLine("within", parent.Name);
        }
    }

    private static string Names(IEnumerable<PowerParty> parties) =>
        string.Join(", ", parties.Select(party => (party.Kind?.Name ?? party.Party?.Name ?? "") + (party.Of is KindSymbol of ? " of " + of.Name : "")));
}

/// <summary>A heading and the words after it.</summary>
/// <param name="Heading">Such as <c>for</c>.</param>
/// <param name="Words">The words.</param>
public sealed record LawLine(string Heading, string Words);
