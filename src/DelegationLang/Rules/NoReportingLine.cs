using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL6007: authority given to somebody with no line of reports back to whoever gave it.</summary>
internal sealed class NoReportingLine : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6007", "no-reporting-line", "Authority without a line of reports back to its delegator", DiagnosticSeverity.Warning, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        var said = new Dictionary<PartySymbol, HashSet<PartySymbol>>(ReferenceEqualityComparer.Instance);
        foreach (DelegationStatement statement in run.Delegations)
        {
            if (statement.Delegator is not PartySymbol delegator || run.IsInError(statement))
            {
                continue;
            }

            foreach (Holder holder in statement.Holders)
            {
                foreach (PartySymbol party in holder.Group.Parties)
                {
                    if (MustReport(party)
                        && !IsDelegator(run, statement, delegator, party)
                        && !LeadsBack(run, statement, delegator, party)
                        && !IsOwnBoard(run.Seats, delegator, party)
                        && IsFirst(said, party, run.Seats.Of(delegator)))
                    {
                        run.Report(statement, Describe(run, statement, delegator, holder, party));
                    }
                }
            }
        }
    }

    private static bool MustReport(PartySymbol party) => !party.IsRole || !party.At.IsEmpty || !Seats.Person(party).At.IsEmpty;

    // An organisation's board, and a council's cabinet, act for it of themselves.
    private static bool IsOwnBoard(Seats seats, PartySymbol delegator, PartySymbol party) =>
        seats.Of(party) is var seat
        && (seat.IsOrganisation || seat.Kind.IsExecutiveBody)
        && Seats.OrganisationsOf(seat) is [PartySymbol organisation]
        && Seats.OrganisationsOf(delegator).Contains(organisation);

    // What could not be read of a declaration may have been to whom it reports; a line that goes round is reported there.
    private static bool IsUnclear(RuleRun run, PartySymbol party) => run.Judge.Authority.Faults.IsIn(party.Declaration);

    private static bool IsFirst(Dictionary<PartySymbol, HashSet<PartySymbol>> said, PartySymbol party, PartySymbol giver)
    {
        if (!said.TryGetValue(party, out HashSet<PartySymbol>? givers))
        {
            said.Add(party, givers = new HashSet<PartySymbol>(ReferenceEqualityComparer.Instance));
        }

        return givers.Add(giver);
    }

    // Whether a line leads back, or may.
    private static bool LeadsBack(RuleRun run, DelegationStatement statement, PartySymbol delegator, PartySymbol party)
    {
        var waiting = new Queue<PartySymbol>();
        var met = new HashSet<PartySymbol>(ReferenceEqualityComparer.Instance);
        foreach (Reporting reporting in statement.Terms.ReportingTo)
        {
            Add(reporting.To);
        }

        if (statement.Terms.Under?.Symbol is AgreementSymbol agreement)
        {
            foreach (Reporting reporting in agreement.Reporting)
            {
                Add(reporting.To);
            }
        }

        if (IsUnclear(run, party) || IsUnclear(run, Seats.Person(party)))
        {
            return true;
        }

        AddLines(party);
        while (waiting.TryDequeue(out PartySymbol? next))
        {
            if (IsDelegator(run, statement, delegator, next) || IsUnclear(run, next))
            {
                return true;
            }

            AddLines(next);
        }

        return false;

        void AddLines(PartySymbol from)
        {
            foreach (PartySymbol to in from.ReportsTo)
            {
                Add(to);
            }

            PartySymbol person = Seats.Person(from);
            if (!ReferenceEquals(person, from))
            {
                AddLines(person);
            }
        }

        // Each once: lines that go round are reported elsewhere and must end here all the same.
        void Add(PartySymbol to)
        {
            if (met.Add(to))
            {
                waiting.Enqueue(to);
            }
        }
    }

    // In an executive function a council's cabinet is the council.
    private static bool IsDelegator(RuleRun run, DelegationStatement statement, PartySymbol delegator, PartySymbol party)
    {
        if (run.Seats.AreSame(delegator, party))
        {
            return true;
        }

        foreach (SubjectReference subject in statement.Subjects)
        {
            if (subject.Symbol is not SubjectSymbol symbol)
            {
                continue;
            }

            foreach (SubjectSymbol node in run.Judge.Authority.Index.Lines.Nodes(symbol))
            {
                if (ReferenceEquals(run.Seats.Of(delegator, node), run.Seats.Of(party, node)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private Diagnostic Describe(RuleRun run, DelegationStatement statement, PartySymbol delegator, Holder holder, PartySymbol party)
    {
        string name = Phrases.Name(party);
        string giver = Phrases.Name(delegator);
        PartySymbol to = delegator.IsOrganisation && run.Bodies.BoardOf(delegator) is PartySymbol board ? board : delegator;
        bool hasLine = !party.ReportsTo.IsEmpty || !statement.Terms.ReportingTo.IsEmpty;
        return new Diagnostic(
            Descriptor,
            holder.Location,
            hasLine
                ? $"{name} decides for {giver}, and no line of reports leads from it back to {giver}"
                : $"{name} decides for {giver} and reports to nobody")
        {
            Label = "no reports back",
            Related = party.IsFromLibrary ? [] : [new RelatedLocation($"{name} is declared here", party.Location)],
            Help = $"say `reporting to {to.DisplayName}` in this sentence, or in the declaration of {name}",
            Fixes = hasLine ? [] : Fixes(run, party, to),
        };
    }

    private static System.Collections.Immutable.ImmutableArray<CodeFix> Fixes(RuleRun run, PartySymbol party, PartySymbol to) =>
        !party.IsOrganisation && SentenceClauses.EndOfDeclaration(run.Model, party) is SourceLocation end
            ? [new CodeFix($"let {Phrases.Name(party)} report to {Phrases.Name(to)}", [new TextEdit(end, $" reporting to {Phrases.Writable(to.DisplayName)}")])]
            : [];
}
