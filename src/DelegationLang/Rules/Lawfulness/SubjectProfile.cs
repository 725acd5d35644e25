using System.Collections.Immutable;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>Whether a power can be used for a subject.</summary>
internal enum Reach
{
    /// <summary>It can, as far as anybody can tell.</summary>
    Covered,

    /// <summary>It is a power for something else.</summary>
    NotCovered,

    /// <summary>It excludes the subject by name, or something that the subject lies within.</summary>
    Excluded,

    /// <summary>It excludes subjects of this kind.</summary>
    KindExcluded,
}

/// <summary>What the law knows a subject by: the subjects that powers name and that it is or lies within, and the kind that the law knows it to be of.</summary>
internal sealed class SubjectProfile
{
    private readonly SubjectSymbol[] named;

    private SubjectProfile(SubjectSymbol[] named, KindSymbol? kind)
    {
        this.named = named;
        Kind = kind;
    }

    /// <summary>A subject that no power speaks of.</summary>
    public static SubjectProfile Plain { get; } = new([], null);

    /// <summary>Its kind, or that of what it lies within, where the law knows it; none where nobody can tell.</summary>
    public KindSymbol? Kind { get; }

    /// <summary>The subjects that powers name and that it is or lies within, the widest first.</summary>
    public ReadOnlySpan<SubjectSymbol> Named => named;

    /// <summary>Whether no power speaks of it in particular.</summary>
    public bool IsPlain => named.Length == 0 && Kind is null;

    /// <summary>The profile of something that lies within.</summary>
    /// <param name="name">The subject that powers name and that it is; none for none.</param>
    /// <param name="kind">Its own kind, where the law knows it.</param>
    public SubjectProfile Below(SubjectSymbol? name, KindSymbol? kind) =>
        name is null && (kind is null || ReferenceEquals(kind, Kind))
            ? this
            : new SubjectProfile(name is null ? named : [.. named, name], kind ?? Kind);

    /// <summary>Whether a power covers it expressly: by its name or by its kind.</summary>
    public bool IsNamedBy(PowerSymbol power) => NamedAmong(power.Covers) is not null || IsOfKind(power.CoveredKinds);

    /// <summary>The subject among these that it is or lies within; none when there is none.</summary>
    public SubjectSymbol? NamedAmong(ImmutableArray<SubjectSymbol> subjects)
    {
        foreach (SubjectSymbol own in named)
        {
            for (int i = 0; i < subjects.Length; i++)
            {
                if (ReferenceEquals(subjects[i], own))
                {
                    return own;
                }
            }
        }

        return null;
    }

    /// <summary>Whether it is of one of these kinds, as far as the law knows.</summary>
    public bool IsOfKind(ImmutableArray<KindSymbol> kinds) => Kind is not null && Kind.IsAmong(kinds);

    /// <summary>Whether a power can be used for a subject of this profile.</summary>
    public Reach ReachOf(PowerSymbol power, SubjectSymbol subject)
    {
        if (NamedAmong(power.Excludes) is not null)
        {
            return Reach.Excluded;
        }

        if (IsOfKind(power.ExcludedKinds))
        {
            return Reach.KindExcluded;
        }

        if ((power.Covers.IsEmpty && power.CoveredKinds.IsEmpty) || IsNamedBy(power))
        {
            return Reach.Covered;
        }

        foreach (KindSymbol kind in power.CoveredKinds)
        {
            // Of a plain function nobody can tell whether it is of the kind; a root kind covers all of its family.
            if (Kind is null || (kind.Parent is null && subject.Kind.Family == kind.Family))
            {
                return Reach.Covered;
            }
        }

        return Reach.NotCovered;
    }
}
