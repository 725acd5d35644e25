using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>Binds what a power in law says: who may delegate which functions to whom, and by what agreement. Kinds may stand wherever bodies, functions and agreements may.</summary>
internal sealed class PowerBinder(KindTable kinds, KindFaults kindFaults, NameResolver resolver, Reporter reporter)
{
    /// <summary>Binds one clause. The clauses of a power are bound in the order of the text: a <c>to delegate to</c> goes with the <c>for</c> before it.</summary>
    public void Bind(Scope scope, PowerSymbol power, ClauseSyntax clause)
    {
        switch (clause)
        {
            case ForClauseSyntax delegators:
                Add(power, [.. Parties(scope, delegators.Names)]);
                break;
            case NamesClauseSyntax { Kind: ClauseKind.ToDelegateTo } delegates:
                BindDelegates(scope, power, delegates);
                break;
            case NamesClauseSyntax { Kind: ClauseKind.Covering } covering:
                Subjects(scope, covering.Names, kind => power.CoveredKinds = power.CoveredKinds.Add(kind), subject => power.Covers = power.Covers.Add(subject));
                break;
            case ExceptClauseSyntax except:
                ImmutableArray<NameSyntax> subjects = BindForbidden(scope, power, except.Subjects);
                Subjects(scope, subjects, kind => power.ExcludedKinds = power.ExcludedKinds.Add(kind), subject => power.Excludes = power.Excludes.Add(subject));
                break;
            case UnderClauseSyntax under:
                power.Agreement = AgreementKind(scope, scope.Part(under.Name));
                break;
            case ReportingToClauseSyntax reporting:
                BindReporting(scope, power, reporting);
                break;
        }
    }

    /// <summary>The kinds and parties that are named: for which bodies a library's function is.</summary>
    public ImmutableArray<PowerParty> PartiesOf(Scope scope, ImmutableArray<NameSyntax> names) => [.. Parties(scope, names)];

    private static void Add(PowerSymbol power, ImmutableArray<PowerParty> delegators)
    {
        // "for A to delegate to B for C to delegate to D": a list that follows a finished pair begins the next.
        power.Grants = power.Grants is [.., var last] && (last.Delegators.IsEmpty || last.Delegates.IsEmpty)
            ? power.Grants.SetItem(power.Grants.Length - 1, last with { Delegators = last.Delegators.AddRange(delegators) })
            : power.Grants.Add(new PowerGrant(delegators, [], ""));
    }

    private void BindDelegates(Scope scope, PowerSymbol power, NamesClauseSyntax clause)
    {
        ImmutableArray<PowerParty> delegates = [.. Parties(scope, clause.Names)];
        if (power.Grants is not [.., var last])
        {
            power.Grants = [new PowerGrant([], delegates, "")];
        }
        else if (last.Delegates.IsEmpty)
        {
            power.Grants = power.Grants.SetItem(power.Grants.Length - 1, last with { Delegates = delegates });
        }
        else
        {
            reporter.Report(scope, new Diagnostic(
                ParsingDiagnostics.MisplacedClause, scope.At(clause), $"{MessageWords.Quote(clause.Keyword)} is given twice for the same bodies")
            {
                Label = "given again here",
                Help = "make one list of the two, or say before it with `for` who else may delegate",
            });
        }
    }

    // "except officer", "except committee system council": who may not be given it, and whom it does not bind. What is left are subjects.
    private ImmutableArray<NameSyntax> BindForbidden(Scope scope, PowerSymbol power, ImmutableArray<NameSyntax> names)
    {
        ImmutableArray<NameSyntax>.Builder left = ImmutableArray.CreateBuilder<NameSyntax>();
        foreach (NameSyntax name in names)
        {
            NamePart part = scope.Part(name);
            if (Kind(scope, part) is { } kind && Expectation.PowerParty.Families.Contains(kind.Family))
            {
                power.Forbids = power.Forbids.Add(new PowerParty(kind, null));
            }
            else if (KindOf(scope, part) is { } narrowed)
            {
                power.Forbids = power.Forbids.Add(narrowed);
            }
            else if (resolver.Find(scope, part) is [PowerSymbol other])
            {
                resolver.Note(scope, part, other);
                power.NotWith = power.NotWith.Add(other);
            }
            else
            {
                left.Add(name);
            }
        }

        return left.ToImmutable();
    }

    // To whom reports go depends on who delegates; how often is what the power asks for.
    private void BindReporting(Scope scope, PowerSymbol power, ReportingToClauseSyntax clause)
    {
        ImmutableArray<PowerParty> recipients = [.. Parties(scope, clause.Parties)];
        if (!recipients.IsEmpty && power.Grants is [.., var last])
        {
            power.Grants = power.Grants.SetItem(power.Grants.Length - 1, last with { Reports = clause.Frequency });
        }
    }

    private KindSymbol? AgreementKind(Scope scope, NamePart name)
    {
        if (name.IsMissing)
        {
            scope.HasErrors = true;
            return null;
        }

        KindSymbol? kind = Kind(scope, name);
        if (kind is null)
        {
            kindFaults.UnknownKind(scope, name);
            return null;
        }

        if (kind.Family == SymbolFamily.Agreement)
        {
            return kind;
        }

        reporter.Report(scope, new Diagnostic(
            SemanticDiagnostics.WrongKind, name.Location, $"{MessageWords.Quote(kind.Name)} is not a kind of agreement, so no power is used by it")
        {
            Help = "name a kind of agreement, such as `delegation agreement`",
        });
        return null;
    }

    // "committee of local authority": groups or posts of one kind, of organisations of another.
    private PowerParty? KindOf(Scope scope, NamePart part)
    {
        int of = part.IsMissing ? -1 : part.Text.IndexOf(" of ", StringComparison.Ordinal);
        return of > 0
            && Kind(scope, part.Slice(0, of)) is { Family: SymbolFamily.Group or SymbolFamily.Role } kind
            && Kind(scope, part.Slice(of + 4, part.Text.Length)) is { Family: SymbolFamily.Organisation or SymbolFamily.Group } body
                ? new PowerParty(kind, null, body)
                : null;
    }

    private IEnumerable<PowerParty> Parties(Scope scope, ImmutableArray<NameSyntax> names)
    {
        foreach (NamePart part in Split(scope, names))
        {
            if (Kind(scope, part) is { } kind && Expectation.PowerParty.Families.Contains(kind.Family))
            {
                yield return new PowerParty(kind, null);
            }
            else if (KindOf(scope, part) is { } narrowed)
            {
                yield return narrowed;
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
