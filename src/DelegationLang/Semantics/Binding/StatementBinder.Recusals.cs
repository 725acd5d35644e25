using System.Collections.Immutable;
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
            Terms rule = clauses.Bind(scope, scope.Sentence.Clauses, ClauseRules.Conflicts, () => "the sentence about what concerns people").Terms;
            Recusals.AddRange(scope.HasErrors ? [] : concerned.Select(recusal => recusal with
            {
                Statement = recusal.Statement.On(Within(recusal.Statement.Terms, rule), recusal.Party, [], recusal.Statement.Subjects),
            }));
        }
    }

    private static Terms Within(Terms own, Terms rule) => own with
    {
        From = own.From is { } from && !(from < rule.From) ? from : rule.From ?? own.From,
        Until = own.Until is { } until && !(until > rule.Until) ? until : rule.Until ?? own.Until,
    };

    /// <summary><c>S concerns X, Y</c>: it gives and takes nothing by itself.</summary>
    public void BindConcern(Scope scope, InvolvementSyntax sentence)
    {
        ImmutableArray<PartySymbol> whom = ResolveParties(scope, [sentence.Actor, .. sentence.Others], Expectation.Involved);
        ImmutableArray<Reference<SubjectSymbol>> about = resolver.ResolveList<SubjectSymbol>(scope, sentence.Subjects, Expectation.Subject);
        Terms terms = clauses.Bind(scope, sentence.Clauses, ClauseRules.Conflicts, () => "a sentence about whom something concerns").Terms;
        lives.Check(scope, terms);
        var statement = new InvolvementStatement
        {
            Order = NextOrder(),
            Location = scope.Location,
            Syntax = scope.Node,
            Section = scope.Section,
            Verb = InvolvementVerb.Concerns,
            Actor = whom.IsEmpty ? null : whom[0],
            Others = whom.IsEmpty ? [] : whom[1..],
            Subjects = [.. about.Select(subject => new SubjectReference(SubjectScope.Named, subject.Symbol, subject.Location))],
            Terms = terms,
            HasErrors = scope.HasErrors,
        };
        Involvements.Add(statement);
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
        Terms terms = clauses.Bind(scope, sentence.Clauses, ClauseRules.Recusal, () => "a sentence about who takes no part").Terms;
        lives.Check(scope, terms);
        var statement = new InvolvementStatement
        {
            Order = NextOrder(),
            Location = scope.Location,
            Syntax = scope.Node,
            Section = scope.Section,
            Verb = InvolvementVerb.TakesNoPart,
            Actor = party,
            Others = [.. others.SelectMany(holder => holder.Group.Parties).Distinct()],
            Subjects = [.. about.Select(subject => new SubjectReference(SubjectScope.Named, subject.Symbol, subject.Location))],
            Terms = terms,
            HasErrors = scope.HasErrors,
        };
        Involvements.Add(statement);
        if (party is not null && !scope.HasErrors)
        {
            Recusals.AddRange(about.Select(subject => new Recusal(scope, statement, party, subject, others)));
        }
    }
}
