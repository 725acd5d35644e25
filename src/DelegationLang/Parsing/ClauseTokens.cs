using DelegationLang.Diagnostics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>The sorts of sentence that differ in the clauses they may have, as far as the words alone tell.</summary>
internal enum SentenceSort
{
    Scheme,
    Use,
    UseScheme,
    Declaration,
    Designation,
    Reservation,
    Prohibition,
    Delegation,
    TableLine,
    ListItem,
    EveryDelegation,
    Deputy,
    Involvement,
    Recusal,
    Succession,
    Conflicts,
    Decision,
}

/// <summary>Which clauses a sentence may have, and which only once. What depends on the kind of the thing declared is decided where names are resolved.</summary>
internal sealed class ClauseTokens(FaultBag faults)
{
    private static readonly TokenKindSet Remarks = new(TokenKind.Reference, TokenKind.Note);

    private static readonly TokenKindSet Terms = Remarks | new TokenKindSet(
        TokenKind.Because,
        TokenKind.For, TokenKind.FinancialYear, TokenKind.At, TokenKind.From, TokenKind.Until, TokenKind.Under, TokenKind.Except, TokenKind.When, TokenKind.Unless,
        TokenKind.JointlyWith, TokenKind.AfterConsulting, TokenKind.AfterRecommendation, TokenKind.AfterApproval,
        TokenKind.WithReservedMatters, TokenKind.WithPower, TokenKind.WithoutPower, TokenKind.RatifiedBy, TokenKind.ApprovedBy,
        TokenKind.ReportingTo, TokenKind.RecordedIn, TokenKind.ReviewBy, TokenKind.Unlimited);

    private static readonly TokenKindSet Facts = Remarks | new TokenKindSet(
        TokenKind.From, TokenKind.Until, TokenKind.At, TokenKind.For, TokenKind.FinancialYear, TokenKind.Under, TokenKind.Between, TokenKind.Within, TokenKind.Except,
        TokenKind.Covering, TokenKind.ResponsibleFor, TokenKind.KnownAs, TokenKind.SearchedAs, TokenKind.WithCode, TokenKind.ToDelegateTo, TokenKind.WithMembers, TokenKind.WithQuorum,
        TokenKind.AttendedBy, TokenKind.DecidingBy, TokenKind.CastingVote, TokenKind.IfNotAgreed, TokenKind.MeetingIn, TokenKind.PapersAt, TokenKind.ContractsHeldBy,
        TokenKind.AccountableTo, TokenKind.SecondedTo, TokenKind.WithPopulation, TokenKind.WithBoundary, TokenKind.Because,
        TokenKind.ChairedBy, TokenKind.JudgedBy, TokenKind.HostedBy, TokenKind.ReportingTo, TokenKind.Stating, TokenKind.Worth,
        TokenKind.NormallyTrue, TokenKind.NormallyFalse, TokenKind.HeldBySeveral, TokenKind.RecordedIn, TokenKind.ReviewBy, TokenKind.ApprovedBy);

    private static readonly TokenKindSet[] Allowed = BuildAllowed();

    /// <summary>Those that hold one value, so that a second could only contradict it. Lists (places, facts, consultees, notes) may go on in a second clause,
    /// and a power may say of several bodies to whom each delegates.</summary>
    private static readonly TokenKindSet Single = new(
        TokenKind.From, TokenKind.Until, TokenKind.On, TokenKind.Under, TokenKind.ReviewBy, TokenKind.InForce, TokenKind.Version, TokenKind.ApprovedBy,
        TokenKind.InterpretedBy, TokenKind.RatifiedBy, TokenKind.ReportingTo, TokenKind.EvenIfReserved, TokenKind.WithReservedMatters, TokenKind.WithPower,
        TokenKind.WithMembers, TokenKind.AttendedBy, TokenKind.WithQuorum, TokenKind.DecidingBy, TokenKind.CastingVote, TokenKind.IfNotAgreed, TokenKind.Because, TokenKind.MeetingIn, TokenKind.PapersAt, TokenKind.WithPopulation,
        TokenKind.WithCode, TokenKind.ChairedBy, TokenKind.JudgedBy, TokenKind.HostedBy, TokenKind.NormallyTrue, TokenKind.HeldBySeveral, TokenKind.Unlimited, TokenKind.Temporarily, TokenKind.WhichGoesTo,
        TokenKind.Worth, TokenKind.Within, TokenKind.FinancialYear, TokenKind.Reference, TokenKind.RecordedIn, TokenKind.Supersedes, TokenKind.PublishedAt);

    private readonly TextSpan[] seen = new TextSpan[TokenKinds.Count];

    /// <summary>Reports the clauses that a sentence of this sort cannot have, or has twice.</summary>
    public void Check(SentenceSort sort, List<GivenClause> given)
    {
        TokenKindSet allowed = Allowed[(int)sort];
        Array.Clear(seen);
        for (int i = 0; i < given.Count; i++)
        {
            (TokenKind kind, TextSpan span) = given[i];
            if (faults.AnyIn(span.Start, span.End))
            {
                // What is wrong in the clause itself has been said.
                continue;
            }

            if (!allowed.Contains(kind))
            {
                ReportMisfit(sort, kind, span);
            }
            else if ((kind == TokenKind.Worth && sort == SentenceSort.Decision) || (kind == TokenKind.ApprovedBy && sort == SentenceSort.Scheme))
            {
                // Amounts on several bases: whoever asks says what each of them counts. A scheme may be approved by several bodies.
            }
            else if (Single.Contains(OneOf(kind)) && !(kind == TokenKind.ReportingTo && given.Exists(clause => clause.Kind == TokenKind.ToDelegateTo)))
            {
                CheckTwice(kind, span);
            }
        }
    }

    /// <summary>Reports a limit where a sentence of this sort can have none.</summary>
    public void CheckLimit(SentenceSort sort, IEnumerable<ClauseSyntax> clauses)
    {
        if (sort is not (SentenceSort.Decision or SentenceSort.Scheme or SentenceSort.Use or SentenceSort.UseScheme or SentenceSort.Designation or SentenceSort.Deputy or SentenceSort.Recusal or SentenceSort.Succession or SentenceSort.Conflicts))
        {
            return;
        }

        foreach (ClauseSyntax clause in clauses)
        {
            if (clause is LimitClauseSyntax or QualifierClauseSyntax)
            {
                Report(clause.Span, $"{Describe(sort)} cannot have `{clause.Keyword}`", sort == SentenceSort.Decision
                    ? "say what the decision is worth: `worth £5,000 per contract`"
                    : "leave it out, or say it in the sentence that delegates");
            }
        }
    }

    private static TokenKindSet[] BuildAllowed()
    {
        var allowed = new TokenKindSet[(int)SentenceSort.Decision + 1];
        allowed[(int)SentenceSort.Scheme] = Remarks | new TokenKindSet(
            TokenKind.Version, TokenKind.ApprovedBy, TokenKind.InForce, TokenKind.ProposedFrom, TokenKind.ReviewBy, TokenKind.InterpretedBy, TokenKind.Supersedes, TokenKind.RecordedIn);
        allowed[(int)SentenceSort.UseScheme] = Remarks | new TokenKindSet(TokenKind.For, TokenKind.PublishedAt);
        allowed[(int)SentenceSort.Declaration] = Facts | new TokenKindSet(TokenKind.RecordedIn, TokenKind.EvenIfReserved);
        allowed[(int)SentenceSort.Designation] = Remarks | new TokenKindSet(
            TokenKind.Under, TokenKind.From, TokenKind.Until, TokenKind.At);
        allowed[(int)SentenceSort.Reservation] = Terms;
        allowed[(int)SentenceSort.Delegation] = Terms | new TokenKindSet(TokenKind.EvenIfReserved, TokenKind.Temporarily);
        allowed[(int)SentenceSort.Prohibition] = Remarks | new TokenKindSet(
            TokenKind.For, TokenKind.FinancialYear, TokenKind.At, TokenKind.From, TokenKind.Until, TokenKind.Under, TokenKind.Except, TokenKind.When, TokenKind.Unless,
            TokenKind.RecordedIn, TokenKind.ReviewBy, TokenKind.ApprovedBy, TokenKind.Because);
        allowed[(int)SentenceSort.TableLine] = Terms | new TokenKindSet(TokenKind.EvenIfReserved, TokenKind.Temporarily);
        allowed[(int)SentenceSort.ListItem] = Terms | Facts;
        allowed[(int)SentenceSort.EveryDelegation] = Terms;
        allowed[(int)SentenceSort.Deputy] = Remarks | new TokenKindSet(
            TokenKind.For, TokenKind.When, TokenKind.Unless, TokenKind.Except, TokenKind.From, TokenKind.Until, TokenKind.At, TokenKind.ApprovedBy, TokenKind.RecordedIn, TokenKind.ReviewBy);
        allowed[(int)SentenceSort.Involvement] = Remarks | new TokenKindSet(
            TokenKind.For, TokenKind.At, TokenKind.From, TokenKind.Until, TokenKind.When, TokenKind.Unless, TokenKind.Except, TokenKind.Under, TokenKind.ReviewBy, TokenKind.RecordedIn);
        allowed[(int)SentenceSort.Recusal] = Remarks | new TokenKindSet(
            TokenKind.When, TokenKind.Unless, TokenKind.From, TokenKind.Until, TokenKind.WhichGoesTo, TokenKind.ApprovedBy, TokenKind.RecordedIn, TokenKind.ReviewBy, TokenKind.Because);
        allowed[(int)SentenceSort.Succession] = Remarks | new TokenKindSet(TokenKind.On, TokenKind.For, TokenKind.ApprovedBy, TokenKind.RecordedIn, TokenKind.Under, TokenKind.Because);
        allowed[(int)SentenceSort.Conflicts] = Remarks | new TokenKindSet(TokenKind.From, TokenKind.Until, TokenKind.ApprovedBy, TokenKind.RecordedIn, TokenKind.Because);
        allowed[(int)SentenceSort.Decision] = new TokenKindSet(
            TokenKind.For, TokenKind.At, TokenKind.Worth, TokenKind.On, TokenKind.When, TokenKind.Unless);
        return allowed;
    }

    // `with power` and `without power` are one clause that says yes or no.
    private static TokenKind OneOf(TokenKind kind) => kind switch
    {
        TokenKind.WithoutPower => TokenKind.WithPower,
        TokenKind.NormallyFalse => TokenKind.NormallyTrue,
        TokenKind.ProposedFrom => TokenKind.InForce,
        _ => kind,
    };

    private void CheckTwice(TokenKind kind, TextSpan span)
    {
        ref TextSpan first = ref seen[(int)OneOf(kind)];
        if (first.Length > 0)
        {
            ReportTwice(kind, span, first);
        }
        else
        {
            first = span;
        }
    }

    private void ReportTwice(TokenKind kind, TextSpan again, TextSpan first)
    {
        string words = WordsOf(kind);
        var location = new SourceLocation(faults.Source, again);
        bool isSame = ParsingFaults.Shown(faults.Source, again.Start, again.End) == ParsingFaults.Shown(faults.Source, first.Start, first.End) && again.Length < 80;
        faults.Add(ParsingFaults.Make(ParsingDiagnostics.MisplacedClause, faults.Source, again.Start, again.End, $"`{words}` is given twice in this sentence") with
        {
            Label = "given again here",
            Help = "keep one of the two, or write two sentences",
            Fixes = isSame ? [new CodeFix("Leave the second out, which says the same", [Removal.Of(location)], IsSafe: true)] : [],
            Related = [new RelatedLocation("given here", new SourceLocation(faults.Source, first))],
        });
    }

    private void ReportMisfit(SentenceSort sort, TokenKind kind, TextSpan span)
    {
        if (kind != TokenKind.IfNotAgreed && Colloquial.At(faults.Source.Content, span.Start, faults.Source.Length, out int end) is { } phrase && sort is not (SentenceSort.Declaration or SentenceSort.ListItem))
        {
            faults.Add(ColloquialFaults.Of(faults.Source, phrase, span.Start, end));
            return;
        }

        string words = WordsOf(kind);
        Report(span, $"{Describe(sort)} cannot have `{words}`", HelpFor(sort, kind, words));
    }

    private void Report(TextSpan span, string message, string help) =>
        faults.Add(ParsingFaults.Make(ParsingDiagnostics.MisplacedClause, faults.Source, span.Start, span.End, message) with { Help = help });

    private static string WordsOf(TokenKind kind) => kind == TokenKind.FinancialYear ? "for" : PhraseTable.WordsOf(kind);

    private static string HelpFor(SentenceSort sort, TokenKind kind, string words) => (sort, kind) switch
    {
        (_, TokenKind.WhichGoesTo) => "it says who decides what somebody takes no part in: `X takes no part in SUBJECT, which goes to Y`",
        (_, TokenKind.ByConsentOf) => "it stands straight after `with power to delegate`, which it limits; a step before each decision is `after approval of`",
        (SentenceSort.Involvement, TokenKind.On) => "`on` belongs to `advises`; write `X advises Y on SUBJECT` or `Y consults X before SUBJECT`",
        (SentenceSort.Involvement, TokenKind.Before) => "`before` belongs to `consults`; write `Y consults X before SUBJECT` or `X advises Y on SUBJECT`",
        (SentenceSort.Reservation, TokenKind.EvenIfReserved) => "it belongs in the sentence that delegates the exceptional power",
        (SentenceSort.Decision, TokenKind.From or TokenKind.Until) => "a decision is made on one day: `on 1 May 2026`",
        (SentenceSort.Reservation or SentenceSort.Delegation or SentenceSort.TableLine, TokenKind.Within) => "`within` says where a function or place belongs, in the sentence that declares it; to limit a delegation, write `for` or `at`",
        (SentenceSort.Reservation or SentenceSort.Delegation or SentenceSort.TableLine, TokenKind.Worth) => "a limit is said with `up to`, `below`, `above` or `at least`",
        (SentenceSort.Reservation or SentenceSort.Delegation or SentenceSort.TableLine, TokenKind.On) => "the first day is said with `from`, the last with `until`; the day of an approval stands straight after `approved by …`",
        (SentenceSort.Declaration, TokenKind.When or TokenKind.Unless) => "a condition belongs in the sentence that delegates or reserves",
        _ => $"leave it out, or move it to the sentence that it belongs to; if `{words}` is part of a name, put the name in quotation marks",
    };

    private static string Describe(SentenceSort sort) => sort switch
    {
        SentenceSort.Scheme => "the sentence of the scheme",
        SentenceSort.Use => "a sentence with `use`",
        SentenceSort.UseScheme => "a sentence with `use scheme`",
        SentenceSort.Declaration => "a declaration",
        SentenceSort.Designation => "a sentence with `is also`",
        SentenceSort.Reservation => "a reservation",
        SentenceSort.Prohibition => "a prohibition",
        SentenceSort.Delegation => "a delegation",
        SentenceSort.TableLine => "a line of a table of limits",
        SentenceSort.ListItem => "a line of a list",
        SentenceSort.EveryDelegation => "a sentence about every delegation",
        SentenceSort.Deputy => "a sentence about a deputy",
        SentenceSort.Involvement => "a sentence about who recommends, advises, oversees or is consulted",
        SentenceSort.Recusal => "a sentence about who takes no part",
        SentenceSort.Succession => "a sentence about who takes over",
        SentenceSort.Conflicts => "the sentence about what concerns people",
        _ => "a question or a scenario",
    };
}
