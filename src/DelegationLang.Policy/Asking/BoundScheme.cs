using System.Collections.Immutable;
using DelegationLang.Policy.Asking;
using DelegationLang.Policy.Loading;
using DelegationLang.Policy.Permission;

namespace DelegationLang.Policy;

/// <summary>Something that one version of a scheme has and another has not.</summary>
/// <param name="Kind">What it is: <c>party</c>, <c>function</c>, <c>matter</c>, <c>budget</c>, <c>place</c>, <c>condition</c>, <c>measure</c>.</param>
/// <param name="Name">Its name as answers give it.</param>
public sealed record NamedPart(string Kind, string Name);

/// <summary>
/// A loaded scheme that is asked by the names of emitted code. A name whose thing has another one in the loaded scheme, and keeps the old as an alias, still stands for
/// it; to ask by one that the loaded scheme has no longer is an <see cref="ArgumentException"/>. Immutable; may be asked from many threads at once.
/// </summary>
/// <typeparam name="TScheme">The emitted scheme.</typeparam>
public sealed class BoundScheme<TScheme>
    where TScheme : struct, IPolicyScheme
{
    private readonly int[] parties;
    private readonly int[] subjects;
    private readonly int[] places;
    private readonly int[] conditions;
    private readonly int[] measures;

    internal BoundScheme(LoadedScheme loaded)
    {
        Loaded = loaded;
        SpaceDefinition typed = TScheme.Space.Definition;
        SpaceDefinition space = loaded.Space.Definition;
        LoadedNames lookup = loaded.Lookup;
        var vanished = new List<NamedPart>();
        var added = new List<NamedPart>();
        parties = Match(lookup.Parties, [.. typed.Parties.Select(party => new NamedPart("party", party.Name))], [.. space.Parties.Select(party => new NamedPart("party", party.Name))], vanished, added);
        subjects = Match(lookup.Subjects, [.. typed.Subjects.Select(Part)], [.. space.Subjects.Select(Part)], vanished, added);
        places = Match(lookup.Places, [.. typed.Places.Select(place => new NamedPart("place", place.Name))], [.. space.Places.Select(place => new NamedPart("place", place.Name))], vanished, added);
        conditions = Match(lookup.Conditions, [.. typed.Conditions.Select(one => new NamedPart("condition", one.Name))], [.. space.Conditions.Select(one => new NamedPart("condition", one.Name))], vanished, added);
        measures = Match(lookup.Measures, [.. typed.Measures.Select(one => new NamedPart("measure", one.Name))], [.. space.Measures.Select(one => new NamedPart("measure", one.Name))], vanished, added);
        Vanished = [.. vanished];
        Added = [.. added];
    }

    /// <summary>The scheme that answers.</summary>
    public LoadedScheme Loaded { get; }

    /// <summary>What the emitted code has a name for and the loaded scheme has no longer.</summary>
    public ImmutableArray<NamedPart> Vanished { get; }

    /// <summary>What the loaded scheme has and the emitted code has no name for.</summary>
    public ImmutableArray<NamedPart> Added { get; }

    /// <summary>Asks who decides something about a function.</summary>
    public BoundWhoQuestion<TScheme> WhoDecides(Function<TScheme> function) => Who(Point(function.Index, -1));

    /// <summary>Asks who decides a matter.</summary>
    public BoundWhoQuestion<TScheme> WhoDecides(Matter<TScheme> matter) => Who(Point(-1, matter.Index));

    /// <summary>Asks who decides a matter in relation to a function.</summary>
    public BoundWhoQuestion<TScheme> WhoDecides(Matter<TScheme> matter, Function<TScheme> function) => Who(Point(function.Index, matter.Index));

    /// <summary>Asks who decides something about a budget.</summary>
    public BoundWhoQuestion<TScheme> WhoDecides(Budget<TScheme> budget) => Who(OfBudget(budget));

    /// <summary>Asks whether a party may decide something about a function alone.</summary>
    public BoundMayQuestion<TScheme> May(Party<TScheme> party, Function<TScheme> function) => Ask(party, Point(function.Index, -1));

    /// <summary>Asks whether a party may decide a matter alone.</summary>
    public BoundMayQuestion<TScheme> May(Party<TScheme> party, Matter<TScheme> matter) => Ask(party, Point(-1, matter.Index));

    /// <summary>Asks whether a party may decide a matter in relation to a function alone.</summary>
    public BoundMayQuestion<TScheme> May(Party<TScheme> party, Matter<TScheme> matter, Function<TScheme> function) => Ask(party, Point(function.Index, matter.Index));

    /// <summary>Asks whether a party may decide something about a budget alone.</summary>
    public BoundMayQuestion<TScheme> May(Party<TScheme> party, Budget<TScheme> budget) => Ask(party, OfBudget(budget));

    /// <summary>What a party may decide on a day, in <see cref="Answer.Authorities"/>.</summary>
    public Answer WhatMay(Party<TScheme> party, DateOnly day) => Loaded.Space.WhatMayOf(IndexOf(party), day);

    internal int IndexOf(Party<TScheme> party) => Known(parties, party.Index, "party", party.Name);

    internal int IndexOf(Place<TScheme> place) => Known(places, place.Index, "place", place.Name);

    internal int IndexOf(Condition<TScheme> condition) => Known(conditions, condition.Index, "condition", condition.Name);

    internal int IndexOf(Measure<TScheme> measure) => Known(measures, measure.Index, "measure", measure.Name);

    private static NamedPart Part(SubjectDefinition subject) => new(subject.Kind switch { SubjectKind.Matter => "matter", SubjectKind.Budget => "budget", _ => "function" }, subject.Name);

    private static int[] Match(NameIndex table, NamedPart[] typed, NamedPart[] loaded, List<NamedPart> vanished, List<NamedPart> added)
    {
        int[] matched = new int[typed.Length];
        bool[] isNamed = new bool[loaded.Length];
        for (int i = 0; i < typed.Length; i++)
        {
            bool isFound = table.TryFind(typed[i].Name, out int index) && loaded[index].Kind == typed[i].Kind;
            matched[i] = isFound ? index : -1;
            if (isFound)
            {
                isNamed[index] = true;
            }
            else if (typed[i].Name.Length > 0)
            {
                vanished.Add(typed[i]);
            }
        }

        added.AddRange(loaded.Where((part, i) => !isNamed[i] && part.Name.Length > 0));
        return matched;
    }

    private BoundWhoQuestion<TScheme> Who(in DecisionPoint point) => new(this, new NamedWhoQuestion(Loaded, point));

    private BoundMayQuestion<TScheme> Ask(Party<TScheme> party, in DecisionPoint point) => new(this, new NamedMayQuestion(Loaded, IndexOf(party), point));

    private DecisionPoint Point(int function, int matter) => new(function < 0 ? -1 : Subject(function), matter < 0 ? -1 : Subject(matter));

    private DecisionPoint OfBudget(Budget<TScheme> budget) => DecisionPoint.OfBudget(Loaded.Space.Definition, Subject(budget.Index));

    private int Subject(int typed) => Known(subjects, typed, Part(TScheme.Space.Definition.Subjects[typed]).Kind, TScheme.Space.Definition.Subjects[typed].Name);

    private int Known(int[] matched, int typed, string kind, string name) => matched[typed] is >= 0 and var index
        ? index
        : throw new ArgumentException($"The program was compiled with the {kind} “{name}”, which {(Loaded.Title.Length > 0 ? Loaded.Title : "the scheme that was loaded")} no longer has.");
}
