using DelegationLang.Diagnostics;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL4014: a matter that only the board may decide.</summary>
internal sealed class BoardsOwnMatter : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4014", "boards-own-matter", "A matter that only the board may decide", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (BoardsAlone verdict in run.LegalVerdicts<BoardsAlone>())
        {
            run.Report(verdict, Delegated(verdict, FindBoard(run, verdict.Body) ?? verdict.Body, run.Law.Book));
        }

        LawBook book = run.Law.Book;
        if (book.IsEmpty)
        {
            return;
        }

        foreach (Symbol symbol in run.Model.Symbols)
        {
            if (symbol is SubjectSymbol { IsMatter: true, IsFromLibrary: false, IsUncertain: false, Owners: [PartySymbol { IsOrganisation: true } body] } matter
                && book.LawOf(body).ForBoard.Find(power => book.ProfileOf(matter).IsNamedBy(power)) is PowerSymbol power
                && FindBoard(run, body) is PartySymbol board
                && !run.Judge.Authority.Faults.IsUnclear(matter)
                && !run.Judge.Authority.Faults.MayHideReservation(body)
                && !IsReserved(run, matter, body, power))
            {
                run.Report(NotReserved(matter, body, board, power, book));
            }
        }
    }

    // A partner whose board the scheme does not declare keeps its own scheme.
    private static PartySymbol? FindBoard(RuleRun run, PartySymbol body) =>
        run.Bodies.BoardOf(body) ?? (ReferenceEquals(body, run.Model.OwnOrganisation) ? body : null);

    private static bool IsReserved(RuleRun run, SubjectSymbol matter, PartySymbol body, PowerSymbol power)
    {
        foreach (ReservationStatement statement in run.Model.Reservations)
        {
            if (statement.Reserver is PartySymbol reserver
                && run.Seats.AreSame(reserver, body)
                && statement.Subjects.Any(subject => subject.Symbol is null || matter.IsWithin(subject.Symbol))
                && statement.Holders.Any(holder => holder.Group.Parties.Any(party =>
                    run.Seats.AreSame(party, body) || power.Delegates.Any(named => LawBook.Names(named, party)))))
            {
                return true;
            }
        }

        return false;
    }

    private Diagnostic Delegated(BoardsAlone verdict, PartySymbol board, LawBook book)
    {
        string subject = Phrases.Name(verdict.Node);
        return new Diagnostic(Descriptor, verdict.Location, $"only {Phrases.Name(board)} may decide {subject}: nobody else can be given it{Source(verdict, book)}")
        {
            Severity = verdict.Weigh(Descriptor.DefaultSeverity),
            Label = $"for {Phrases.Name(board)} alone",
            Related = verdict.Node.IsFromLibrary ? [] : [new RelatedLocation($"{subject} is declared here", verdict.Node.Location)],
            Help = $"reserve it to {Phrases.Name(board)}; whoever prepares it may recommend it: `PARTY recommends {verdict.Node.DisplayName} to {board.DisplayName}`",
        };
    }

    private Diagnostic NotReserved(SubjectSymbol matter, PartySymbol body, PartySymbol board, PowerSymbol power, LawBook book)
    {
        string sentence = $"{Phrases.Writable(body.DisplayName)} reserves {Phrases.Writable(matter.DisplayName)} to {Phrases.Writable(board.DisplayName)}.";
        SubjectSymbol? named = book.ProfileOf(matter).NamedAmong(power.Covers);
        string what = named is null || string.Equals(named.Name, matter.Name, StringComparison.OrdinalIgnoreCase)
            ? Phrases.Name(matter)
            : $"{Phrases.Name(matter)}, as {Phrases.Name(named)},";
        SourceText source = matter.Declaration.Source;
        string text = source.Content;
        return new Diagnostic(Descriptor, matter.Location, $"{what} is for {Phrases.Name(board)} to decide, and this scheme does not reserve it")
        {
            Severity = power.Grade == LegalGrade.Unverified ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            Label = "not reserved",
            Help = $"add `{sentence}`",
            Fixes =
            [
                new CodeFix(
                    $"add `{sentence}` at the end of the file",
                    [new TextEdit(new SourceLocation(source, new TextSpan(text.Length, 0)), (text.EndsWith('\n') ? "\n" : "\n\n") + sentence + "\n")]),
            ],
        };
    }

    private static string Source(BoardsAlone verdict, LawBook book) =>
        verdict.Power is PowerSymbol power ? $" ({book.SourceFor(verdict.Node, power)})" : "";
}
