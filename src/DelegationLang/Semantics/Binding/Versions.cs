using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>
/// What is declared again for days that do not meet: a forum until 31 March, a committee of the same name from 1 April. Each is a thing of its own; which is meant, the day
/// of a sentence or a question settles.
/// </summary>
internal static class Versions
{
    /// <summary>Whether things of one name follow one another, so that on each day at most one of them is there.</summary>
    public static bool Follow(IReadOnlyList<Symbol> sameName)
    {
        if (sameName.Count < 2)
        {
            return false;
        }

        // What meets anything later meets the next.
        Symbol[] inOrder = [.. sameName.OrderBy(symbol => symbol.Lifetime.First)];
        for (int i = 1; i < inOrder.Length; i++)
        {
            if (!Follow(inOrder[i], inOrder[i - 1]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two things of one name are one after the other: both groups or posts, or both subjects.</summary>
    public static bool Follow(Symbol one, Symbol other) =>
        (one, other) is (PartySymbol, PartySymbol) or (SubjectSymbol, SubjectSymbol) && !one.Lifetime.Overlaps(other.Lifetime);

    /// <summary>The one that is meant on some days: the first of those that are there on one of them, or the nearest.</summary>
    public static Symbol On(DateRange days, IReadOnlyList<Symbol> versions)
    {
        Symbol[] inOrder = [.. versions.OrderBy(version => version.Lifetime.First)];
        return inOrder.FirstOrDefault(version => version.Lifetime.Overlaps(days)) ?? (days.Last < inOrder[0].Lifetime.First ? inOrder[0] : inOrder[^1]);
    }

    /// <summary>The days that a sentence or a line states, as far as its own words say.</summary>
    public static DateRange DaysOf(SyntaxNode node, SentenceSyntax sentence)
    {
        ImmutableArray<ClauseSyntax> clauses = node switch
        {
            ScenarioSyntax scenario => scenario.Decision.Clauses,
            SchemeSyntax => [],
            SentenceSyntax whole => whole.Clauses,
            TableLineSyntax line => line.Clauses,
            ListItemSyntax item when sentence is ListDeclarationSyntax list => list.ClausesOf(item),
            _ => [],
        };
        DateRange days = DateRange.Always;
        foreach (ClauseSyntax clause in clauses)
        {
            days = days.Intersect(clause switch
            {
                FromClauseSyntax { Date: { IsInvalid: false, IsMissing: false } from } => DateRange.From(from.Value, null),
                UntilClauseSyntax { Date: { IsInvalid: false, IsMissing: false } until } => DateRange.From(null, until.Value),
                OnClauseSyntax { Date: { IsInvalid: false, IsMissing: false } on } => new DateRange(on.Value, on.Value),
                ForYearClauseSyntax { Year: { IsMissing: false } year } when sentence is not DeclarationSyntax => Days.YearOf(year.StartYear),
                _ => DateRange.Always,
            });
        }

        return days.IsEmpty ? DateRange.Always : days;
    }
}
