using System.Collections.Immutable;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>Where the clauses of a sentence stand. Those that <c>every delegation</c> adds stand elsewhere and are not found.</summary>
internal static class ClauseLocations
{
    /// <summary>The first clause of a kind in a sentence, a line of a table or of a list; none when it has none.</summary>
    public static SourceLocation? Of<TClause>(Statement statement)
        where TClause : ClauseSyntax =>
        ClausesOf(statement).OfType<TClause>().FirstOrDefault() is TClause clause
            ? new SourceLocation(statement.Location.Source, clause.Span)
            : null;

    /// <summary>Whether the location lies in the sentence itself.</summary>
    public static bool IsOwn(Statement statement, SourceLocation location) =>
        ReferenceEquals(location.Source, statement.Location.Source)
        && location.Span.Start >= statement.Location.Span.Start
        && location.Span.End <= statement.Location.Span.End;

    /// <summary>Where one of those who hold something together is named; all of them where it is not by its own name.</summary>
    public static SourceLocation Of(Statement statement, Holder holder, PartySymbol party)
    {
        if (holder.Group.Parties.Length < 2 || !IsOwn(statement, holder.Location))
        {
            return holder.Location;
        }

        PartyListSyntax? to = statement.Syntax switch
        {
            DecidingSyntax deciding => deciding.To,
            TableLineSyntax line => line.Holders,
            _ => null,
        };
        IEnumerable<PartyListSyntax> lists = ClausesOf(statement).OfType<JointlyClauseSyntax>().Select(clause => clause.Parties);
        HashSet<string> names = [.. party.Aliases.Append(party.Name).Append(party.DisplayName).Select(NameKey.Of)];
        SyntaxNode[] named =
        [
            .. (to is null ? lists : lists.Prepend(to)).SelectMany(list => list.Items)
                .SelectMany(item => item.Among.IsEmpty ? (IEnumerable<SyntaxNode>)[item] : item.Among.Prepend(item.Name))
                .Where(node => names.Contains(NameKey.Of(node is PartySyntax one ? one.Name.Text : ((NameSyntax)node).Text))),
        ];
        return named.Length == 0 ? holder.Location : new SourceLocation(statement.Location.Source, (Array.Find(named, IsAtHolder) ?? named[0]).Span);

        bool IsAtHolder(SyntaxNode node) => holder.Location.Span.Start <= node.Span.Start && node.Span.End <= holder.Location.Span.End;
    }

    /// <summary>Where a clause may be added to a sentence, or to a line of a table or of a list: after all that is in it.</summary>
    public static SourceLocation EndOf(Statement statement)
    {
        int end = statement.Syntax switch
        {
            DecidingSyntax { To: { } to } => to.Span.End,
            TableLineSyntax line => line.Holders.Span.End,
            ListItemSyntax item => item.Name.Span.End,
            _ => statement.Syntax.Span.Start,
        };
        foreach (ClauseSyntax clause in ClausesOf(statement))
        {
            end = Math.Max(end, clause.Span.End);
        }

        return new SourceLocation(statement.Location.Source, new TextSpan(end, 0));
    }

    /// <summary>The word <c>delegates</c> of a sentence; none in a line of a table, and where the sentence says it otherwise.</summary>
    public static SourceLocation? VerbOf(DelegationStatement delegation)
    {
        const string Verb = "delegates";
        if (delegation.Table is not null)
        {
            return null;
        }

        int start = delegation.DelegatorLocation.Span.End;
        string text = delegation.Location.Source.Content;
        int verb = text.IndexOf(Verb, start, StringComparison.Ordinal);
        return verb >= 0 && verb + Verb.Length <= delegation.Location.Span.End && string.IsNullOrWhiteSpace(text[start..verb].Trim('"', '”', '“'))
            ? delegation.Location with { Span = new TextSpan(verb, Verb.Length) }
            : null;
    }

    /// <summary>The clauses that stand in a sentence itself, in the order of the text.</summary>
    public static ImmutableArray<ClauseSyntax> ClausesOf(Statement statement) => statement.Syntax switch
    {
        SentenceSyntax sentence => sentence.Clauses,
        TableLineSyntax line => line.Clauses,
        ListItemSyntax item => item.Clauses,
        _ => [],
    };
}
