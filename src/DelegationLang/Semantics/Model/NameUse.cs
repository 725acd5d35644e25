using DelegationLang.Semantics.Binding;
using DelegationLang.Text;

namespace DelegationLang.Semantics;

/// <summary>A place in a text where a name stands for something, with <c>of OWNER</c> where the author wrote it.</summary>
public sealed class NameUse
{
    private readonly NamePart name;

    internal NameUse(NamePart name, Symbol symbol)
    {
        this.name = name;
        Symbol = symbol;
    }

    /// <summary>What it stands for.</summary>
    public Symbol Symbol { get; }

    /// <summary>The words, without quotation marks.</summary>
    public string Text => name.Text;

    /// <summary>Where it stands, with quotation marks that belong to it alone. Worked out each time.</summary>
    public SourceLocation Location => name.Location;
}
