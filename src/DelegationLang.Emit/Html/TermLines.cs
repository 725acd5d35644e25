using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html;

/// <summary>The clauses of a statement in words and links, one a line.</summary>
internal sealed class TermLines(PageContext context)
{
    /// <summary>Who gets it: each alternative, people who act together joined by <c>jointly with</c>.</summary>
    public LineView Holders(IEnumerable<Holder> holders)
    {
        var line = new LineBuilder();
        foreach (Holder holder in holders)
        {
            line.Text(line.IsEmpty ? "" : " or ");
            AddTogether(line, holder.Group);
        }

        return line.IsEmpty ? LineBuilder.Of("nobody that is declared") : line.ToLine();
    }

    /// <summary>The subjects of a statement, with the functions in relation to which alone it holds.</summary>
    public LineView Subjects(IEnumerable<SubjectReference> subjects, Terms terms, PartySymbol? giver)
    {
        LineBuilder line = new LineBuilder().List(subjects.Select(subject => subject.Scope switch
        {
            SubjectScope.AllMatters => new Segment("all matters" + (giver is null ? "" : " of " + giver.DisplayName)),
            SubjectScope.AllOtherMatters when subject.Symbol is { } whole => new Segment("all other matters within " + whole.DisplayName),
            SubjectScope.AllOtherMatters => new Segment("all other matters" + (giver is null ? "" : " of " + giver.DisplayName)),
            _ => subject.Symbol is null ? new Segment("a subject that is not declared") : context.Link(subject.Symbol),
        }));
        if (!terms.For.IsEmpty)
        {
            line.Text(" for ").List(terms.For.Select(reference => context.Link(reference.Symbol)));
        }

        return line.ToLine();
    }

    /// <summary>How much, where and when.</summary>
    public IEnumerable<LineView> Bounds(Statement statement)
    {
        if (statement.Terms.Limit is { } limit)
        {
            yield return LineBuilder.Of(AmountWords.Of(limit));
        }

        foreach (LineView line in PlaceAndDays(statement))
        {
            yield return line;
        }
    }

    /// <summary>Where and when.</summary>
    public IEnumerable<LineView> PlaceAndDays(Statement statement)
    {
        if (!statement.Terms.At.IsEmpty)
        {
            yield return new LineBuilder().Text("at ").List(statement.Terms.At.Select(reference => context.Link(reference.Symbol))).ToLine();
        }

        if (DaysOf(statement) is var days && days != DateRange.Always)
        {
            yield return LineBuilder.Of(Wording.Days(days));
            if (context.DayMark(days) is { } mark)
            {
                yield return LineBuilder.Of(mark);
            }
        }
    }

    /// <summary>What must be so or come first, and what is carved out: the clauses that change who decides.</summary>
    public IEnumerable<LineView> Conditions(Statement statement)
    {
        Terms terms = statement.Terms;
        if (!context.Publication.IsEffective(statement))
        {
            yield return new LineBuilder().Add(new Segment("Without effect", IsMark: true)).Text(" A fault was found in this sentence: it gives nobody authority.").ToLine();
        }

        if (terms.IsEvenIfReserved)
        {
            yield return LineBuilder.Of(new Segment("Even if reserved", IsMark: true));
        }

        foreach (FactGroup group in terms.Facts)
        {
            yield return Facts(group);
        }

        foreach (Step step in terms.Steps)
        {
            yield return StepLine(step);
        }

        if (!terms.Except.IsEmpty)
        {
            yield return new LineBuilder().Text("except ").List(terms.Except.Select(reference => context.Link(reference.Symbol))).ToLine();
        }

        // What reaches reserved matters is not subject to them, though `every delegation` may have added the words.
        var kept = new LineBuilder();
        if (terms.IsSubjectToReservedMatters && !terms.IsEvenIfReserved)
        {
            kept.Text("subject to reserved matters");
        }

        if (!terms.KeptBack.IsEmpty)
        {
            kept.Text(kept.IsEmpty ? "" : ", and to ").List(terms.KeptBack.Select(reference => context.Link(reference.Symbol))).Text(", kept back");
        }

        if (!kept.IsEmpty)
        {
            yield return kept.ToLine();
        }
    }

    /// <summary>The basis in law, onward delegation, and the duties: what never changes who decides.</summary>
    public IEnumerable<LineView> Duties(Statement statement)
    {
        Terms terms = statement.Terms;
        if (terms.Under is { } under)
        {
            yield return new LineBuilder().Text("under ").Add(context.Link(under.Symbol)).ToLine();
        }

        if (terms.Onward is { } onward)
        {
            yield return Onward(onward);
        }

        if (terms.RatifiedBy is { } ratifier)
        {
            yield return new LineBuilder().Text("to be ratified by ").Add(context.Link(ratifier.Symbol)).Text(Within(terms.RatifiedWithin)).ToLine();
        }

        if (terms.ApprovedBy is { } approval)
        {
            yield return new LineBuilder().Text("approved by ").Add(context.Link(approval.By.Symbol))
                .Text(approval.On is { } day ? " on " + Wording.Day(day) : "").ToLine();
        }

        foreach (Reporting reporting in terms.ReportingTo)
        {
            yield return new LineBuilder().Text("reporting to ").Add(context.Link(reporting.To))
                .Text((reporting.Frequency.Length > 0 ? " " + reporting.Frequency : "") + Within(reporting.Within)).ToLine();
        }

        foreach (Succeeded one in terms.Successions)
        {
            yield return new LineBuilder().Add(context.Link(one.Sentence.Successor)).Text(" takes over from ").Add(context.Link(one.Predecessor)).Text(" on " + Wording.Day(one.Sentence.On)).ToLine();
        }

        foreach (string reason in terms.Because)
        {
            yield return LineBuilder.Of("Because: " + reason, "note");
        }

        foreach (string text in terms.RecordedIn)
        {
            yield return LineBuilder.Of("recorded in “" + text + "”");
        }

        if (terms.ReviewBy is { } review)
        {
            yield return LineBuilder.Of("to be reviewed by " + Wording.Day(review));
        }

        foreach (string note in terms.Notes)
        {
            yield return LineBuilder.Of("Note: " + note, "note");
        }
    }

    /// <summary>The references of a statement, then a link to it.</summary>
    public IReadOnlyList<LineView> Source(Statement statement) =>
        [.. LineBuilder.Lines(string.Join(", ", statement.Terms.References)), LineBuilder.Of(context.SourceLink(statement.Location), "source")];

    /// <summary>The days of a statement, cut to those of the agreement that it relies on.</summary>
    public DateRange DaysOf(Statement statement)
    {
        int rule = context.Publication.Index.RuleOf(statement);
        return rule >= 0 && rule < context.Definition.Rules.Length
            ? context.Definition.Rules[rule].Days
            : DateRange.From(statement.Terms.From, statement.Terms.Until);
    }

    private LineView Facts(FactGroup group)
    {
        var line = new LineBuilder();
        foreach (Fact fact in group.AnyOf)
        {
            line.Text(line.IsEmpty ? "" : " or ");
            line.Text(fact.IsNegated ? "unless " : "when ").Add(context.Link(fact.Symbol));
            line.Text(AmountWords.Of(fact) is { Length: > 0 } bounds ? " " + bounds : "");
        }

        return line.ToLine();
    }

    private LineView StepLine(Step step)
    {
        LineBuilder line = new LineBuilder().Text(step.Kind switch
        {
            Syntax.StepKind.Consulting => "after consulting ",
            Syntax.StepKind.Recommendation => "after recommendation of ",
            _ => "after approval of ",
        });
        return line.AddLine(AnyOf(step.AnyOf)).Text(Within(step.Within)).ToLine();
    }

    /// <summary>Groups of which any is meant: <c>Chair or two of Lay Member and Treasurer</c>.</summary>
    public LineView AnyOf(IEnumerable<ActingGroup> groups)
    {
        var line = new LineBuilder();
        bool isFirst = true;
        foreach (ActingGroup group in groups)
        {
            line.Text(isFirst ? "" : " or ");
            isFirst = false;
            AddTogether(line, group, " and ");
        }

        return line.ToLine();
    }

    private static string Within(string days) => days.Length > 0 ? " within " + days : "";

    private LineView Onward(OnwardPower onward)
    {
        if (!onward.IsGiven)
        {
            return LineBuilder.Of("may not delegate it on");
        }

        LineBuilder line = new LineBuilder().Text("may delegate it on");
        if (!onward.To.IsEmpty)
        {
            line.Text(" to ").List(onward.To.Select(reference => context.Link(reference.Symbol)), "or");
        }

        if (onward.Limit is { } limit)
        {
            line.Text(" " + AmountWords.Of(limit));
        }

        if (onward.ConsentOf is { } consent)
        {
            line.Text(" by consent of ").Add(context.Link(consent.Symbol));
        }

        return line.ToLine();
    }

    private void AddTogether(LineBuilder line, ActingGroup group, string joint = " jointly with ")
    {
        if (group.Parties.IsEmpty)
        {
            line.Text("nobody");
        }

        bool isFirst = true;
        foreach (IGrouping<PartySymbol, PartySymbol> party in group.Parties.GroupBy(party => party))
        {
            line.Text(isFirst ? "" : joint);
            isFirst = false;
            int count = party.Count();
            line.Text(count > 1 ? FormattableString.Invariant($"{Count(count)} of ") : "").Add(context.Link(party.Key));
        }
    }

    private static string Count(int count) => count switch
    {
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        _ => count.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
