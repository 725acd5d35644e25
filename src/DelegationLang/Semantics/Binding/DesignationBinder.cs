using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>Binds <c>X is also Y</c>: the holder of post X holds the designation Y too.</summary>
internal sealed class DesignationBinder(
    DeclarationCollector declarations, SymbolTable symbols, NameResolver resolver, KindTable kinds, Reporter reporter)
{
    private readonly List<Declaration> declared = [];

    private readonly List<HeldDesignation> held = [];

    /// <summary>Every designation that somebody holds, with the sentence that says so.</summary>
    public IReadOnlyList<HeldDesignation> Held => held;

    /// <summary>Declares the designations that nothing else declares, before any name is resolved.</summary>
    public void Declare()
    {
        KindSymbol officer = kinds.With(KindTrait.Officer);
        foreach ((Scope scope, DesignationSyntax syntax) in declarations.Designations)
        {
            if (!syntax.Designation.IsMissing && symbols.FindWhole(NameKey.Of(syntax.Designation.Text), scope.IsLibrary).IsEmpty && !IsQualified(scope, syntax))
            {
                declared.Add(new Declaration(scope, syntax, declarations.AddDesignation(scope, syntax, officer)));
            }
        }
    }

    /// <summary>Says of each designation who holds it.</summary>
    /// <returns>The designations declared by being held, in the order of the text.</returns>
    public ImmutableArray<PartySymbol> Bind()
    {
        foreach ((Scope scope, DesignationSyntax syntax) in declarations.Designations)
        {
            if (syntax.Designation.IsMissing)
            {
                continue;
            }

            PartySymbol? holder = resolver.Resolve<PartySymbol>(scope, scope.Part(syntax.Holder), Expectation.Post);
            PartySymbol? designation = resolver.Resolve<PartySymbol>(scope, scope.Part(syntax.Designation), Expectation.Post);
            DateRange days = Days.Read(scope, syntax.Clauses, reporter, withYears: false).Range;
            PowerSymbol? power = BindClauses(scope, syntax, designation);
            if (holder is null || designation is null)
            {
                continue;
            }

            if (holder == designation)
            {
                reporter.Report(scope, new Diagnostic(
                    SemanticDiagnostics.Cycle, scope.At(syntax.Designation), $"{MessageWords.Quote(syntax.Designation.Text)} is said to be itself")
                {
                    Help = "name two posts, or leave the sentence out",
                });
                continue;
            }

            Hold(scope, syntax, holder, designation, new Designation(holder, days, power, scope.Location));
            held.Add(new HeldDesignation(scope, designation));
        }

        foreach ((_, _, PartySymbol symbol) in declared)
        {
            Complete(symbol);
        }

        return [.. declared.Select(item => item.Symbol)];
    }

    private PowerSymbol? BindClauses(Scope scope, DesignationSyntax syntax, PartySymbol? designation)
    {
        PowerSymbol? power = null;
        foreach (ClauseSyntax clause in syntax.Clauses)
        {
            if (!ClauseRules.Check(reporter, scope, clause, SentenceSort.Designation, () => "a sentence that says `is also`"))
            {
                continue;
            }

            switch (clause)
            {
                case UnderClauseSyntax under:
                    power = resolver.Resolve<PowerSymbol>(scope, scope.Part(under.Name), Expectation.Power);
                    break;
                case AtClauseSyntax at:
                    ImmutableArray<Reference<PlaceSymbol>> places = resolver.ResolveList<PlaceSymbol>(scope, at.Places, Expectation.Place);
                    if (designation is not null)
                    {
                        designation.At = designation.At.AddRange(places.Select(place => place.Symbol));
                    }

                    break;
                case TextClauseSyntax { Kind: ClauseKind.Note } note when designation is not null:
                    designation.Notes = designation.Notes.Add(note.Text.Text);
                    break;
                case TextClauseSyntax { Kind: ClauseKind.Reference } reference when designation is not null:
                    designation.References = designation.References.Add(reference.Text.Text);
                    break;
            }
        }

        return power;
    }

    private void Hold(Scope scope, DesignationSyntax syntax, PartySymbol holder, PartySymbol designation, Designation holding)
    {
        if (designation.Designations.FirstOrDefault(other => other.Holder != holder && other.Days.Overlaps(holding.Days)) is { } earlier)
        {
            reporter.Report(scope, new Diagnostic(
                SemanticDiagnostics.DeclaredTwice,
                scope.At(syntax.Designation),
                $"{MessageWords.Quote(designation.DisplayName)} is held by {MessageWords.Quote(earlier.Holder.DisplayName)} and by {MessageWords.Quote(holder.DisplayName)} on the same days")
            {
                Label = "held twice",
                Help = "say from and until which day each holds it, or leave one of the two out",
                Related = [new RelatedLocation($"held by {MessageWords.Quote(earlier.Holder.DisplayName)} here", earlier.Location)],
            });
            return;
        }

        designation.IsReferenced = true;
        designation.Designations = designation.Designations.Add(holding);
        designation.HeldBy ??= holder;
        designation.Under ??= holding.Under;
    }

    // A designation that only its holder makes known is of whoever the holder is of, and lives while it is held.
    private static void Complete(PartySymbol designation)
    {
        if (designation.Designations.IsEmpty)
        {
            return;
        }

        designation.Owners = designation.Designations[0].Holder.Owners;
        if (designation.Designations is [var only])
        {
            designation.Lifetime = only.Days;
        }
    }

    private bool IsQualified(Scope scope, DesignationSyntax syntax) =>
        // "is also Chair of City Council" names a post that is declared.
        syntax.Designation.Text.Contains(" of ", StringComparison.Ordinal) && resolver.IsDeclared(scope, scope.Part(syntax.Designation));

    private sealed record Declaration(Scope Scope, DesignationSyntax Syntax, PartySymbol Symbol);
}

/// <summary>A designation that somebody is said to hold, and the sentence that says so.</summary>
internal sealed record HeldDesignation(Scope Scope, PartySymbol Symbol);
