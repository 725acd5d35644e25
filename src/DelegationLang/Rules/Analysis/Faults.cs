using DelegationLang.Diagnostics;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules.Analysis;

/// <summary>
/// Where reading and name resolution found errors, and what a sentence in error might have given. A rule that would report only because
/// such a sentence could not be understood keeps silent: its report would go away with the first mistake.
/// </summary>
internal sealed class Faults
{
    private readonly Dictionary<SourceText, int[]> starts = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<SubjectSymbol> givenToUnknown = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<PartySymbol> holdersOfUnknown = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> unreadable = [];

    public Faults(SchemeModel model, Seats seats, SubjectLines lines)
    {
        IEnumerable<Diagnostic> all = model.Trees.SelectMany(tree => tree.Diagnostics).Concat(model.Diagnostics);
        foreach (IGrouping<SourceText, Diagnostic> group in all
            .Where(diagnostic => diagnostic.Descriptor.DefaultSeverity == DiagnosticSeverity.Error)
            .GroupBy(diagnostic => diagnostic.Location.Source))
        {
            int[] positions = [.. group.Select(diagnostic => diagnostic.Location.Span.Start)];
            Array.Sort(positions);
            starts[group.Key] = positions;
        }

        if (starts.Count == 0)
        {
            return;
        }

        foreach (DelegationStatement statement in model.Delegations.Where(statement => statement.HasErrors))
        {
            Note(statement, seats, lines);
        }

        foreach (SyntaxTree tree in model.Trees.Where(tree => starts.ContainsKey(tree.Source)))
        {
            unreadable.AddRange(tree.Sentences.OfType<BrokenSentenceSyntax>().Select(broken => tree.Source.ToString(broken.Span)));
        }
    }

    /// <summary>Whether an error was found in the text of a location.</summary>
    public bool IsIn(SourceLocation location)
    {
        // The default location is that of something which no text declares.
        if (location == default || !starts.TryGetValue(location.Source, out int[]? positions))
        {
            return false;
        }

        int index = Array.BinarySearch(positions, location.Span.Start);
        index = index < 0 ? ~index : index;
        return index < positions.Length && positions[index] <= location.Span.End;
    }

    /// <summary>Whether a sentence in error may have been meant to give the atom to the party, or the declaration of either is in error.</summary>
    public bool MayExplain(PartySymbol party, PartySymbol seat, Atom? atom)
    {
        if (holdersOfUnknown.Contains(seat) || DeclarationsOf(party).Any(IsIn) || unreadable.Exists(text => Mentions(text, party)))
        {
            return true;
        }

        return atom is Atom known
            && (SubjectLines.LineOf(known).Any(subject => givenToUnknown.Contains(subject) || IsIn(subject.Declaration))
                || unreadable.Exists(text => Mentions(text, known.Node)));
    }

    private static IEnumerable<SourceLocation> DeclarationsOf(PartySymbol party)
    {
        PartySymbol person = Seats.Person(party);
        yield return party.Declaration;
        yield return person.Declaration;
        foreach (Symbol owner in person.Owners)
        {
            yield return owner.Declaration;
        }
    }

    private static bool Mentions(string text, Symbol symbol) =>
        text.Contains(symbol.Name, StringComparison.OrdinalIgnoreCase)
        || symbol.Aliases.Any(alias => text.Contains(alias, StringComparison.OrdinalIgnoreCase));

    private void Note(DelegationStatement statement, Seats seats, SubjectLines lines)
    {
        (SyntaxNode[] subjects, SyntaxNode? to) = statement.Syntax switch
        {
            DecidingSyntax deciding => ([.. deciding.Subjects], deciding.To),
            TableLineSyntax line => ((SyntaxNode[])[], line.Holders),
            _ => ([], null),
        };
        SourceText source = statement.Location.Source;
        bool isSubjectUnknown = statement.Subjects.IsEmpty || subjects.Any(name => IsIn(new SourceLocation(source, name.Span)));
        bool isHolderUnknown = statement.Holders.IsEmpty || (to is not null && IsIn(new SourceLocation(source, to.Span)));
        if (isSubjectUnknown)
        {
            holdersOfUnknown.UnionWith(statement.Holders.SelectMany(holder => holder.Group.Parties).Select(seats.Of));
        }

        if (isHolderUnknown)
        {
            givenToUnknown.UnionWith(statement.Subjects.Select(subject => subject.Symbol).OfType<SubjectSymbol>().SelectMany(symbol => lines.Nodes(symbol)));
        }
    }
}
