using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Coverage;

/// <summary>
/// The functions and matters of which the law speaks for a body: those that the powers which bind it cover or leave out, by name or by kind, and those
/// that the law gives to a kind of group to which these powers let it delegate. What the law says is another body's own is not among them, and neither is
/// what the law keeps to the body whatever a scheme says: that it is not mentioned leaves nothing open.
/// </summary>
internal sealed class LawList
{
    private readonly LawBook book;
    private readonly PartySymbol body;
    private readonly List<PowerSymbol> powers = [];
    private readonly Dictionary<SubjectSymbol, List<SpeakingPower>> speaking = new(ReferenceEqualityComparer.Instance);

    public LawList(LawBook book, PartySymbol body)
    {
        this.book = book;
        this.body = body;
        if (book.IsEmpty)
        {
            return;
        }

        FindPowers();
        foreach (Symbol symbol in book.Model.Symbols)
        {
            if (symbol is SubjectSymbol { IsBudget: false } subject && book.IsLaw(subject.Location.Source) && IsForBody(subject))
            {
                Find(subject);
            }
        }
    }

    /// <summary>Whether there is anything in the list.</summary>
    public bool IsEmpty => speaking.Count == 0;

    /// <summary>What of the list the scheme never mentions: it neither uses the name, nor declares anything by that name or within it.</summary>
    public IEnumerable<UnmentionedSubject> NeverMentioned()
    {
        var mentioned = new HashSet<SubjectSymbol>(ReferenceEqualityComparer.Instance);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (NameUse use in book.Model.Uses)
        {
            if (use.Symbol is SubjectSymbol subject && speaking.Count > 0 && !book.IsLaw(use.Location.Source))
            {
                AddWithParents(mentioned, subject);
            }
        }

        foreach (Symbol symbol in book.Model.Symbols)
        {
            if (symbol is SubjectSymbol subject && !book.IsLaw(subject.Location.Source))
            {
                AddWithParents(mentioned, subject);
                AddNames(names, subject);
            }
        }

        foreach (Symbol symbol in book.Model.Symbols)
        {
            if (symbol is SubjectSymbol subject
                && speaking.TryGetValue(subject, out List<SpeakingPower>? found)
                && !mentioned.Contains(subject)
                && !IsNamed(names, subject))
            {
                yield return new UnmentionedSubject(subject, [.. found]);
            }
        }
    }

    // Whoever speaks of a part speaks of the whole.
    private static void AddWithParents(HashSet<SubjectSymbol> subjects, SubjectSymbol subject)
    {
        for (SubjectSymbol? whole = subject; whole is not null && subjects.Add(whole);)
        {
            whole = whole.Parent;
        }
    }

    private static void AddNames(HashSet<string> names, SubjectSymbol subject)
    {
        names.Add(NameKey.Of(subject.Name));
        foreach (string alias in subject.Aliases)
        {
            names.Add(NameKey.Of(alias));
        }
    }

    private static bool IsNamed(HashSet<string> names, SubjectSymbol subject)
    {
        bool isNamed = names.Contains(NameKey.Of(subject.Name));
        foreach (string alias in subject.Aliases)
        {
            isNamed |= names.Contains(NameKey.Of(alias));
        }

        return isNamed;
    }

    private void FindPowers()
    {
        List<PowerSymbol> binding = book.LawOf(body).Binding;
        powers.AddRange(binding);
        var groups = new List<KindSymbol>();
        foreach (PowerSymbol power in binding)
        {
            foreach (PowerParty named in power.Delegates)
            {
                // Of a plain committee nobody can say what the law gives it.
                if (named.Kind is { Family: SymbolFamily.Group, Location: not null } kind && !groups.Contains(kind))
                {
                    groups.Add(kind);
                }
            }
        }

        foreach (PowerSymbol power in book.Powers)
        {
            if (!powers.Contains(power) && power.Delegators.Any(named => named.Kind is KindSymbol kind && groups.Contains(kind)))
            {
                powers.Add(power);
            }
        }
    }

    private bool IsForBody(SubjectSymbol subject)
    {
        if (!subject.For.IsEmpty && !subject.For.Any(named => named.Names(body)))
        {
            return false;
        }

        foreach (Symbol owner in subject.Owners)
        {
            if (ReferenceEquals(owner, body))
            {
                return true;
            }
        }

        return subject.Owners.IsEmpty;
    }

    private void Find(SubjectSymbol subject)
    {
        var found = new List<SpeakingPower>();
        foreach (PowerSymbol power in powers)
        {
            bool covers = power.Covers.Contains(subject) || IsOf(subject.Kind, power.CoveredKinds);
            if (covers || power.Excludes.Contains(subject) || IsOf(subject.Kind, power.ExcludedKinds))
            {
                found.Add(new SpeakingPower(power, covers));
            }
        }

        bool isKept = found.Exists(speaker => speaker.Covers) && found.TrueForAll(speaker => !speaker.Covers || speaker.Power.Delegates.IsEmpty);
        if (found.Count > 0 && !isKept)
        {
            speaking.Add(subject, found);
        }
    }

    // The root of a family says nothing of a subject in particular.
    private static bool IsOf(KindSymbol kind, IEnumerable<KindSymbol> kinds) => kinds.Any(named => named.Parent is not null && kind.Is(named));
}
