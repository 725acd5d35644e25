using System.Collections.Immutable;
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
        if (verdict is { Takings: [var taking], Subject.Symbol: { } subject })
        {
            ImmutableArray<TextEdit> edits = taking.Statement.Syntax is ListItemSyntax line ? ReleaseLine(taking, subject, line, run) : Release(taking, subject) is { } edit ? [edit] : [];
            if (!edits.IsEmpty)
            {
                yield return new CodeFix($"take {Phrases.Name(subject)} out of the reservation", edits);
            }
        }

        if (Exceptional(verdict.Statement, run) is { } exceptional)
        {
            yield return exceptional;
        }
    }

    // A line of a list declares its matter too: it becomes a sentence before the list. What limits the reservation alone would then limit nothing.
    private static ImmutableArray<TextEdit> ReleaseLine(Taking taking, SubjectSymbol subject, ListItemSyntax line, RuleRun run)
    {
        SourceText source = taking.Statement.Location.Source;
        if (taking.Subject.Symbol != subject || subject.Owners is not [var owner, ..] || !line.Clauses.All(IsOfDeclaration) || ListOf(run, line) is not { } list)
        {
            return [];
        }

        string written = source.ToString(line.Name.Span);
        string clauses = source.ToString(TextSpan.FromBounds(line.Name.Span.End, line.Span.End)).TrimEnd(' ', '.');
        string declaration = $"{written} is {Phrases.KindOf(subject)} of {Phrases.Writable(owner.DisplayName)}{clauses}.";
        if (list.Items.Length == 1)
        {
            return [new TextEdit(new SourceLocation(source, list.Span), declaration)];
        }

        if (line.IsInline)
        {
            return ReleaseInline(source, line, list, declaration);
        }

        int bullet = source.Content.LastIndexOf('-', line.Name.Span.Start - 1);
        var place = new SourceLocation(source, new TextSpan(list.Span.Start, 0));
        return [new TextEdit(place, declaration + source.LineBreak), Removal.Of(new SourceLocation(source, TextSpan.FromBounds(bullet, End(line, source))))];
    }

    // With the comma after it, or the one before it if it is the last.
    private static ImmutableArray<TextEdit> ReleaseInline(SourceText source, ListItemSyntax line, ListDeclarationSyntax list, string declaration)
    {
        int at = list.Items.IndexOf(line);
        TextSpan gone = at + 1 < list.Items.Length
            ? TextSpan.FromBounds(line.Span.Start, list.Items[at + 1].Span.Start)
            : TextSpan.FromBounds(list.Items[at - 1].Span.End, line.Span.End);
        return [new TextEdit(new SourceLocation(source, new TextSpan(list.Span.Start, 0)), declaration + source.LineBreak), new TextEdit(new SourceLocation(source, gone), "")];
    }

    private static bool IsOfDeclaration(ClauseSyntax clause) => clause is TextClauseSyntax || clause.Keyword is "within" or "known as";

    private static int End(ListItemSyntax line, SourceText source) =>
        source.Content[line.Span.End - 1] == '.' ? line.Span.End - 1 : line.Span.End;

    private static ListDeclarationSyntax? ListOf(RuleRun run, ListItemSyntax line) =>
        run.Model.Trees.SelectMany(tree => tree.Sentences.OfType<ListDeclarationSyntax>()).FirstOrDefault(list => list.Items.Any(item => ReferenceEquals(item, line)));

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
                ? new TextEdit(ClauseLocations.EndOf(reservation), " except " + Phrases.Writable(subject.DisplayName))
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
