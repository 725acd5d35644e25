using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>What each party has to do with a subject, in the few words of a board's table.</summary>
internal sealed class MatrixCells(PageContext context)
{
    private readonly AuthorityTables authorities = new(context);
    private readonly AuthorityLines lines = new(context);
    private readonly SubjectRules rules = new(context);

    /// <summary>A line of the matrix for a subject, with others within it where it stands for them.</summary>
    public MatrixLine Line(MatrixFamily family)
    {
        MatrixLine line = Line(family.Row);
        return family.IsWithAll ? line with { Name = line.Name with { Segments = [.. line.Name.Segments, new Segment(" with all within it")] } } : line;
    }

    /// <summary>A line of the matrix.</summary>
    public MatrixLine Line(MatrixRow row) => new(
        lines,
        context.SubjectOf(row.Found.Function, row.Found.Matter),
        context.Authorities.NameOf(row.Found.Function, row.Found.Matter),
        Of(row.Subject, row.Found),
        !row.Found.IsCutShort)
    {
        Life = LifeOf(row.Found.Function).Intersect(LifeOf(row.Found.Matter)),
    };

    private DateRange LifeOf(int subject) => subject < 0 ? DateRange.Always : context.Definition.Subjects[subject].Lifetime;

    // The parties that have to do with a subject, and what: by the table of authority, and those who are asked or take part without deciding.
    private Dictionary<PartySymbol, List<LineView>> Of(SubjectSymbol subject, AuthorityOfSubject found)
    {
        var cells = new Dictionary<PartySymbol, List<LineView>>(ReferenceEqualityComparer.Instance);
        foreach (IGrouping<int, AuthorityRow> party in found.Rows.GroupBy(row => row.Terms.Party))
        {
            if (party.Key >= 0 && context.Publication.Index.Party(party.Key) is { } symbol)
            {
                foreach (LineView line in authorities.Cell(party))
                {
                    Add(cells, symbol, line);
                }
            }
        }

        foreach (AuthorityRow row in found.Rows.Where(row => row.Terms.Claim != AuthorityClaim.May))
        {
            AddSteps(cells, row);
        }

        // Who takes part by a sentence about the subject itself, or something that it is part of.
        if (found.Function < 0 || found.Matter < 0)
        {
            foreach (SubjectSymbol node in (SubjectSymbol[])[subject, .. rules.Above(subject)])
            {
                foreach (InvolvementStatement involvement in context.Index.Naming[node].OfType<InvolvementStatement>().Where(context.Publication.IsEffective))
                {
                    AddInvolvement(cells, involvement, context.Authorities.NameOf(found.Function, found.Matter));
                }
            }
        }

        return cells;
    }

    private void AddSteps(Dictionary<PartySymbol, List<LineView>> cells, AuthorityRow row)
    {
        string subject = context.Authorities.NameOf(row.Function, row.Matter);
        foreach (Step step in row.Terms.Rules.SelectMany(rule => context.Publication.Index.Rules[rule].Terms.Steps))
        {
            string word = step.Kind switch { StepKind.Consulting => "Consulted first", StepKind.Recommendation => "Advises first, by a recommendation", _ => "Approves first" };
            foreach (PartySymbol party in step.AnyOf.SelectMany(group => group.Parties))
            {
                Add(cells, party, LineBuilder.Of(word) with { Claim = lines.Advice(party.DisplayName, subject, row.Days) });
            }
        }

        foreach (Statement statement in row.Terms.Rules.Select(rule => context.Publication.Index.Rules[rule]))
        {
            if (statement.Terms.RatifiedBy is { } ratifier)
            {
                Add(cells, ratifier.Symbol, LineBuilder.Of("Ratifies afterwards"));
            }
        }
    }

    private void AddInvolvement(Dictionary<PartySymbol, List<LineView>> cells, InvolvementStatement involvement, string subject)
    {
        string word = involvement.Verb switch { InvolvementVerb.Recommends => "Recommends", InvolvementVerb.Advises => "Advises", InvolvementVerb.Oversees => "Oversees", InvolvementVerb.TakesNoPart => "Takes no part", _ => "" };
        if (word.Length > 0 && involvement.Actor is { } actor)
        {
            LineView line = LineBuilder.Of(word);
            Add(cells, actor, involvement.Verb is InvolvementVerb.Oversees or InvolvementVerb.TakesNoPart ? line : line with { Claim = lines.Advice(actor.DisplayName, subject, context.Definition.InForce) });
        }
        else if (word.Length == 0)
        {
            foreach (PartySymbol other in involvement.Others)
            {
                LineView line = LineBuilder.Of("Consulted" + (involvement.Actor is { } asker ? " by " + asker.DisplayName : ""));
                Add(cells, other, line with { Claim = lines.Advice(other.DisplayName, subject, context.Definition.InForce) });
            }
        }
    }

    private static void Add(Dictionary<PartySymbol, List<LineView>> cells, PartySymbol party, LineView line)
    {
        if (!cells.TryGetValue(party, out List<LineView>? lines))
        {
            cells.Add(party, lines = []);
        }

        if (!lines.Exists(other => other.Segments.SequenceEqual(line.Segments) && other.Claim == line.Claim))
        {
            lines.Add(line);
        }
    }
}
