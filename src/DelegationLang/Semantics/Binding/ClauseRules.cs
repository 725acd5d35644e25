using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>Whether a clause may stand in a sentence, by what is declared or said in it: what the table of clauses says of it.</summary>
internal static class ClauseRules
{
    /// <summary>The sort of sentence that declares a thing.</summary>
    /// <param name="family">What is declared.</param>
    /// <param name="isLibrary">Whether a library declares it: it says for which kinds of body a function is.</param>
    public static SentenceSort Declaration(SymbolFamily family, bool isLibrary = false) => family switch
    {
        SymbolFamily.Organisation => SentenceSort.Organisation,
        SymbolFamily.Group => SentenceSort.Group,
        SymbolFamily.Role => SentenceSort.Role,
        SymbolFamily.Function or SymbolFamily.Matter => SentenceSort.Subject | (isLibrary ? SentenceSort.LibrarySubject : SentenceSort.None),
        SymbolFamily.Budget => SentenceSort.Budget,
        SymbolFamily.Place => SentenceSort.Place,
        SymbolFamily.Power => SentenceSort.Power | SentenceSort.PowerSentence,
        SymbolFamily.Agreement => SentenceSort.Agreement,
        SymbolFamily.Condition => SentenceSort.Condition,
        SymbolFamily.Measure => SentenceSort.Measure,
        SymbolFamily.Class => SentenceSort.Class,
        _ => SentenceSort.Other,
    };

    /// <summary>Whether a clause of a line of reserved matters says something about keeping the matter, and nothing about the matter itself.</summary>
    public static bool IsOfKeeping(ClauseSyntax clause) =>
        clause.Kind is not (ClauseKind.Reference or ClauseKind.Note or ClauseKind.Under) && ClauseTable.MayStand(clause.Kind, SentenceSort.Reservation);

    /// <summary>Whether the clause may stand in a sentence that allows these; reports it when it may not.</summary>
    /// <param name="reporter">Takes the finding.</param>
    /// <param name="scope">The sentence.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="allowed">What sort of sentence it is.</param>
    /// <param name="where">The sentence in words: <c>the declaration of an officer</c>.</param>
    public static bool Check(Reporter reporter, Scope scope, ClauseSyntax clause, SentenceSort allowed, Func<string> where)
    {
        if (ClauseTable.Of(clause.Kind) is not { } row)
        {
            scope.HasErrors = true;
            return false;
        }

        // What is reserved stays where it is; to say that it may not be delegated does no harm.
        bool isPowerOverReserved = allowed == SentenceSort.Reservation && clause is OnwardClauseSyntax { IsGiven: true };
        if ((allowed & row.Sentences) != 0 && !isPowerOverReserved)
        {
            return true;
        }

        reporter.Report(scope, new Diagnostic(
            ParsingDiagnostics.MisplacedClause, scope.At(clause), $"{MessageWords.Quote(clause.Keyword)} cannot stand in {where()}")
        {
            Label = "not here",
            Help = row.Home.Length > 0 ? $"it belongs in {row.Home}" : "leave it out",
        });
        return false;
    }
}
