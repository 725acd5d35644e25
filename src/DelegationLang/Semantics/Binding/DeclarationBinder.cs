using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Fills symbols from the clauses of their declarations.</summary>
internal sealed class DeclarationBinder(NameResolver resolver, FigureBinder figures, PartyLists parties, PowerBinder powers, Reporter reporter)
{
    private readonly MeetingBinder meetings = new(reporter);

    /// <summary>Binds all other clauses.</summary>
    public void Bind(Declared declared)
    {
        Scope scope = declared.Scope;
        SymbolFamily family = declared.Symbol.Kind.Family;
        SentenceSort allowed = declared.IsReservedLine ? SentenceSort.ReservedLine | ClauseRules.Declaration(family) : ClauseRules.Declaration(family, scope.IsLibrary);
        bool isUndetermined = declared.Symbol is UndeterminedSymbol;
        for (int i = 0; i < declared.Clauses.Length; i++)
        {
            ClauseSyntax clause = declared.Clauses[i];
            if (isUndetermined || !ClauseRules.Check(reporter, scope, clause, allowed, () => "the declaration of " + MessageWords.KindOf(declared.Symbol)))
            {
                continue;
            }

            if (declared.IsReservedLine && ClauseRules.IsOfKeeping(clause))
            {
                // It says something about keeping the matter, and is bound with the reservation.
                continue;
            }

            Bind(declared, clause, i);
        }
    }

    private void Bind(Declared declared, ClauseSyntax clause, int index)
    {
        Scope scope = declared.Scope;
        Symbol symbol = declared.Symbol;
        switch (clause)
        {
            case TextClauseSyntax text when symbol is PartySymbol party && ClauseTable.Of(text.Kind)?.Publishes is { } how:
                if (meetings.Address(scope, text.Text) is { Length: > 0 } address)
                {
                    party.Published = [.. party.Published.Where(one => one.How != how), (how, address)];
                }

                break;
            case TextClauseSyntax text:
                BindText(symbol, text);
                break;
            case AtClauseSyntax at:
                BindPlaces(symbol, [.. resolver.ResolveList<PlaceSymbol>(scope, at.Places, Expectation.Place).Select(place => place.Symbol)]);
                break;
            case ForClauseSyntax or ExceptClauseSyntax or UnderClauseSyntax or ReportingToClauseSyntax when symbol is PowerSymbol power:
                powers.Bind(scope, power, clause);
                break;
            case ForClauseSyntax bodies when symbol is SubjectSymbol subject:
                subject.For = subject.For.AddRange(powers.PartiesOf(scope, bodies.Names));
                break;
            case ReportingToClauseSyntax reporting:
                BindReporting(scope, symbol, reporting);
                break;
            case UnderClauseSyntax under:
                BindUnder(scope, symbol, under);
                break;
            case MembersClauseSyntax members when symbol is PartySymbol party:
                party.Members = party.Members.AddRange(parties.BindMembers(scope, members.Members));
                break;
            case QuorumClauseSyntax { Quorum: { IsInvalid: false, IsMissing: false } least } when symbol is PowerSymbol power:
                power.LeastMembers = meetings.Quorum(scope, least) ?? 0;
                break;
            case EvenIfReservedClauseSyntax when symbol is PowerSymbol power:
                power.IsExceptional = true;
                break;
            case QuorumClauseSyntax { Quorum: { IsInvalid: false, IsMissing: false } quorum } when symbol is PartySymbol party:
                party.Quorum = meetings.Quorum(scope, quorum);
                party.QuorumIncluding = ((QuorumClauseSyntax)clause).Including is [var named] ? parties.BindTogether(scope, named, Expectation.Member) : [];
                break;
            case AttendanceClauseSyntax attendance when symbol is PartySymbol party:
                party.Attendees = party.Attendees.AddRange(parties.BindMembers(scope, attendance.Parties));
                break;
            case VotingClauseSyntax voting when symbol is PartySymbol party:
                party.DecidesBy = meetings.Voting(scope, voting);
                break;
            case IfNotAgreedClauseSyntax instead when symbol is PartySymbol party:
                party.IfNotAgreed = [.. parties.BindTogether(scope, instead.Parties, Expectation.Holder).SelectMany(group => group.Parties).Distinct()];
                break;
            case MeetingClauseSyntax meeting when symbol is PartySymbol party:
                party.Meeting = meetings.Meeting(scope, meeting);
                break;
            case PopulationClauseSyntax population when symbol is PlaceSymbol place:
                place.Population = meetings.Population(scope, population.Number);
                break;
            case HeldBySeveralClauseSyntax when symbol is PartySymbol post:
                post.IsSaidToBeHeldBySeveral = true;
                break;
            case NormallyClauseSyntax normally when symbol is ConditionSymbol condition:
                condition.Normally = normally.Value;
                break;
            case WorthClauseSyntax worth:
                figures.BindWorth(declared, worth, index);
                break;
            case NamesClauseSyntax names:
                BindNames(scope, symbol, names);
                break;
        }
    }

    private static void BindText(Symbol symbol, TextClauseSyntax text)
    {
        switch (text.Kind)
        {
            case ClauseKind.Note:
                symbol.Notes = symbol.Notes.Add(text.Text.Text);
                break;
            case ClauseKind.Reference:
                symbol.References = symbol.References.Add(text.Text.Text);
                break;
            case ClauseKind.Code:
                symbol.Code = text.Text.Text;
                break;
            case ClauseKind.RecordedIn:
                symbol.RecordedIn = symbol.RecordedIn.Add(text.Text.Text);
                break;
        }
    }

    private static void BindPlaces(Symbol symbol, ImmutableArray<PlaceSymbol> places)
    {
        switch (symbol)
        {
            case PartySymbol party:
                party.At = party.At.AddRange(places);
                break;
            case SubjectSymbol subject:
                subject.At = subject.At.AddRange(places);
                break;
        }
    }

    private void BindReporting(Scope scope, Symbol symbol, ReportingToClauseSyntax reporting)
    {
        foreach (Reference<PartySymbol> party in resolver.ResolveList<PartySymbol>(scope, reporting.Parties, Expectation.Overseer))
        {
            switch (symbol)
            {
                case PartySymbol reporter:
                    reporter.ReportsTo = reporter.ReportsTo.Add(party.Symbol);
                    break;
                case AgreementSymbol agreement:
                    agreement.Reporting = agreement.Reporting.Add(new Reporting(party.Symbol, reporting.Frequency) { Within = MessageWords.Within(reporting.WithinDays) });
                    break;
            }
        }
    }

    private void BindUnder(Scope scope, Symbol symbol, UnderClauseSyntax under)
    {
        Expectation wanted = symbol is PartySymbol || symbol is SubjectSymbol { IsBudget: true } ? Expectation.Basis : Expectation.Power;
        Symbol? basis = resolver.Resolve(scope, scope.Part(under.Name), wanted);
        var agreement = basis as AgreementSymbol;
        var power = basis as PowerSymbol;
        switch (symbol)
        {
            case PartySymbol party:
                party.Under = power;
                party.Agreement = agreement;
                break;
            case SubjectSymbol subject:
                subject.Under = power;
                subject.Agreement = agreement;
                break;
            case AgreementSymbol made:
                made.Under = power;
                break;
        }
    }

    private void BindNames(Scope scope, Symbol symbol, NamesClauseSyntax clause)
    {
        switch (clause.Kind)
        {
            case ClauseKind.SearchedAs:
                symbol.SearchedAs = symbol.SearchedAs.AddRange(Items(clause.Names));
                break;
            case ClauseKind.Within:
                BindWithin(scope, symbol, clause);
                break;
            case ClauseKind.Covering or ClauseKind.ToDelegateTo when symbol is PowerSymbol power:
                powers.Bind(scope, power, clause);
                break;
            case ClauseKind.Stating when symbol is PowerSymbol power:
                power.Stating = power.Stating.AddRange(Items(clause.Names));
                break;
            case ClauseKind.Covering when symbol is AgreementSymbol agreement:
                agreement.Covers = agreement.Covers.AddRange(Symbols<SubjectSymbol>(scope, clause.Names, Expectation.Covered));
                break;
            case ClauseKind.Covering when symbol is SubjectSymbol budget:
                budget.Covers = budget.Covers.AddRange(Symbols<SubjectSymbol>(scope, clause.Names, Expectation.Function));
                break;
            case ClauseKind.ResponsibleFor when symbol is PartySymbol responsible:
                responsible.ResponsibleFor = responsible.ResponsibleFor.AddRange(Symbols<SubjectSymbol>(scope, clause.Names, Expectation.Covered));
                break;
            case ClauseKind.Stating when symbol is AgreementSymbol agreement:
                agreement.Stating = agreement.Stating.AddRange(Items(clause.Names));
                break;
            case ClauseKind.ChairedBy when symbol is PartySymbol party:
                party.Chair = Single<PartySymbol>(scope, clause, Expectation.Chair);
                break;
            case ClauseKind.CastingVote when symbol is PartySymbol party:
                party.CastingVote = Single<PartySymbol>(scope, clause, Expectation.Chair);
                break;
            case ClauseKind.ContractsHeldBy when symbol is PartySymbol party:
                party.ContractsHeldBy = party.ContractsHeldBy.AddRange(Symbols<PartySymbol>(scope, clause.Names, Expectation.Contractor));
                break;
            case ClauseKind.AccountableTo when symbol is PartySymbol party:
                party.AccountableTo = party.AccountableTo.AddRange(Symbols<PartySymbol>(scope, clause.Names, Expectation.Overseer));
                break;
            case ClauseKind.SecondedTo when symbol is PartySymbol party:
                party.SecondedTo = party.SecondedTo.AddRange(Symbols<PartySymbol>(scope, clause.Names, Expectation.Borrower));
                break;
            case ClauseKind.Boundary when symbol is PlaceSymbol place:
                place.Boundary = place.Boundary.AddRange(Symbols<PartySymbol>(scope, clause.Names, Expectation.Bounded));
                break;
            case ClauseKind.HostedBy:
                PartySymbol? host = Single<PartySymbol>(scope, clause, Expectation.Host);
                if (symbol is PartySymbol hosted)
                {
                    hosted.Host = host;
                }

                break;
            case ClauseKind.JudgedBy:
                PartySymbol? judge = Single<PartySymbol>(scope, clause, Expectation.Judge);
                if (symbol is ConditionSymbol condition)
                {
                    condition.JudgedBy = judge;
                }
                else if (symbol is MeasureSymbol measure)
                {
                    measure.JudgedBy = judge;
                }

                break;
        }
    }

    private void BindWithin(Scope scope, Symbol symbol, NamesClauseSyntax clause)
    {
        Expectation wanted = symbol switch
        {
            PlaceSymbol => Expectation.WithinPlace,
            SubjectSymbol { IsFunction: true } => Expectation.WithinFunction,
            SubjectSymbol { IsMatter: true } => Expectation.WithinMatter,
            _ => Expectation.WithinBudget,
        };
        Symbol? parent = Single<Symbol>(scope, clause, wanted, symbol);
        switch (symbol)
        {
            case PlaceSymbol place:
                place.Parent = parent as PlaceSymbol;
                break;
            case SubjectSymbol subject:
                subject.Parent = parent as SubjectSymbol;
                break;
        }
    }

    private T? Single<T>(Scope scope, NamesClauseSyntax clause, Expectation wanted, Symbol? except = null)
        where T : Symbol
    {
        if (clause.Names.Length > 1)
        {
            reporter.Report(scope, new Diagnostic(
                ParsingDiagnostics.MisplacedClause, scope.At(clause), $"only one name can follow {MessageWords.Quote(clause.Keyword)}")
            {
                Help = "keep the one that is meant",
            });
        }

        return clause.Names.IsEmpty ? null : resolver.Resolve<T>(scope, scope.Part(clause.Names[0]), wanted, except);
    }

    private IEnumerable<T> Symbols<T>(Scope scope, ImmutableArray<NameSyntax> names, Expectation wanted)
        where T : Symbol => resolver.ResolveList<T>(scope, names, wanted).Select(reference => reference.Symbol);

    // "stating aims, payments and monitoring": the items are the author's words, not names.
    private static IEnumerable<string> Items(ImmutableArray<NameSyntax> names) =>
        names.Where(name => !name.IsMissing).Select(name => name.Text);
}
