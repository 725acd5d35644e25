using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>From lists of parties to the groups of people who act together: <c>A or B</c>, <c>two of A, B, C</c>, <c>A jointly with B</c>.</summary>
internal sealed partial class PartyLists(NameResolver resolver, Reporter reporter)
{
    private readonly MixedLists readings = new(resolver, reporter);

    /// <summary>The classes that may stand in such lists.</summary>
    public PartyClasses Classes { get; } = new(resolver, reporter);

    /// <summary>The most groups that one sentence may come to. Three of twenty people are 1,140 groups: no reader, and no screen, could follow.</summary>
    public const int MostGroups = 1000;

    /// <summary>The parties after <c>to</c>: each item is an alternative. Two of them joined by <c>and</c> are reported, because readers would take them to act together.</summary>
    /// <param name="scope">The sentence.</param>
    /// <param name="list">The parties.</param>
    /// <param name="wanted">What may stand here.</param>
    /// <param name="isJoined">Whether others must act with each of them, so that how they are grouped matters.</param>
    public ImmutableArray<Holder> BindHolders(Scope scope, PartyListSyntax list, Expectation wanted, bool isJoined = false)
    {
        if (list.HasTwoReadings && (isJoined || list.Items[0].Count > 1))
        {
            readings.Report(scope, list, isJoined ? MixedPlace.JoinedHolders : MixedPlace.Holders);
        }

        if (list.Kind == PartyListKind.Together)
        {
            ImmutableArray<ActingGroup> together = BindTogether(scope, list, wanted);
            return [.. together.Select(group => new Holder(group, scope.At(list)))];
        }

        if (list.Items is [{ Count: 1, Among.IsEmpty: true } single])
        {
            return BindHolder(scope, single, wanted, isAny: list.Kind == PartyListKind.Any);
        }

        ImmutableArray<Holder>.Builder holders = ImmutableArray.CreateBuilder<Holder>(list.Items.Length);
        foreach (PartySyntax item in list.Items)
        {
            holders.AddRange(BindHolder(scope, item, wanted));
        }

        return holders.DrainToImmutable();
    }

    /// <summary>The people after <c>jointly with</c>, <c>after consulting</c> and their like: with commas all of them together, with <c>or</c> any.</summary>
    public ImmutableArray<ActingGroup> BindTogether(Scope scope, PartyListSyntax list, Expectation wanted)
    {
        if (list.HasTwoReadings)
        {
            readings.Report(scope, list, MixedPlace.Clause);
        }

        // People without alternatives are gathered first: most lists hold nobody else, and a long one must not be copied for each.
        ImmutableArray<PartySymbol>.Builder everybody = ImmutableArray.CreateBuilder<PartySymbol>();
        ImmutableArray<ActingGroup> together = [];
        ImmutableArray<ActingGroup>.Builder any = ImmutableArray.CreateBuilder<ActingGroup>();
        foreach (PartySyntax item in list.Items)
        {
            if (list.Kind == PartyListKind.Any && item.Among.IsEmpty && resolver.SplitAtAnd(scope, scope.Part(item.Name)).Length > 1)
            {
                readings.Report(scope, list, MixedPlace.Clause);
            }

            foreach (ImmutableArray<ActingGroup> alternatives in BindItem(scope, item, wanted, isAny: list.Kind == PartyListKind.Any && list.Items.Length == 1))
            {
                if (list.Kind == PartyListKind.Any)
                {
                    any.AddRange(alternatives);
                }
                else if (alternatives.Length == 1)
                {
                    everybody.AddRange(alternatives[0].Parties);
                }
                else
                {
                    together = together.IsEmpty ? alternatives : Combine(scope, scope.At(list), together, alternatives);
                }
            }
        }

        if (list.Kind == PartyListKind.Any)
        {
            return any.DrainToImmutable();
        }

        return everybody.Count == 0 ? together : Combine(scope, scope.At(list), [new ActingGroup(everybody.DrainToImmutable())], together);
    }

    /// <summary>The members of a group: each party and how many people of it.</summary>
    public ImmutableArray<Member> BindMembers(Scope scope, PartyListSyntax list)
    {
        if (list.Kind == PartyListKind.Any)
        {
            readings.Report(scope, list, MixedPlace.Members);
        }

        ImmutableArray<Member>.Builder members = ImmutableArray.CreateBuilder<Member>(list.Items.Length);
        foreach (PartySyntax item in list.Items)
        {
            if (item.Count == 1 && Classes.Find(scope, scope.Part(item.Name)) is { Manner: ClassManner.Each } use)
            {
                members.AddRange(use.Class.Members.Select(member => new Member(member, 1)));
                continue;
            }

            if (item.Count == 1 && item.Among.IsEmpty && LastCounted(scope.Part(item.Name)) is var (before, count, of) && !resolver.IsDeclared(scope, scope.Part(item.Name)))
            {
                members.AddRange(resolver.SplitAtAnd(scope, before).Select(part => resolver.Resolve<PartySymbol>(scope, part, Expectation.Member)).OfType<PartySymbol>().Select(party => new Member(party, 1)));
                members.AddRange(resolver.Resolve<PartySymbol>(scope, of, Expectation.Member) is { } several ? [new Member(several, count)] : Array.Empty<Member>());
                continue;
            }

            foreach (Reference<PartySymbol> party in resolver.ResolveList<PartySymbol>(scope, [item.Name, .. item.Among], Expectation.Member))
            {
                members.Add(new Member(party.Symbol, item.Among.IsEmpty ? item.Count : 1));
            }
        }

        return members.DrainToImmutable();
    }

    // `A, B and six of C`: what was read as the last name holds the one before the number too.
    private static (NamePart Before, int Count, NamePart Of)? LastCounted(NamePart name)
    {
        int and = name.Text.LastIndexOf(" and ", StringComparison.Ordinal);
        int word = and + " and ".Length;
        int of = and < 0 ? -1 : name.Text.IndexOf(" of ", word, StringComparison.Ordinal);
        int count = of < 0 ? 0 : NumberWords.ValueOf(name.Text.AsSpan(word, of - word));
        return count > 0 ? (name.Slice(0, and), count, name.Slice(of + " of ".Length, name.Text.Length)) : null;
    }

    /// <summary>Each of the one with each of the other.</summary>
    public ImmutableArray<ActingGroup> Combine(Scope scope, SourceLocation location, ImmutableArray<ActingGroup> first, ImmutableArray<ActingGroup> second)
    {
        if (second.IsEmpty)
        {
            return first;
        }

        if ((long)first.Length * second.Length > MostGroups)
        {
            ReportTooMany(scope, location);
            return first;
        }

        return [.. first.SelectMany(_ => second, (left, right) => new ActingGroup([.. left.Parties, .. right.Parties]))];
    }

    /// <summary>Each holder with each of those who must act with it.</summary>
    public ImmutableArray<Holder> Join(Scope scope, ImmutableArray<Holder> holders, ImmutableArray<ActingGroup> others)
    {
        if (others.IsEmpty || holders.IsEmpty)
        {
            return holders;
        }

        if ((long)holders.Length * others.Length > MostGroups)
        {
            ReportTooMany(scope, holders[0].Location);
            return holders;
        }

        return [.. holders.SelectMany(_ => others, (holder, other) => holder with { Group = new ActingGroup([.. holder.Group.Parties, .. other.Parties]) })];
    }

    private ImmutableArray<Holder> BindHolder(Scope scope, PartySyntax item, Expectation wanted, bool isAny = false)
    {
        SourceLocation location = scope.At(item);
        if (Classes.Find(scope, scope.Part(item.Name)) is { } use && item.Among.IsEmpty && (item.Count == 1 || use.Manner == ClassManner.Bare))
        {
            return BindClass(scope, item, use, isAny);
        }

        if (item.Count == 1 && item.Among.IsEmpty)
        {
            ImmutableArray<NamePart> parts = resolver.SplitAtAnd(scope, scope.Part(item.Name));
            if (parts.Length == 1)
            {
                if (resolver.Resolve<PartySymbol>(scope, parts[0], wanted) is not { } party)
                {
                    return [];
                }

                scope.Rely(party, location);
                return [new Holder(new ActingGroup([party]), location)];
            }

            parts = [PartyPhrases.WithoutManner(parts[0], part => resolver.IsDeclared(scope, part)), .. parts[1..]];
            ReportAnd(scope, item.Name, parts);
            return [.. Resolve(scope, parts, wanted).Select(party => new Holder(new ActingGroup([party]), location))];
        }

        return [.. BindItem(scope, item, wanted).SelectMany(alternatives => alternatives).Select(group => new Holder(group, location))];
    }

    // Each of the class by itself; or so many of them together.
    private ImmutableArray<Holder> BindClass(Scope scope, PartySyntax item, ClassUse use, bool isAny)
    {
        SourceLocation location = scope.At(item);
        if (item.Count == 1 && use.Manner == ClassManner.Bare && !isAny)
        {
            Classes.ReportBare(scope, scope.Part(item.Name), use.Class, isHolder: true);
        }

        scope.HasErrors |= use.Members.IsEmpty;
        IEnumerable<ActingGroup> groups = item.Count == 1 ? use.Members : BindItem(scope, item, Expectation.Holder).SelectMany(alternatives => alternatives);
        return [.. groups.Select(group => new Holder(group, location) { Class = use.Class })];
    }

    // One item comes to several things that must all be so only where it is split at "and"; each of them is a set of alternatives.
    private IEnumerable<ImmutableArray<ActingGroup>> BindItem(Scope scope, PartySyntax item, Expectation wanted, bool isAny = false)
    {
        if (item.Count == 1 && item.Among.IsEmpty && Classes.Find(scope, scope.Part(item.Name)) is { } use)
        {
            if (use.Manner == ClassManner.Bare && !isAny)
            {
                Classes.ReportBare(scope, scope.Part(item.Name), use.Class, isHolder: false);
            }

            scope.HasErrors |= use.Members.IsEmpty;
            return use.Manner != ClassManner.Each ? [use.Members] : use.Members.Select(member => ImmutableArray.Create(member));
        }

        ImmutableArray<NamePart> parts = resolver.SplitAtAnd(scope, scope.Part(item.Name));
        if (item.Count == 1 && item.Among.IsEmpty)
        {
            return Resolve(scope, parts, wanted).Select(party => ImmutableArray.Create(new ActingGroup([party])));
        }

        if (parts.Length == 1 && item.Among.IsEmpty && Classes.Find(scope, parts[0]) is null)
        {
            // Two of a post that several people hold.
            return Resolve(scope, parts, Expectation.CountedPost)
                .Select(party => ImmutableArray.Create(new ActingGroup([.. Enumerable.Repeat(party, Math.Min(item.Count, 60))])));
        }

        List<PartySymbol> among = Resolve(scope, [.. parts, .. item.Among.SelectMany(name => resolver.SplitAtAnd(scope, scope.Part(name)))], wanted);
        if (scope.HasErrors && among.Count < item.Count)
        {
            return [];
        }

        if (among.Count < item.Count)
        {
            reporter.Report(scope, new Diagnostic(
                SemanticDiagnostics.WrongKind, scope.At(item), $"{item.Count} people are wanted, but only {among.Count} are named")
            {
                Help = "name more, or want fewer",
            });
            return [];
        }

        return [Choose(scope, scope.At(item), among, item.Count)];
    }

    private List<PartySymbol> Resolve(Scope scope, IEnumerable<NamePart> parts, Expectation wanted)
    {
        var parties = new List<PartySymbol>();
        foreach (NamePart part in parts)
        {
            if (Classes.Find(scope, part) is { } use)
            {
                parties.AddRange(use.Class.Members.Where(member => !parties.Contains(member)));
                continue;
            }

            if (resolver.Resolve<PartySymbol>(scope, part, wanted) is { } party)
            {
                scope.Rely(party, part.Location);
                parties.Add(party);
            }
        }

        return parties;
    }
}
