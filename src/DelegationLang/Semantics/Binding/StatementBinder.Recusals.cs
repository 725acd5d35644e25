using System.Collections.Immutable;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <content>Who takes no part in what.</content>
internal sealed partial class StatementBinder
{
    /// <summary>Whom something concerns, to be taken out of it where nobody takes part in what concerns them.</summary>
    private readonly List<Recusal> concerned = [];

    /// <summary><c>Nobody takes part in what concerns them</c>.</summary>
    public void BindConflicts(IEnumerable<Scope> sentences)
    {
        foreach (Scope scope in sentences)
        {
            Terms rule = clauses.Bind(scope, scope.Sentence.Clauses, SentenceSort.Conflicts, () => "the sentence about what concerns people").Terms;
            foreach (Recusal recusal in scope.HasErrors ? [] : concerned)
            {
                if (Within(recusal.Statement.Terms, rule) is { } terms)
                {
                    Recusals.Add(recusal with { Statement = recusal.Statement.On(terms, recusal.Party, [], recusal.Statement.Subjects) });
                }
            }
        }
    }

    // On the days of both; none where they have no day in common.
    private static Terms? Within(Terms own, Terms rule)
    {
        DateRange days = DateRange.From(own.From, own.Until).Intersect(DateRange.From(rule.From, rule.Until));
        return days.IsEmpty ? null : own with { From = days.HasFirst ? days.First : null, Until = days.HasLast ? days.Last : null };
    }

    /// <summary><c>S concerns X, Y</c>: it gives and takes nothing by itself.</summary>
    public void BindConcern(Scope scope, InvolvementSyntax sentence)
    {
        ImmutableArray<PartySymbol> whom = ResolveParties(scope, [sentence.Actor, .. sentence.Others], Expectation.Involved);
        ImmutableArray<Reference<SubjectSymbol>> about = resolver.ResolveList<SubjectSymbol>(scope, sentence.Subjects, Expectation.Subject);
        Terms terms = clauses.Bind(scope, sentence.Clauses, SentenceSort.Conflicts, () => "a sentence about whom something concerns").Terms;
        lives.Check(scope, terms);
        InvolvementStatement statement = Involve(scope, InvolvementVerb.Concerns, whom.FirstOrDefault(), [.. whom.Skip(1)], Named(about), terms);
        if (!scope.HasErrors)
        {
            concerned.AddRange(from party in whom from subject in about select new Recusal(scope, statement, party, subject, []));
        }
    }

    private void BindRecusal(Scope scope, InvolvementSyntax sentence)
    {
        PartySymbol? party = ResolveParty(scope, sentence.Actor, Expectation.Involved);
        ImmutableArray<Reference<SubjectSymbol>> about = resolver.ResolveList<SubjectSymbol>(scope, sentence.Subjects, Expectation.Subject);
        ImmutableArray<Holder> others = sentence.Clauses.OfType<GoesToClauseSyntax>().FirstOrDefault() is { } goesTo ? parties.BindHolders(scope, goesTo.Parties, Expectation.Holder) : [];
        Terms terms = clauses.Bind(scope, sentence.Clauses, SentenceSort.Recusal, () => "a sentence about who takes no part").Terms;
        lives.Check(scope, terms);
        InvolvementStatement statement = Involve(scope, InvolvementVerb.TakesNoPart, party, [.. others.SelectMany(holder => holder.Group.Parties).Distinct()], Named(about), terms);
        if (party is not null && !scope.HasErrors)
        {
            Recusals.AddRange(about.Select(subject => new Recusal(scope, statement, party, subject, others)));
        }
    }

    private static ImmutableArray<SubjectReference> Named(ImmutableArray<Reference<SubjectSymbol>> about) =>
        [.. about.Select(subject => new SubjectReference(SubjectScope.Named, subject.Symbol, subject.Location))];
}
