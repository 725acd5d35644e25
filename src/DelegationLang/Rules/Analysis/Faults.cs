using DelegationLang.Diagnostics;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules.Analysis;

/// <summary>
/// Where reading and name resolution found errors, and what a sentence in error might have said. A rule that would report only because
/// such a sentence could not be understood keeps silent: its report would go away with the first mistake.
/// </summary>
internal sealed class Faults
{
    /// <summary>With more sentences in error than this nobody can tell who was meant to hold what, and nothing is reported about it.</summary>
    private const int MaximumSentences = 400;

    private readonly SchemeModel model;
    private readonly SubjectLines lines;
    private readonly Dictionary<Symbol, string[]> longerNames = new(ReferenceEqualityComparer.Instance);
    private readonly FaultPositions positions;
    private readonly List<FaultySentence> sentences = [];
    private readonly HashSet<SubjectSymbol> givenToUnknown = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<PartySymbol> holdersOfUnknown = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> unclearNames = [];
    private readonly bool hasUnknownReserver;
    private readonly Dictionary<SubjectSymbol, bool> unclearSubjects = new(ReferenceEqualityComparer.Instance);

    public Faults(SchemeModel model, Seats seats, SubjectLines lines)
    {
        this.model = model;
        this.lines = lines;
        positions = new FaultPositions(model);
        if (!positions.HasAny)
        {
            return;
        }

        foreach (SyntaxTree tree in model.Trees)
        {
            foreach (SentenceSyntax sentence in positions.FaultyIn(tree))
            {
                sentences.Add(new FaultySentence(tree.Source, sentence, positions));
                if (sentence is DeclarationSyntax declaration && IsIn(tree.LocationOf(declaration.Descriptor)))
                {
                    unclearNames.Add(declaration.Name.Text);
                }
            }
        }

        foreach (DelegationStatement statement in model.Delegations.Where(statement => statement.HasErrors))
        {
            Note(statement, seats);
        }

        hasUnknownReserver = model.Reservations.Any(statement => statement.Reserver is null);
    }

    /// <summary>Whether a sentence that could not be understood may be a reservation by the party.</summary>
    public bool MayHideReservation(PartySymbol party) =>
        hasUnknownReserver
        || sentences.Exists(sentence => sentence.Mentions("reserves") || sentence.Mentions("reserved to") || (sentence.IsUnread && IsMentioned(sentence, party)));

    /// <summary>Whether a sentence that could not be understood holds the word, so that it may have declared what seems to be missing.</summary>
    public bool MayMention(string word) => sentences.Exists(sentence => sentence.Mentions(word));

    /// <summary>Whether an error was found in the text of a location.</summary>
    public bool IsIn(SourceLocation location) => positions.IsIn(location);

    /// <summary>Whether a party's kind or owner could not be read, so that nobody can tell for whom it acts.</summary>
    public bool IsUnclear(PartySymbol party) => party.IsUncertain || (party.Owners.IsEmpty && positions.IsDeclaredInError(party));

    /// <summary>Whether a sentence in error may have been meant to give the atom to the party, or to say what either of them is. Without an atom: to give it anything.</summary>
    public bool MayExplain(PartySymbol party, PartySymbol seat, Atom? atom)
    {
        if (!positions.HasAny)
        {
            return false;
        }

        if (sentences.Count > MaximumSentences || holdersOfUnknown.Contains(seat) || IsUnclear(party) || IsUnclear(Seats.Person(party)))
        {
            return true;
        }

        if (atom is not Atom known)
        {
            return sentences.Exists(sentence => IsMentioned(sentence, party));
        }

        SubjectSymbol[] line = [.. SubjectLines.LineOf(known)];
        SubjectSymbol[] naming = [.. line, .. line.SelectMany(lines.BudgetsOf)];
        return Array.Exists(line, IsUnclear)
            || Array.Exists(line, givenToUnknown.Contains)
            || sentences.Exists(sentence => MayGive(sentence, party, naming));
    }

    /// <summary>Whether a sentence in error may have been meant to speak of the subject.</summary>
    public bool MayMention(SubjectSymbol subject)
    {
        if (!positions.HasAny)
        {
            return false;
        }

        return sentences.Count > MaximumSentences
            || IsUnclear(subject)
            || sentences.Exists(sentence => sentence.IsWide || sentence.IsSubjectUnknown || IsMentioned(sentence, subject));
    }

    /// <summary>Whether a subject's declaration is in error, or rests on one that is: a budget whose functions nobody could make out.</summary>
    public bool IsUnclear(SubjectSymbol subject)
    {
        if (!positions.HasAny)
        {
            return false;
        }

        if (!unclearSubjects.TryGetValue(subject, out bool isUnclear))
        {
            isUnclear = positions.IsDeclaredInError(subject) || unclearNames.Exists(name => IsDeclaredBy(subject, name));
            unclearSubjects.Add(subject, isUnclear);
        }

        return isUnclear;
    }

    private static bool IsDeclaredBy(SubjectSymbol subject, string name) =>
        name.Length > 0
        && subject.Declaration != default
        && subject.Declaration.Source.ToString(subject.Declaration.Span).Contains(name, StringComparison.OrdinalIgnoreCase);

    private bool MayGive(FaultySentence sentence, PartySymbol party, SubjectSymbol[] line)
    {
        bool isSubject = sentence.IsWide || Array.Exists(line, subject => IsMentioned(sentence, subject));
        return IsMentioned(sentence, party)
            ? isSubject || sentence.IsSubjectUnknown
            : isSubject && sentence.IsHolderUnknown;
    }

    private bool IsMentioned(FaultySentence sentence, Symbol symbol)
    {
        if (!sentence.Mentions(symbol))
        {
            return false;
        }

        if (!longerNames.TryGetValue(symbol, out string[]? longer))
        {
            longer =
            [
                .. model.Symbols
                    .Where(other => other.Kind.Family == symbol.Kind.Family)
                    .Select(other => other.Name)
                    .Where(name => name.Length > symbol.Name.Length && name.Contains(symbol.Name, StringComparison.OrdinalIgnoreCase))
                    .OrderByDescending(name => name.Length),
            ];
            longerNames.Add(symbol, longer);
        }

        return sentence.Mentions(symbol, longer);
    }

    private void Note(DelegationStatement statement, Seats seats)
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
