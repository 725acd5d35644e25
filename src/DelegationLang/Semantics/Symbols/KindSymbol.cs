using System.Collections.Immutable;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics;

/// <summary>What sort of thing a name can stand for; every kind belongs to one family.</summary>
public enum SymbolFamily
{
    /// <summary>A legal entity.</summary>
    Organisation,

    /// <summary>People who decide (or advise) together.</summary>
    Group,

    /// <summary>A post.</summary>
    Role,

    /// <summary>A statutory job.</summary>
    Function,

    /// <summary>A kind of decision.</summary>
    Matter,

    /// <summary>Money covering functions.</summary>
    Budget,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A power in law.</summary>
    Power,

    /// <summary>An agreement or contract.</summary>
    Agreement,

    /// <summary>A fact that is true or false.</summary>
    Condition,

    /// <summary>A fact that is a number.</summary>
    Measure,

    /// <summary>What an amount counts.</summary>
    Basis,

    /// <summary>A named sum.</summary>
    Amount,

    /// <summary>A name for several posts together; itself no party.</summary>
    Class,
}

/// <summary>A kind, such as <c>committee</c>. Kinds are data: the compiler knows one root a family and no other by its name, and asks what a kind does.</summary>
public sealed class KindSymbol
{
    private readonly string key;

    internal KindSymbol(string name, SymbolFamily family, KindSymbol? parent, SourceLocation? location, ulong traits = 0)
    {
        Name = name;
        key = NameKey.Of(name);
        Family = family;
        Parent = parent;
        Location = location;
        TraitBits = traits | (parent?.TraitBits ?? 0);
    }

    /// <summary>The kind's name, such as <c>integrated care board</c>.</summary>
    public string Name { get; }

    /// <summary>The family.</summary>
    public SymbolFamily Family { get; }

    /// <summary>The kind that this one is a kind of; none for the root of a family.</summary>
    public KindSymbol? Parent { get; }

    /// <summary>Where it is declared; none for those that the compiler knows.</summary>
    public SourceLocation? Location { get; }

    /// <summary>What things of this kind do, as its declaration or that of a kind above it says.</summary>
    public IEnumerable<KindTrait> Traits => KindTrait.All.Where(Has);

    internal ulong TraitBits { get; }

    /// <summary>
    /// For a kind of group or post: whether these act for their organisation in some kinds of subject, as a power of the law says (a council's cabinet,
    /// and its leader).
    /// </summary>
    public bool IsExecutiveBody { get; internal set; }

    /// <summary>For a kind of post: whether several people hold such a post at a time, as its declaration or that of a kind above it says.</summary>
    public bool IsHeldBySeveral
    {
        get => field || Parent is { IsHeldBySeveral: true };
        internal set;
    }

    /// <summary>For a kind of post: the law that asks for such a post, as its declaration or that of a kind above it says.</summary>
    public PowerSymbol? Under
    {
        get => field ?? Parent?.Under;
        internal set;
    }

    /// <summary>For a kind of subject: whether such subjects are those in which such a group acts.</summary>
    public bool IsExecutive { get; internal set; }

    /// <summary>For a kind of subject: whether powers of the law tell such subjects from others, so that it says what something is and what that lies within does not.</summary>
    internal bool IsOfLaw { get; set; }

    /// <summary>Whether the declaration was so wrong that the family is a guess.</summary>
    internal bool IsUncertain { get; init; }

    /// <summary>Whether things of this kind have a trait.</summary>
    public bool Has(KindTrait trait) => (TraitBits & trait.Bit) != 0;

    /// <summary>Whether this kind is the other or a kind of it. A scheme may declare a library's kind anew; they are then one.</summary>
    public bool Is(KindSymbol other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (KindSymbol? kind = this; kind is not null; kind = kind.Parent)
        {
            if (ReferenceEquals(kind, other) || string.Equals(kind.key, other.key, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether this kind is one of the others or a kind of one of them.</summary>
    public bool IsAmong(ImmutableArray<KindSymbol> others)
    {
        foreach (KindSymbol other in others)
        {
            if (Is(other))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
