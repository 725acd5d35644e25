using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>The two ways out where a reserved matter is delegated: it is no longer reserved, or it is delegated for emergencies only.</summary>
internal static class ReservationFixes
{
    private const string Urgent = "urgent";

    /// <summary>The changes that mend it; which is meant only the author knows.</summary>
    public static IEnumerable<CodeFix> Of(GivesReserved verdict, RuleRun run)
    {
        if (verdict is { Takings: [var taking], Subject.Symbol: { } subject } && Release(taking, subject) is { } edit)
        {
            yield return new CodeFix($"take {Phrases.Name(subject)} out of the reservation", [edit]);
        }

        if (Exceptional(verdict.Statement, run) is { } exceptional)
        {
            yield return exceptional;
        }
    }

    // A line of a list declares its matter too, and has to stay.
    private static TextEdit? Release(Taking taking, SubjectSymbol subject)
    {
        ReservationStatement reservation = taking.Statement;
        if (reservation.Syntax is not DecidingSyntax sentence)
        {
            return null;
        }

        if (taking.Subject.Symbol != subject)
        {
            return taking.Subject.Scope == SubjectScope.Named && reservation.Terms.Except.IsEmpty
                ? new TextEdit(ClauseLocations.EndOf(reservation), " except " + Semantics.Binding.Wording.Writable(subject.DisplayName))
                : null;
        }

        if (sentence.Subjects.Length == 1)
        {
            return Removal.OfSentence(reservation.Location);
        }

        // The first of a list goes with the comma after it, another with the comma before it.
        return taking.Subject.Location.Span.Start == sentence.Subjects[0].Span.Start
            ? new TextEdit(taking.Subject.Location with { Span = TextSpan.FromBounds(sentence.Subjects[0].Span.Start, sentence.Subjects[1].Span.Start) }, "")
            : Removal.Of(taking.Subject.Location);
    }

    private static CodeFix? Exceptional(DelegationStatement statement, RuleRun run)
    {
        bool fits = statement.Syntax is DecidingSyntax && !statement.IsEntrusted && statement.Terms.RatifiedBy is null && ClauseLocations.Of<ReservedMattersClauseSyntax>(statement) is null;
        if (!fits || UnratifiedExceptionalPower.Ratifier(statement, run) is not { } ratifier)
        {
            return null;
        }

        SourceLocation end = ClauseLocations.EndOf(statement);
        if (ClauseLocations.Of<WhenClauseSyntax>(statement) is not null)
        {
            return new CodeFix("make it exceptional", [new TextEdit(end, $" even if reserved ratified by {ratifier}")]);
        }

        Symbol[] known = [.. run.Model.Names.Find(Urgent)];
        if (known is not ([] or [ConditionSymbol]))
        {
            return null;
        }

        var clause = new TextEdit(end, $" even if reserved when {Urgent} ratified by {ratifier}");
        var start = new SourceLocation(statement.Location.Source, new TextSpan(statement.Location.Span.Start, 0));
        return new CodeFix(
            $"make it exceptional: when {Urgent}, ratified by {Phrases.Quote(ratifier)}",
            known is [] ? [new TextEdit(start, $"{Urgent} is a condition, normally false.\n"), clause] : [clause]);
    }
}
