using System.Collections.Immutable;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>Binds what a power in law says: who may delegate which functions to whom. Kinds may stand wherever bodies and functions may.</summary>
internal sealed class PowerBinder(KindTable kinds, NameResolver resolver)
{
    public void Bind(Scope scope, PowerSymbol power, ClauseSyntax clause)
    {
        switch (clause)
        {
            case ForClauseSyntax delegators:
                power.Delegators = power.Delegators.AddRange(Parties(scope, delegators.Names));
                break;
            case NamesClauseSyntax { Kind: NamesClauseKind.ToDelegateTo } delegates:
                power.Delegates = power.Delegates.AddRange(Parties(scope, delegates.Names));
                break;
            case NamesClauseSyntax { Kind: NamesClauseKind.Covering } covering:
                Subjects(scope, covering.Names, kind => power.CoveredKinds = power.CoveredKinds.Add(kind), subject => power.Covers = power.Covers.Add(subject));
                break;
            case ExceptClauseSyntax except:
                Subjects(scope, except.Subjects, kind => power.ExcludedKinds = power.ExcludedKinds.Add(kind), subject => power.Excludes = power.Excludes.Add(subject));
                break;
        }
    }

    private IEnumerable<PowerParty> Parties(Scope scope, ImmutableArray<NameSyntax> names)
    {
        foreach (NamePart part in Split(scope, names))
        {
            if (Kind(scope, part) is { } kind && Expectation.PowerParty.Families.Contains(kind.Family))
            {
                yield return new PowerParty(kind, null);
            }
            else if (resolver.Resolve<PartySymbol>(scope, part, Expectation.PowerParty) is { } party)
            {
                yield return new PowerParty(null, party);
            }
        }
    }

    private void Subjects(Scope scope, ImmutableArray<NameSyntax> names, Action<KindSymbol> addKind, Action<SubjectSymbol> addSubject)
    {
        foreach (NamePart part in Split(scope, names))
        {
            if (Kind(scope, part) is { Family: SymbolFamily.Function or SymbolFamily.Matter or SymbolFamily.Budget } kind)
            {
                addKind(kind);
            }
            else if (resolver.Resolve<SubjectSymbol>(scope, part, Expectation.Subject) is { } subject)
            {
                addSubject(subject);
            }
        }
    }

    private KindSymbol? Kind(Scope scope, NamePart part) => part.IsMissing ? null : kinds.Find(part.Text, scope.IsLibrary);

    // "NHS trust and NHS foundation trust": halves that are kinds split as halves that are declared names do.
    private IEnumerable<NamePart> Split(Scope scope, ImmutableArray<NameSyntax> names)
    {
        foreach (NamePart name in names.Select(scope.Part))
        {
            int and = name.Text.IndexOf(" and ", StringComparison.Ordinal);
            if (and > 0 && Kind(scope, name) is null && Kind(scope, name.Slice(0, and)) is not null && Kind(scope, name.Slice(and + 5, name.Text.Length)) is not null)
            {
                yield return name.Slice(0, and);
                yield return name.Slice(and + 5, name.Text.Length);
                continue;
            }

            foreach (NamePart part in Kind(scope, name) is null ? resolver.SplitAtAnd(scope, name) : [name])
            {
                yield return part;
            }
        }
    }
}
