using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL3010: matters are reserved, and delegations do not say so. Reported once a scheme.</summary>
internal sealed class ReservedMattersUnsaid : IRule
{
    private const string Sentence = "every delegation in this scheme: subject to reserved matters.";

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3010", "reserved-matters-unsaid", "Reserved matters that delegations do not mention", DiagnosticSeverity.Info);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        AuthorityIndex index = run.Judge.Authority.Index;
        DelegationStatement[] silent =
        [
            .. run.Delegations.Where(statement =>
                statement.Delegator is PartySymbol delegator
                && index.Reserves(run.Seats.Of(delegator))
                && !statement.Terms.IsSubjectToReservedMatters
                && !statement.Terms.IsEvenIfReserved
                && statement.Holders.Any(holder => !index.IsToOneself(statement, holder))
                && !run.Judge.Authority.IsFaulty(statement)),
        ];
        if (silent.Length == 0)
        {
            return;
        }

        DelegationStatement first = silent[0];
        ReservationStatement? reservation = run.Model.Reservations.FirstOrDefault(statement =>
            statement.Reserver is PartySymbol reserver && first.Delegator is PartySymbol delegator && run.Seats.AreSame(reserver, delegator));
        string others = silent.Length switch
        {
            1 => "this delegation does",
            2 => "this delegation and one other do",
            _ => $"this delegation and {(silent.Length - 1).ToString(System.Globalization.CultureInfo.InvariantCulture)} others do",
        };
        run.Report(new Diagnostic(
            Descriptor,
            first.Holders.IsEmpty ? first.Location : first.Holders[0].Location,
            $"{others} not say that reserved matters stay reserved")
        {
            Label = "given without a word of what is reserved",
            Related = reservation is null ? [] : [new RelatedLocation("reserved here", reservation.Subjects.IsEmpty ? reservation.Location : reservation.Subjects[0].Location)],
            Help = $"add one sentence: `{Sentence}`",
            Fixes = [Fix(run.Model, first)],
        });
    }

    // After the scheme's own sentence, where what is said of the whole scheme is looked for; never between a sentence and a comment before it.
    private static CodeFix Fix(SchemeModel model, DelegationStatement first)
    {
        SourceLocation place = model.Info.Location is SourceLocation scheme
            ? scheme with { Span = new TextSpan(EndWithRemark(scheme), 0) }
            : HeadOf(first);
        string text = model.Info.Location is null ? Sentence + "\n\n" : "\n\n" + Sentence;
        return new CodeFix($"add `{Sentence}`", [new TextEdit(place, text)], IsSafe: true);
    }

    // A comment at the end of the scheme's sentence stays with it.
    private static int EndWithRemark(SourceLocation scheme)
    {
        string content = scheme.Source.Content;
        int lineEnd = content.AsSpan(scheme.Span.End).IndexOfAny('\r', '\n') is var at && at < 0 ? content.Length : scheme.Span.End + at;
        return content.AsSpan(scheme.Span.End, lineEnd - scheme.Span.End).TrimStart().StartsWith("//", StringComparison.Ordinal) ? lineEnd : scheme.Span.End;
    }

    private static SourceLocation HeadOf(DelegationStatement statement)
    {
        SourceLocation whole = statement.Table?.Location ?? statement.Location;
        return whole with { Span = new TextSpan(whole.Span.Start, 0) };
    }
}
