using System.Collections.Immutable;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <content>Who takes no part in what.</content>
internal sealed partial class StatementBinder
{
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
