using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html;

/// <summary>What a party holds, as tables: ordinary authority, what is reserved to it, and exceptional powers apart.</summary>
internal sealed class AuthorityTables(PageContext context)
{
    private readonly TermLines words = new(context);

    /// <summary>The tables of a party; none where it holds nothing.</summary>
    public IReadOnlyList<TableView> Of(int party)
    {
        string name = context.Definition.Parties[party].Name;
        var ordinary = NewTable($"What {name} may decide");
        var reserved = NewTable($"What is reserved to {name}");
        var exceptional = NewTable($"Exceptional powers of {name}");
        foreach (Authority authority in context.Authorities.OfParty(party).Select(context.Authorities.Describe))
        {
            TableBuilder table = authority.IsReserved ? reserved : authority.IsExceptional ? exceptional : ordinary;
            table.RowWithChain(
                "",
                authority.Days,
                [.. authority.Chain.Select(link => ChainLines.Of(context, link))],
                [Subject(authority), .. Marks(authority), .. Exceptions(authority)],
                LineBuilder.Lines(authority.Limit.Length > 0 ? authority.Limit : "Any amount"),
                [.. WhereAndWhen(authority)],
                [.. Terms(authority)]);
        }

        return [.. ordinary.ToTables(), .. reserved.ToTables(), .. exceptional.ToTables()];
    }

    private static TableBuilder NewTable(string caption) => new(caption, "Subject", "How much", "Where and when", "Conditions and duties", "By what authority");

    private static IEnumerable<LineView> Marks(Authority authority)
    {
        if (authority.IsUnderContract)
        {
            yield return new LineBuilder().Add(new Segment("Under contract", IsMark: true)).Text(" The function stays where it was.").ToLine();
        }
    }

    private static IEnumerable<LineView> Exceptions(Authority authority)
    {
        if (!authority.Except.IsEmpty)
        {
            yield return LineBuilder.Of("except " + Wording.List(authority.Except));
        }
    }

    private static LineView Subject(Authority authority) => LineBuilder.Of(authority.Subject);

    private IEnumerable<LineView> WhereAndWhen(Authority authority)
    {
        if (authority.Place.Length > 0)
        {
            yield return LineBuilder.Of(authority.Place);
        }

        bool isWholeLife = authority.Days.Contains(context.Definition.InForce);
        if (!isWholeLife)
        {
            yield return LineBuilder.Of(Wording.Days(authority.Days));
        }

        if (context.DayMark(authority.Days) is { } mark)
        {
            yield return LineBuilder.Of(mark);
        }

        if (authority.Place.Length == 0 && isWholeLife)
        {
            yield return LineBuilder.Of("Everywhere, while the scheme is in force");
        }
    }

    private IEnumerable<LineView> Terms(Authority authority)
    {
        if (!authority.JointlyWith.IsEmpty)
        {
            yield return new LineBuilder().Add(new Segment("Jointly", IsMark: true)).Text(" with ").List(authority.JointlyWith.Select(context.PartyLink)).ToLine();
        }

        foreach (string condition in authority.Conditions.Concat(authority.Steps))
        {
            yield return LineBuilder.Of(condition);
        }

        if (authority.Chain.Length > 0 && StatementOf(authority.Chain[^1]) is { } statement)
        {
            foreach (LineView line in words.Duties(statement))
            {
                yield return line;
            }
        }
    }

    private Statement? StatementOf(ChainLink link) =>
        link.Rule >= 0 && link.Rule < context.Publication.Index.Rules.Length ? context.Publication.Index.Rules[link.Rule] : null;
}
