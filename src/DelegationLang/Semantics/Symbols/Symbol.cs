using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Text;

namespace DelegationLang.Semantics;

/// <summary>Something declared, by a scheme or by a library. Filled by the binder and unchanged afterwards.</summary>
public abstract class Symbol
{
    private protected Symbol(string name, KindSymbol kind, SourceLocation location)
    {
        Name = name;
        Kind = kind;
        Location = location;
        DisplayName = name;
    }

    /// <summary>The name as declared.</summary>
    public string Name { get; }

    /// <summary>The name as messages and answers give it: with <c>of OWNER</c> added where the bare name would be ambiguous.</summary>
    public string DisplayName { get; internal set; }

    /// <summary>What it is.</summary>
    public KindSymbol Kind { get; }

    /// <summary>The name where it is declared.</summary>
    public SourceLocation Location { get; }

    /// <summary>Other names it is known by.</summary>
    public ImmutableArray<string> Aliases { get; internal set; } = [];

    /// <summary>Words that people look for it by: the search of the pages finds it, and they name it nowhere else.</summary>
    public ImmutableArray<string> SearchedAs { get; internal set; } = [];

    /// <summary>The owners after <c>of</c> (one, or several for a joint appointment), or the parties after <c>between</c>. Empty when none was said or could be found.</summary>
    public ImmutableArray<Symbol> Owners { get; internal set; } = [];

    /// <summary>The days on which it exists, both ends included.</summary>
    public DateRange Lifetime { get; internal set; } = DateRange.Always;

    /// <summary>Whether a library declares it.</summary>
    public bool IsFromLibrary { get; internal set; }

    /// <summary>Notes published with it.</summary>
    public ImmutableArray<string> Notes { get; internal set; } = [];

    /// <summary>Where it is recorded, as written. In a library: how much of the text was read on which it rests, and which text (<see cref="LegalGrade"/>).</summary>
    public ImmutableArray<string> RecordedIn { get; internal set; } = [];

    /// <summary>References published with it.</summary>
    public ImmutableArray<string> References { get; internal set; } = [];

    /// <summary>The code after <c>with code</c>; empty for none.</summary>
    public string Code { get; internal set; } = "";

    /// <summary>The whole declaring sentence or list line, for related spans.</summary>
    public SourceLocation Declaration { get; internal set; }

    /// <summary>Whether anything in the scheme speaks of it.</summary>
    internal bool IsReferenced { get; set; }

    /// <summary>Whether it is said whose it is, but nobody could tell who that is: then it belongs to nobody until it is known.</summary>
    internal bool HasUnknownOwner { get; set; }

    /// <summary>Whether its declaration was so wrong that its kind is a guess: using it is then no fault of whoever uses it.</summary>
    internal bool IsUncertain { get; set; }

    /// <summary>Whether it was declared when something of that name was there already (reported where it is declared).</summary>
    internal bool IsDuplicate { get; set; }

    /// <inheritdoc/>
    public override string ToString() => DisplayName;
}
