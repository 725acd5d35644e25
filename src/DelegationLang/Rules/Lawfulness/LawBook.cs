using System.Collections.Immutable;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>
/// What the powers say that a scheme and its libraries declare. All that the rules of law know of the law is in them: no rule knows a body, a
/// function or a statute by name.
/// </summary>
internal sealed class LawBook
{
    private readonly List<PowerSymbol> powers = [];
    private readonly List<PowerSymbol> ofLiability = [];
    private readonly List<PowerSymbol> divesting = [];
    private readonly HashSet<SourceText> sources = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PartySymbol, BodyLaw> laws = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SubjectSymbol, SubjectProfile> profiles = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, SubjectSymbol> namedSubjects = new(StringComparer.Ordinal);
    private readonly Dictionary<KindSymbol, bool> knownKinds = new(ReferenceEqualityComparer.Instance);

    public LawBook(SchemeModel model)
    {
        Model = model;
        foreach (PowerSymbol power in model.PowersInLaw())
        {
            sources.Add(power.Location.Source);
            if (power.IsOfLiability)
            {
                ofLiability.Add(power);
            }

            if (power.IsOnward || power.IsOfLiability)
            {
                continue;
            }

            (power.IsDivesting ? divesting : powers).Add(power);
            NoteSubjects(power.Covers);
            NoteSubjects(power.Excludes);
        }

        RemoveSchemes();
    }

    /// <summary>The scheme.</summary>
    public SchemeModel Model { get; }

    /// <summary>Whether there is no law to judge by: no library is used.</summary>
    public bool IsEmpty => powers.Count == 0;

    /// <summary>All powers, in the order of declaration.</summary>
    public IReadOnlyList<PowerSymbol> Powers => powers;

    /// <summary>What to cite for a subject that a power covers: the reference of the library's own subject that it is or lies within, otherwise the power.</summary>
    public string SourceFor(SubjectSymbol subject, PowerSymbol power)
    {
        for (SubjectSymbol? current = subject; current is not null; current = current.Parent)
        {
            SubjectSymbol? named = IsLaw(current.Declaration.Source) ? current : NamedBy(current);
            if (named is { References: [var first, ..] })
            {
                return first;
            }
        }

        return power.DisplayName;
    }

    /// <summary>Whether liability goes with what a body gives by these terms: they rest on an agreement, or a power, of which the law says so.</summary>
    public bool PassesLiability(PartySymbol body, Terms terms)
    {
        KindSymbol? relied = terms.Under?.Symbol is AgreementSymbol agreement ? agreement.Kind : (terms.Under?.Symbol as PowerSymbol)?.Agreement;
        return relied is not null && ofLiability.Exists(power => power.Agreement is KindSymbol kind && relied.Is(kind) && power.Delegators.Any(named => named.Names(body)));
    }

    /// <summary>Whether by some power whoever gives the subject keeps nothing of it.</summary>
    public bool MayDivest(Atom atom) => divesting.Exists(power => IsNamedBy(power, atom));

    /// <summary>The power by which a body keeps nothing of a subject that it gives to a party; none where it keeps it.</summary>
    public PowerSymbol? DivestingOf(PartySymbol body, Atom atom, PartySymbol to) => divesting.Find(power => IsNamedBy(power, atom)
        && power.Grants.Any(grant => grant.Delegators.Any(named => named.Names(body)) && (grant.Delegates.IsEmpty || grant.Delegates.Any(named => named.Names(to)))));

    /// <summary>Whether the text is a library, or a file that stands for one: it declares powers and decides nothing.</summary>
    public bool IsLaw(SourceText source) => sources.Contains(source);

    /// <summary>What the law says of a body: an organisation, or a group that powers name.</summary>
    public BodyLaw LawOf(PartySymbol body)
    {
        if (!laws.TryGetValue(body, out BodyLaw? law))
        {
            laws.Add(body, law = new BodyLaw(this, body));
        }

        return law;
    }

    /// <summary>Whether a power's party, a kind or somebody by name, is the one asked about.</summary>
    public static bool Names(PowerParty named, PartySymbol party) => named.Names(party);

    /// <summary>
    /// Whether the law knows the kind: it, or what it is a kind of, is more than the plain root of a family, and is no invention of the scheme.
    /// Of a thing of any other kind nobody can tell by its kind what the law says of it.
    /// </summary>
    public bool Knows(KindSymbol kind)
    {
        if (!knownKinds.TryGetValue(kind, out bool isKnown))
        {
            KindSymbol? nearest = kind;
            while (nearest is { Location: { } location } && !IsLaw(location.Source))
            {
                nearest = nearest.Parent;
            }

            knownKinds.Add(kind, isKnown = nearest?.Parent is not null);
        }

        return isKnown;
    }

    /// <summary>What the law knows a subject by.</summary>
    public SubjectProfile ProfileOf(SubjectSymbol subject)
    {
        if (profiles.TryGetValue(subject, out SubjectProfile? profile))
        {
            return profile;
        }

        // Down from the top of the line, so that a line of ten thousand subjects does not exhaust the stack.
        var line = new Stack<SubjectSymbol>();
        SubjectProfile? above = null;
        for (SubjectSymbol? current = subject; current is not null && above is null; current = current.Parent)
        {
            if (!profiles.TryGetValue(current, out above))
            {
                line.Push(current);
            }
        }

        profile = above ?? SubjectProfile.Plain;
        while (line.TryPop(out SubjectSymbol? current))
        {
            SubjectSymbol? named = NamedBy(current);
            profile = profile.Below(named, Knows(current.Kind) ? current.Kind : named is not null && Knows(named.Kind) ? named.Kind : null);
            profiles[current] = profile;
        }

        return profile;
    }

    /// <summary>Whether a power can be used for an atom: for what is decided, and for the function that it is about.</summary>
    public Reach ReachOf(PowerSymbol power, Atom atom)
    {
        Reach reach = ProfileOf(atom.Node).ReachOf(power, atom.Node);
        if (atom.For is not SubjectSymbol function || reach is Reach.Excluded or Reach.KindExcluded)
        {
            return reach;
        }

        Reach ofFunction = ProfileOf(function).ReachOf(power, function);
        bool isNamed = ProfileOf(atom.Node).IsNamedBy(power) || ProfileOf(function).IsNamedBy(power);
        return ofFunction is Reach.Excluded or Reach.KindExcluded || !isNamed
            ? (Reach)Math.Max((int)reach, (int)ofFunction)
            : Reach.Covered;
    }

    /// <summary>The kind that the law knows the function of an atom, or else the atom itself, to be of; none where nobody can tell.</summary>
    public KindSymbol? KindOf(Atom atom) => (atom.For is SubjectSymbol function ? ProfileOf(function).Kind : null) ?? ProfileOf(atom.Node).Kind;

    /// <summary>Whether a power covers an atom expressly.</summary>
    public bool IsNamedBy(PowerSymbol power, Atom atom) =>
        ProfileOf(atom.Node).IsNamedBy(power) || (atom.For is SubjectSymbol function && ProfileOf(function).IsNamedBy(power));

    /// <summary>The subject among these that the atom is about; none when there is none.</summary>
    public SubjectSymbol? NamedAmong(Atom atom, ImmutableArray<SubjectSymbol> subjects) =>
        ProfileOf(atom.Node).NamedAmong(subjects) ?? (atom.For is SubjectSymbol function ? ProfileOf(function).NamedAmong(subjects) : null);

    private void RemoveSchemes()
    {
        if (Model.Info.Location is { } scheme)
        {
            sources.Remove(scheme.Source);
        }

        foreach (DelegationStatement statement in Model.Delegations)
        {
            sources.Remove(statement.Location.Source);
        }

        foreach (ReservationStatement statement in Model.Reservations)
        {
            sources.Remove(statement.Location.Source);
        }
    }

    private void NoteSubjects(IEnumerable<SubjectSymbol> subjects)
    {
        foreach (SubjectSymbol subject in subjects)
        {
            namedSubjects.TryAdd(NameKey.Of(subject.Name), subject);
            foreach (string alias in subject.Aliases)
            {
                namedSubjects.TryAdd(NameKey.Of(alias), subject);
            }
        }
    }

    // A scheme that declares a subject under the very name that the law uses means that subject.
    private SubjectSymbol? NamedBy(SubjectSymbol subject) =>
        namedSubjects.Count > 0 && namedSubjects.TryGetValue(NameKey.Of(subject.Name), out SubjectSymbol? named) && named.Kind.Family == subject.Kind.Family
            ? named
            : null;
}
