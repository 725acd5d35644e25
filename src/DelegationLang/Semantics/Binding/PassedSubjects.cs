using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>
/// What an organisation has by law, and its groups and posts, where another takes over from it: from the day on they are the other's. A subject becomes two that follow one
/// another, unless the other has one of that name; a group or a post is of both.
/// </summary>
internal sealed class PassedSubjects(SymbolTable symbols, ImmutableArray<SuccessionStatement> successions)
{
    private readonly Dictionary<SuccessionStatement, List<(SubjectSymbol From, SubjectSymbol To)>> passed = new(ReferenceEqualityComparer.Instance);

    /// <summary>What stands in the place of what by a succession.</summary>
    public IReadOnlyList<(SubjectSymbol From, SubjectSymbol To)> By(SuccessionStatement succession) => passed.GetValueOrDefault(succession) ?? [];

    /// <summary>Passes everything.</summary>
    /// <returns>The subjects that are there from the day on.</returns>
    public ImmutableArray<SubjectSymbol> Pass(IReadOnlyList<Declared> declarations)
    {
        if (successions.IsEmpty)
        {
            return [];
        }

        ImmutableArray<SubjectSymbol>.Builder later = ImmutableArray.CreateBuilder<SubjectSymbol>();
        List<SubjectSymbol> subjects = [.. declarations.Where(declared => !declared.IsRepeated).Select(declared => declared.Symbol).OfType<SubjectSymbol>().Where(subject => !subject.IsFromLibrary && !subject.IsDuplicate)];
        foreach (SuccessionStatement succession in successions)
        {
            List<(SubjectSymbol From, SubjectSymbol To)> pairs = passed[succession] = [];
            foreach (SubjectSymbol subject in subjects.ToList())
            {
                if (subject.Owners.Any(succession.Predecessors.Contains) && IsAmong(subject, succession) && subject.Lifetime.Contains(succession.On) && subject.Lifetime.First < succession.On)
                {
                    SubjectSymbol next = OwnOf(succession, subject) ?? Later(succession, subject, later, subjects);
                    pairs.Add((subject, next));
                    next.IsReferenced |= subject.IsReferenced;
                    subject.Lifetime = subject.Lifetime with { Last = succession.On.AddDays(-1) };
                }
            }

            foreach ((SubjectSymbol from, SubjectSymbol to) in pairs)
            {
                to.Parent ??= Next(pairs, from.Parent);
                to.Covers = to.Covers.IsEmpty ? [.. from.Covers.Select(covered => Next(pairs, covered) ?? covered)] : to.Covers;
            }

            if (succession.Terms.For.IsEmpty)
            {
                PassParties(declarations, succession);
            }
        }

        return later.DrainToImmutable();
    }

    private static void PassParties(IReadOnlyList<Declared> declarations, SuccessionStatement succession)
    {
        foreach (PartySymbol party in declarations.Select(declared => declared.Symbol).OfType<PartySymbol>())
        {
            bool isTheirs = party != succession.Successor && party.Owners.Any(owner => owner is PartySymbol one && succession.Predecessors.Contains(one));
            if (isTheirs && party.Lifetime.Last >= succession.On && !party.Owners.Contains(succession.Successor))
            {
                party.Owners = party.Owners.Add(succession.Successor);
                party.LaterOwners = party.LaterOwners.Add(succession.Successor);
            }
        }
    }

    private static bool IsAmong(SubjectSymbol subject, SuccessionStatement succession) =>
        succession.Terms.For.IsEmpty || succession.Terms.For.Any(one => subject.IsWithin(one.Symbol));

    // What the successor has already by that name.
    private SubjectSymbol? OwnOf(SuccessionStatement succession, SubjectSymbol subject) => symbols.FindWhole(NameKey.Of(subject.Name), fromLibrary: false)
        .OfType<SubjectSymbol>()
        .FirstOrDefault(other => other != subject && other.Kind.Family == subject.Kind.Family && other.Owners.Contains(succession.Successor) && other.Lifetime.Contains(succession.On));

    private SubjectSymbol Later(SuccessionStatement succession, SubjectSymbol subject, ImmutableArray<SubjectSymbol>.Builder later, List<SubjectSymbol> subjects)
    {
        var next = new SubjectSymbol(subject.Name, subject.Kind, subject.Location)
        {
            DisplayName = subject.DisplayName,
            Aliases = subject.Aliases,
            SearchedAs = subject.SearchedAs,
            Owners = [succession.Successor],
            Lifetime = subject.Lifetime with { First = succession.On },
            Notes = subject.Notes,
            References = subject.References,
            RecordedIn = subject.RecordedIn,
            Declaration = subject.Declaration,
            At = subject.At,
            Worth = subject.Worth,
            For = subject.For,
            Under = subject.Under,
            Agreement = subject.Agreement,
            IsReferenced = true,
            PassedBy = succession,
        };
        symbols.Add(next.Name, next);
        foreach (string alias in next.Aliases)
        {
            symbols.Add(alias, next);
        }

        later.Add(next);
        subjects.Add(next);
        return next;
    }

    private static SubjectSymbol? Next(List<(SubjectSymbol From, SubjectSymbol To)> pairs, SubjectSymbol? subject) =>
        subject is null ? null : pairs.Find(pair => pair.From == subject).To ?? subject;
}
