using DelegationLang.Diagnostics;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>Finds what a scheme declares and never speaks of again.</summary>
internal sealed class UnusedCheck(Reporter reporter)
{
    /// <summary>Reports each.</summary>
    /// <param name="declarations">All declarations.</param>
    /// <param name="own">The own organisation, whose scheme it is.</param>
    /// <param name="statements">What its sentences say.</param>
    public void Run(IEnumerable<Declared> declarations, PartySymbol? own, StatementBinder statements)
    {
        HashSet<PartySymbol> residual = Residual(statements);
        Declared[] all = [.. declarations];
        HashSet<string>? law = null;
        foreach (Declared declared in all)
        {
            Symbol symbol = declared.Symbol;
            if (symbol.IsReferenced || symbol.IsFromLibrary || symbol.IsUncertain || symbol.IsDuplicate || declared.IsRepeated || symbol == own
                || declared.Scope.HasErrors || IsUsedBySilence(symbol, residual)
                || (symbol is PowerSymbol && (law ??= LawOf(all)).Contains(NameKey.Of(symbol.Name))))
            {
                continue;
            }

            // Nobody is told to leave a body out: it may be there for what no sentence of the scheme says.
            bool isBody = symbol is PartySymbol { IsRole: false };
            reporter.Report(declared.Scope, new Diagnostic(
                SemanticDiagnostics.NeverUsed, symbol.Location, $"{MessageWords.Quote(symbol.DisplayName)}, {MessageWords.KindOf(symbol)}, is declared and never used")
            {
                Help = isBody ? "say what it decides, advises on or oversees, or who belongs to it; if it only meets, nothing need be done" : "leave it out if nothing is missing",
                Fixes = !isBody && declared.Scope.Node is DeclarationSyntax sentence ? [new CodeFix("Leave it out", [Removal.OfSentence(declared.Scope.At(sentence))])] : [],
            });
        }
    }

    // What has its part without being named: a board acts for its organisation; the law asks for an audit and a remuneration committee; a part
    // of a subject or a place goes with the whole; "all matters" speaks of every matter there is; and a power that covers something governs it unnamed.
    private static bool IsUsedBySilence(Symbol symbol, IReadOnlySet<PartySymbol> residual) => symbol switch
    {
        PartySymbol { ResponsibleFor.IsEmpty: false } => true,
        PartySymbol { IsGroup: true } group => group.Kind.Is("board") || group.Kind.IsExecutiveBody || IsRequired(group),
        SubjectSymbol { Parent: not null } => true,
        SubjectSymbol { IsBudget: false } subject => subject.Owners.OfType<PartySymbol>().Any(residual.Contains),
        PlaceSymbol { Parent: not null } => true,
        PowerSymbol power => !power.Covers.IsEmpty || !power.CoveredKinds.IsEmpty,
        _ => false,
    };

    // What stands in place of a library's power is the law of the scheme, named or not.
    private static HashSet<string> LawOf(IEnumerable<Declared> all) =>
        [.. all.Where(declared => declared.Symbol is PowerSymbol { IsFromLibrary: true }).Select(declared => NameKey.Of(declared.Symbol.Name))];

    private static bool IsRequired(PartySymbol group) =>
        group.Kind.Is("audit committee") || group.Kind.Is("remuneration committee")
        || group.Name.Contains("audit", StringComparison.OrdinalIgnoreCase) || group.Name.Contains("remuneration", StringComparison.OrdinalIgnoreCase);

    // Those whose every matter some sentence speaks of without naming it.
    private static HashSet<PartySymbol> Residual(StatementBinder statements)
    {
        var residual = new HashSet<PartySymbol>(ReferenceEqualityComparer.Instance);
        foreach (DelegationStatement delegation in statements.Delegations)
        {
            if (delegation.Delegator is { } delegator && delegation.Subjects.Any(subject => subject.Scope != SubjectScope.Named))
            {
                residual.Add(delegator);
            }
        }

        foreach (ReservationStatement reservation in statements.Reservations)
        {
            if (reservation.Reserver is { } reserver && reservation.Subjects.Any(subject => subject.Scope != SubjectScope.Named))
            {
                residual.Add(reserver);
            }
        }

        return residual;
    }
}
