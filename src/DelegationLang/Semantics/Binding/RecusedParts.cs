using System.Collections.Immutable;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>What a recusal takes of one subject of a sentence.</summary>
/// <param name="Of">The subject as the sentence has it.</param>
/// <param name="IsWhole">Whether it takes all of it.</param>
/// <param name="Part">What it takes, so that a sentence may be about it alone; none where no sentence can without naming more.</param>
/// <param name="For">The functions in relation to which.</param>
internal sealed record RecusedPart(SubjectReference Of, bool IsWhole, SubjectReference? Part, ImmutableArray<Reference<SubjectSymbol>> For);

/// <summary>Finds what the subject of a recusal and the subjects of a sentence have in common.</summary>
internal sealed class RecusedParts(StatementBinder statements)
{
    /// <summary>What the two have in common; none where that is nothing.</summary>
    /// <param name="recusal">Who takes no part in what.</param>
    /// <param name="giver">Who gives it.</param>
    /// <param name="reference">What the sentence is about.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="isAlone">Whether nobody else gets it by the sentence.</param>
    public RecusedPart? Of(Recusal recusal, PartySymbol giver, SubjectReference reference, Terms terms, bool isAlone)
    {
        SubjectSymbol subject = recusal.Subject.Symbol;
        var named = new SubjectReference(SubjectScope.Named, subject, recusal.Subject.Location);
        if (reference.Scope != SubjectScope.Named)
        {
            bool isRelated = reference.Symbol is { } whole ? subject.IsWithin(whole) || whole.IsWithin(subject) : IsHeldBy(giver, subject);
            bool mayName = reference.Scope == SubjectScope.AllMatters ? MayName(giver, subject) : isAlone && !recusal.IsSometimes;
            return isRelated ? new RecusedPart(reference, false, mayName ? named : null, terms.For) : null;
        }

        if (reference.Symbol is not { } own)
        {
            return null;
        }

        if (own.IsWithin(subject) || subject.IsWithin(own))
        {
            bool isWhole = own.IsWithin(subject);
            return new RecusedPart(reference, isWhole, isWhole ? reference : named, terms.For);
        }

        return (own.Kind.Family, subject.Kind.Family) switch
        {
            (SymbolFamily.Matter, SymbolFamily.Function) => ForFunction(reference, terms, recusal.Subject),
            (SymbolFamily.Function, SymbolFamily.Matter) when IsHeldBy(giver, subject) =>
                new RecusedPart(reference, false, MayName(giver, subject) && terms.For.IsEmpty ? named : null, [new Reference<SubjectSymbol>(own, reference.Location)]),
            (SymbolFamily.Budget, SymbolFamily.Function) => OfBudget(reference, own, terms, recusal.Subject),
            (SymbolFamily.Budget, SymbolFamily.Matter) when IsHeldBy(giver, subject) => new RecusedPart(reference, false, null, terms.For),
            (SymbolFamily.Function, SymbolFamily.Budget) when Covered(subject).Any(function => function.IsWithin(own) || own.IsWithin(function)) =>
                new RecusedPart(reference, false, null, terms.For),
            (SymbolFamily.Matter or SymbolFamily.Budget, SymbolFamily.Budget) => new RecusedPart(reference, false, null, terms.For),
            _ => null,
        };
    }

    /// <summary>The sentences that one about a deputy becomes.</summary>
    public List<DeputyStatement> OfDeputy(Recusal recusal, DeputyStatement deputy)
    {
        Reference<SubjectSymbol> subject = recusal.Subject;

        // A matter in relation to a function cannot be named beside the rest of the function: the sentence stands whole where the recusal is not.
        if (deputy.Terms.For.Any(own => own.Symbol.Kind.Family != subject.Symbol.Kind.Family && !own.Symbol.IsWithin(subject.Symbol) && !subject.Symbol.IsWithin(own.Symbol)))
        {
            IEnumerable<Terms> during = RecusedTerms.During(recusal, deputy.Terms) is { } days ? [days with { Except = days.Except.Add(subject) }] : [];
            return [.. during.Concat(RecusedTerms.Without(recusal, deputy.Terms)).Select(deputy.On)];
        }

        List<DeputyStatement> made = [deputy.On(deputy.Terms with { Except = deputy.Terms.Except.Add(subject) })];
        ImmutableArray<Reference<SubjectSymbol>> about = deputy.Terms.For.IsEmpty ? [subject]
            : [.. deputy.Terms.For.Where(own => own.Symbol.IsWithin(subject.Symbol)), .. deputy.Terms.For.Any(own => subject.Symbol.IsWithin(own.Symbol)) ? [subject] : ImmutableArray<Reference<SubjectSymbol>>.Empty];
        if (!about.IsEmpty)
        {
            made.AddRange(RecusedTerms.Without(recusal, deputy.Terms with { For = about }).Select(deputy.On));
        }

        return made;
    }

    // Matters are given in relation to functions, all of them where none is named.
    private static RecusedPart? ForFunction(SubjectReference reference, Terms terms, Reference<SubjectSymbol> subject)
    {
        if (terms.For.IsEmpty)
        {
            return new RecusedPart(reference, false, reference, [subject]);
        }

        List<Reference<SubjectSymbol>> inside = [.. terms.For.Where(function => function.Symbol.IsWithin(subject.Symbol))];
        bool isWhole = inside.Count == terms.For.Length;
        if (!isWhole && terms.For.Any(function => subject.Symbol.IsWithin(function.Symbol)))
        {
            inside.Add(subject);
        }

        return inside.Count == 0 ? null : new RecusedPart(reference, isWhole, reference, [.. inside]);
    }

    private RecusedPart? OfBudget(SubjectReference reference, SubjectSymbol budget, Terms terms, Reference<SubjectSymbol> subject)
    {
        SubjectSymbol[] covered = [.. Covered(budget)];
        if (covered.All(function => function.IsWithin(subject.Symbol)))
        {
            return covered.Length == 0 ? null : new RecusedPart(reference, true, reference, terms.For);
        }

        bool isRelated = covered.Any(function => function.IsWithin(subject.Symbol) || subject.Symbol.IsWithin(function));
        return isRelated ? new RecusedPart(reference, false, terms.For.IsEmpty ? reference : null, [subject]) : null;
    }

    private IEnumerable<SubjectSymbol> Covered(SubjectSymbol budget) =>
        budget.Covers.IsEmpty ? statements.Budgets.Where(inner => inner.Parent == budget).SelectMany(Covered) : budget.Covers;

    private static bool IsHeldBy(PartySymbol giver, SubjectSymbol subject)
    {
        PartySymbol[] owners = [.. subject.Owners.OfType<PartySymbol>()];
        return owners.Length == 0 || owners.Contains(giver) || owners.Contains(Root(giver));
    }

    // What is named is none of "all other matters": where something is given so, only what another sentence names may be named anew.
    private bool MayName(PartySymbol giver, SubjectSymbol subject)
    {
        PartySymbol root = Root(giver);
        List<SubjectReference> said =
        [
            .. statements.Delegations.Where(statement => statement.Delegator is { } other && Root(other) == root).SelectMany(statement => statement.Subjects),
            .. statements.Reservations.Where(statement => statement.Reserver is { } other && Root(other) == root).SelectMany(statement => statement.Subjects),
        ];
        return !said.Exists(one => one.Scope == SubjectScope.AllOtherMatters)
            || said.Exists(one => one.Scope == SubjectScope.Named && one.Symbol is { } symbol && subject.IsWithin(symbol));
    }

    private static PartySymbol Root(PartySymbol party)
    {
        PartySymbol root = party;
        for (int steps = 0; !root.IsOrganisation && root.Owners.OfType<PartySymbol>().FirstOrDefault() is { } owner && steps < 100; steps++)
        {
            root = owner;
        }

        return root;
    }
}
