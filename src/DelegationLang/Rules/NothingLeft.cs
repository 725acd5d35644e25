using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL3008: nothing is left of a delegation.</summary>
internal sealed class NothingLeft : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3008", "nothing-left", "Nothing left of a delegation", DiagnosticSeverity.Warning);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        AuthorityGraph authority = run.Judge.Authority;

        // Whoever takes no part in all of it loses it by a sentence that says so.
        HashSet<SourceLocation> recused = [.. run.Model.Involvements.Where(statement => statement.Verb == InvolvementVerb.TakesNoPart && statement.Others.IsEmpty).SelectMany(statement => statement.Subjects).Select(subject => subject.Location)];
        foreach (DelegationStatement statement in run.Delegations.Where(statement => !statement.Subjects.IsEmpty && !authority.IsFaulty(statement)))
        {
            Diagnostic? finding = InFacts(statement) ?? (statement.Terms.KeptBack.Any(kept => recused.Contains(kept.Location)) ? null : InSubjects(statement, authority));
            if (finding is not null)
            {
                run.Report(statement, finding);
            }
        }
    }

    private Diagnostic? InFacts(DelegationStatement statement)
    {
        ImmutableArray<FactGroup> facts = statement.Terms.Facts;
        return facts.IsEmpty || FactCube.Expand(facts) is not { IsEmpty: true } ? null : Finding(
            facts[0].AnyOf[0].Location,
            $"the conditions of this sentence can never all be so, so {Phrases.Delegator(statement)} gives nothing",
            "a condition cannot stand after both `when` and `unless`; of two bounds for a measure, leave out one");
    }

    private Diagnostic? InSubjects(DelegationStatement statement, AuthorityGraph authority)
    {
        if (!statement.Subjects.All(subject => IsGone(statement, subject, authority)))
        {
            return null;
        }

        SourceLocation location = statement.Terms.Except.Concat(statement.Terms.KeptBack).Select(carved => (SourceLocation?)carved.Location).FirstOrDefault()
            ?? statement.Subjects[0].Location;
        string subjects = string.Join(", ", statement.Subjects.Select(Phrases.Subject));
        return Finding(
            ClauseLocations.IsOwn(statement, location) ? location : statement.Subjects[0].Location,
            $"nothing is left of {subjects} once what is carved out or reserved is taken away",
            "leave the sentence out, or carve out less: `except` names parts of what is delegated");
    }

    private Diagnostic Finding(SourceLocation location, string message, string help) =>
        new(Descriptor, location, message) { Label = "leaves nothing", Help = help };

    private static bool IsGone(DelegationStatement statement, SubjectReference subject, AuthorityGraph authority)
    {
        if (subject.Symbol is SubjectSymbol symbol)
        {
            return !(statement.Terms.Except.IsEmpty && statement.Terms.KeptBack.IsEmpty) && authority.Boxes.Atoms(symbol, statement.Terms)
                .All(atom => authority.Boxes.Region(atom, symbol, statement.Terms, isTaking: false).IsEmpty);
        }

        return subject.Scope == SubjectScope.AllMatters
            && !statement.Terms.IsEvenIfReserved
            && authority.Index.GiverOf(statement, null) is PartySymbol giver
            && authority.Index.WideTakings(giver).Any(taking => TakesAll(taking, statement, authority.Index.Seats));
    }

    // Everything is reserved to others, without any bound.
    private static bool TakesAll(Taking taking, DelegationStatement statement, Seats seats)
    {
        Terms terms = taking.Statement.Terms;
        return taking.Subject.Scope == SubjectScope.AllMatters
            && terms.Limit is null && terms.Facts.IsEmpty && terms.At.IsEmpty && terms.For.IsEmpty && terms.Except.IsEmpty && terms.KeptBack.IsEmpty
            && BoxBuilder.DaysOf(terms).Contains(BoxBuilder.DaysOf(statement.Terms))
            && !taking.Holder.Group.Parties.Any(kept => statement.Holders.Any(holder => holder.Group.Parties.Any(party => seats.AreSame(party, kept))));
    }
}
