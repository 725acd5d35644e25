using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>What each party has to do with a subject, in the few words of a board's table.</summary>
internal sealed class MatrixCells(PageContext context)
{
    private readonly SubjectRules rules = new(context);

    /// <summary>The parties that have to do with a subject, and what.</summary>
    public Dictionary<PartySymbol, List<LineView>> Of(SubjectSymbol subject)
    {
        var cells = new Dictionary<PartySymbol, List<LineView>>(ReferenceEqualityComparer.Instance);
        int index = context.Publication.Index.IndexOf(subject);
        int owner = index >= 0 ? context.Definition.Subjects[index].Owner : -1;
        if (owner >= 0 && context.Publication.Index.Party(owner) is { } holder)
        {
            Add(cells, holder, LineBuilder.Of("Holds by law"));
        }

        IReadOnlyList<SubjectSymbol> above = rules.Above(subject);
        var line = new HashSet<Symbol>(above, ReferenceEqualityComparer.Instance) { subject };
        foreach (SubjectSymbol node in (SubjectSymbol[])[subject, .. above])
        {
            foreach (Statement statement in context.Index.Naming[node])
            {
                bool isCarvedOut = statement.Terms.Except.Any(reference => line.Contains(reference.Symbol)) || statement.Terms.KeptBack.Any(reference => line.Contains(reference.Symbol));
                if (!isCarvedOut && context.Publication.IsEffective(statement))
                {
                    Add(cells, statement, node == subject ? "" : " (as part of " + node.DisplayName + ")");
                }
            }
        }

        return cells;
    }

    /// <summary>What each party gets by a sentence about all matters.</summary>
    public Dictionary<PartySymbol, List<LineView>> OfWide(Statement statement)
    {
        var cells = new Dictionary<PartySymbol, List<LineView>>(ReferenceEqualityComparer.Instance);
        Add(cells, statement, "");
        return cells;
    }

    private void Add(Dictionary<PartySymbol, List<LineView>> cells, Statement statement, string through)
    {
        string where = statement.Terms.At.IsEmpty ? "" : " at " + Wording.List([.. statement.Terms.At.Select(place => place.Symbol.DisplayName)]);
        string of = statement.Terms.For.IsEmpty ? "" : " for " + Wording.List([.. statement.Terms.For.Select(subject => subject.Symbol.DisplayName)]);
        string terms = of + where + through;
        switch (statement)
        {
            case ReservationStatement reservation:
                AddHolders(cells, reservation.Holders, (line, together) => line.Add(new Segment("Reserved", IsMark: true)).Text(together + Limit(statement) + terms), terms);
                break;
            case DelegationStatement delegation:
                string verb = delegation.IsEntrusted ? "Manages under contract" : delegation.Terms.IsEvenIfReserved ? "Exceptional power" : "Decides";
                AddHolders(cells, delegation.Holders, (line, together) => line.Text((together.Length > 0 ? "Jointly" + together : verb) + Limit(statement) + terms), terms);
                break;
            case InvolvementStatement involvement:
                AddInvolvement(cells, involvement, terms);
                break;
        }

        foreach (Step step in statement.Terms.Steps)
        {
            string word = step.Kind switch { StepKind.Consulting => "Consulted", StepKind.Recommendation => "Recommends", _ => "Approves first" };
            foreach (PartySymbol party in step.AnyOf.SelectMany(group => group.Parties))
            {
                Add(cells, party, LineBuilder.Of(word + terms));
            }
        }

        if (statement.Terms.RatifiedBy is { } ratifier)
        {
            Add(cells, ratifier.Symbol, LineBuilder.Of("Ratifies" + terms));
        }
    }

    private static string Limit(Statement statement) => statement.Terms.Limit is { } limit ? " " + AmountWords.Of(limit) : "";

    private static void AddHolders(Dictionary<PartySymbol, List<LineView>> cells, IEnumerable<Holder> holders, Func<LineBuilder, string, LineBuilder> say, string terms)
    {
        foreach (Holder holder in holders)
        {
            foreach (PartySymbol party in holder.Group.Parties.Distinct())
            {
                string[] others = [.. holder.Group.Parties.Where(other => other != party).Select(other => other.DisplayName).Distinct()];
                int count = holder.Group.Parties.Count(other => other == party);
                string together = (count > 1 ? FormattableString.Invariant($", {count} of them") : "") + (others.Length > 0 ? " with " + Wording.List(others) : "");
                Add(cells, party, say(new LineBuilder(), together).ToLine());
            }
        }
    }

    private static void AddInvolvement(Dictionary<PartySymbol, List<LineView>> cells, InvolvementStatement involvement, string terms)
    {
        string word = involvement.Verb switch { InvolvementVerb.Recommends => "Recommends", InvolvementVerb.Advises => "Advises", InvolvementVerb.Oversees => "Oversees", _ => "" };
        if (word.Length > 0 && involvement.Actor is { } actor)
        {
            Add(cells, actor, LineBuilder.Of(word + terms));
        }
        else if (word.Length == 0)
        {
            foreach (PartySymbol other in involvement.Others)
            {
                Add(cells, other, LineBuilder.Of("Consulted" + (involvement.Actor is { } asker ? " by " + asker.DisplayName : "") + terms));
            }
        }
    }

    private static void Add(Dictionary<PartySymbol, List<LineView>> cells, PartySymbol party, LineView line)
    {
        if (!cells.TryGetValue(party, out List<LineView>? lines))
        {
            cells.Add(party, lines = []);
        }

        if (!lines.Exists(other => other.Segments.SequenceEqual(line.Segments)))
        {
            lines.Add(line);
        }
    }
}
