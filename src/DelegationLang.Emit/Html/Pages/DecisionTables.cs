using System.Text;
using DelegationLang.Decisions;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>Who decides a subject, as tables: one for each run of days with the same answer, one row for each case.</summary>
internal sealed class DecisionTables(PageContext context)
{
    private const string Anything = "In every case";

    private readonly IReadOnlyList<DateRange> runs = DayRuns.Of(context.Definition);

    /// <summary>The tables of a decision that leaves everything open but its subject.</summary>
    /// <param name="what">The subject in words.</param>
    /// <param name="open">The decision; its day is not used.</param>
    public ContentView Of(string what, Decision open)
    {
        var periods = new List<Period>();
        foreach (DateRange run in runs)
        {
            Answer answer = context.Publication.Space.WhoDecides(open with { Day = run.First });
            string key = KeyOf(answer);
            if (periods.Count > 0 && periods[^1].Key == key)
            {
                periods[^1] = periods[^1] with { Days = periods[^1].Days with { Last = run.Last } };
            }
            else
            {
                periods.Add(new Period(key, run, answer));
            }
        }

        string[] assumed = [.. periods.SelectMany(period => period.Answer.Assumed).Distinct().Select(Assumption)];
        return new ContentView
        {
            Lines = assumed.Length == 0 ? [] : LineBuilder.Lines("Taken to be so, unless somebody says otherwise: " + string.Join("; ", assumed) + "."),
            Tables = [.. periods.SelectMany(period => Table(what, period, periods.Count))],
        };
    }

    private IReadOnlyList<TableView> Table(string what, Period period, int count)
    {
        string days = count == 1 ? "" : " " + Wording.Days(period.Days);
        var table = new TableBuilder("Who decides " + what + days, "In which case", "Who decides", "First, and afterwards", "How the authority comes down");
        Answer answer = period.Answer;
        if (answer.Outcome != Outcome.Depends)
        {
            Row(table, period.Days, [Anything], answer);
        }

        foreach (AnswerCase one in answer.Cases)
        {
            Row(table, period.Days, one.When.IsEmpty ? [Anything] : [.. one.When], one.Answer);
        }

        return table.ToTables();
    }

    private void Row(TableBuilder table, DateRange days, IReadOnlyList<string> when, Answer answer) => table.RowWithChain(
        "",
        days,
        [.. answer.Chain.Select(link => ChainLines.Of(context, link))],
        LineBuilder.Lines(KindWords.Capital(string.Join(", ", when))),
        [Who(answer)],
        [.. Conditions(answer)]);

    private LineView Who(Answer answer)
    {
        switch (answer.Outcome)
        {
            case Outcome.Reserved:
                return Groups(new LineBuilder().Add(new Segment("Reserved", IsMark: true)).Text(" to "), answer).ToLine("who");
            case Outcome.Decided:
                var line = new LineBuilder();
                if (answer.Alternatives.Length > 1)
                {
                    line.Text(answer.Alternatives.All(group => group.Length == 1) ? "Any of: " : "Either ");
                }

                return Groups(line, answer).ToLine("who");
            default:
                return LineBuilder.Of(KindWords.Capital(AnswerText.Summarise(answer)) + (answer.Reasons.IsEmpty ? "" : ": " + string.Join("; ", answer.Reasons)));
        }
    }

    private LineBuilder Groups(LineBuilder line, Answer answer)
    {
        bool isFirst = true;
        foreach (var group in answer.Alternatives)
        {
            line.Text(isFirst ? "" : ", or ");
            isFirst = false;
            bool isFirstName = true;
            foreach (IGrouping<string, string> name in group.GroupBy(name => name, StringComparer.Ordinal))
            {
                line.Text(isFirstName ? "" : " together with ").Text(name.Count() > 1 ? FormattableString.Invariant($"{name.Count()} × ") : "").Add(context.PartyLink(name.Key));
                isFirstName = false;
            }
        }

        return line;
    }

    private static IEnumerable<LineView> Conditions(Answer answer)
    {
        foreach (string step in answer.Steps)
        {
            yield return LineBuilder.Of(KindWords.Capital(step));
        }

        foreach (string duty in answer.Duties)
        {
            yield return LineBuilder.Of("Afterwards " + duty);
        }

        foreach (DeputyAnswer deputy in answer.Deputies)
        {
            yield return LineBuilder.Of(KindWords.Capital(deputy.When) + ", " + deputy.Party + " may act", "note");
        }

        if (!answer.Exceptional.IsEmpty)
        {
            yield return new LineBuilder().Add(new Segment("Exceptional power", IsMark: true)).Text(" of " + Wording.List(answer.Exceptional)).ToLine();
        }

        if (answer.UnderContract)
        {
            yield return new LineBuilder().Add(new Segment("Under contract", IsMark: true)).Text(" The function stays where it was.").ToLine();
        }
    }

    private static string Assumption(string fact) =>
        fact.StartsWith("when ", StringComparison.Ordinal) ? fact[5..] : fact.StartsWith("unless ", StringComparison.Ordinal) ? "not " + fact[7..] : fact;

    // Everything of an answer but the day that it is about.
    private static string KeyOf(Answer answer)
    {
        var key = new StringBuilder();
        Append(answer);
        foreach (AnswerCase one in answer.Cases)
        {
            key.Append("\ncase ").AppendJoin('|', one.When);
            Append(one.Answer);
        }

        return key.ToString();

        void Append(Answer one)
        {
            key.Append('\n').Append(one.Outcome).AppendJoin('|', one.Alternatives.Select(group => string.Join('&', group)))
                .Append('\n').AppendJoin('|', one.Steps).Append('\n').AppendJoin('|', one.Duties).Append('\n').AppendJoin('|', one.Exceptional)
                .Append('\n').AppendJoin('|', one.Assumed).Append(one.UnderContract)
                .Append('\n').AppendJoin('|', one.Deputies.Select(deputy => deputy.Party + deputy.When))
                .Append('\n').AppendJoin('|', one.Chain.Select(link => FormattableString.Invariant($"{link.Party}\t{link.Via}\t{link.Rule}")))
                .Append('\n').AppendJoin('|', one.Reasons.Select(reason => reason.Replace(Wording.Day(one.Day), "", StringComparison.Ordinal)));
        }
    }

    private sealed record Period(string Key, DateRange Days, Answer Answer);
}
