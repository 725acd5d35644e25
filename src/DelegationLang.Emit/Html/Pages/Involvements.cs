using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>Who advises, recommends, oversees and is consulted. None of it gives authority.</summary>
internal static class Involvements
{
    /// <summary>What a party takes part in.</summary>
    public static IEnumerable<LineView> LinesFor(PageContext context, PartySymbol party)
    {
        var words = new TermLines(context);
        foreach (InvolvementStatement statement in context.Model.Involvements)
        {
            if (statement.Actor == party || (statement.Verb == InvolvementVerb.Concerns && statement.Others.Contains(party)))
            {
                yield return Part(context, words, statement);
            }
            else if (statement.Verb == InvolvementVerb.Consults && statement.Others.Contains(party) && statement.Actor is { } actor)
            {
                yield return new LineBuilder().Text("is consulted by ").Add(context.Link(actor)).Text(" before ").AddLine(Subjects(words, statement)).ToLine();
            }
        }
    }

    /// <summary>Who takes part in what, in a line.</summary>
    public static LineView Line(PageContext context, TermLines words, InvolvementStatement statement)
    {
        Segment actor = statement.Actor is { } declared ? context.Link(declared) : new Segment("a party that is not declared");

        // Of all other sentences it is the first party alone that does something.
        return statement is { Verb: InvolvementVerb.Concerns, Others.IsEmpty: false }
            ? new LineBuilder().List(statement.Others.Select(context.Link).Prepend(actor)).Text(" are concerned by ").AddLine(Subjects(words, statement)).ToLine()
            : new LineBuilder().Add(actor).Text(" ").AddLine(Part(context, words, statement)).ToLine();
    }

    /// <summary>For whom a deputy stands in, for what, and when: <c>stands in for Chief Executive for pay except for bonuses until 31 March 2027</c>.</summary>
    public static LineView Deputising(PageContext context, TermLines words, DeputyStatement statement)
    {
        LineBuilder line = new LineBuilder().Text("stands in for ").List(statement.Principals.Select(context.Link));
        line.AddLine(OnlyFor(context, statement));
        if (!statement.Terms.Except.IsEmpty)
        {
            line.Text(" except for ").List(statement.Terms.Except.Select(reference => context.Link(reference.Symbol)));
        }

        return line.Text(PartyFacts.DaysAfter(context.WithinLife(words.DaysOf(statement)))).ToLine();
    }

    /// <summary>For which subjects alone a deputy stands in, with a space before them; a line of nothing for all.</summary>
    public static LineView OnlyFor(PageContext context, DeputyStatement statement) => statement.Terms.For.IsEmpty
        ? new LineView([])
        : new LineBuilder().Text(" for ").List(statement.Terms.For.Select(reference => context.Link(reference.Symbol))).ToLine();

    private static LineView Part(PageContext context, TermLines words, InvolvementStatement statement)
    {
        var line = new LineBuilder();
        LineView subjects = Subjects(words, statement);
        Segment[] others = [.. statement.Others.Select(context.Link)];
        return statement.Verb switch
        {
            InvolvementVerb.Recommends => line.Text("recommends ").AddLine(subjects).Text(" to ").List(others).ToLine(),
            InvolvementVerb.Advises => line.Text("advises ").List(others).Text(" on ").AddLine(subjects).ToLine(),
            InvolvementVerb.Oversees when statement.Subjects.IsEmpty => line.Text("oversees ").List(others).ToLine(),
            InvolvementVerb.Oversees when others.Length > 0 => line.Text("oversees ").List(others).Text(" and ").AddLine(subjects).ToLine(),
            InvolvementVerb.Oversees => line.Text("oversees ").AddLine(subjects).ToLine(),
            InvolvementVerb.Concerns => line.Text("is concerned by ").AddLine(subjects).ToLine(),
            InvolvementVerb.TakesNoPart when others.Length > 0 => line.Text("takes no part in ").AddLine(subjects).Text(", which goes to ").List(others).ToLine(),
            InvolvementVerb.TakesNoPart => line.Text("takes no part in ").AddLine(subjects).ToLine(),
            _ => line.Text("consults ").List(others).Text(" before ").AddLine(subjects).ToLine(),
        };
    }

    private static LineView Subjects(TermLines words, InvolvementStatement statement) => words.Subjects(statement.Subjects, statement.Terms, statement.Actor);
}
