namespace DelegationLang.Semantics.Binding;

/// <summary>Takes note of what each name was found to stand for.</summary>
internal sealed class NameUses
{
    private readonly List<NameUse> all = [];

    /// <summary>All of them, in the order in which they were resolved.</summary>
    public IReadOnlyList<NameUse> All => all;

    public void Add(NamePart name, Symbol symbol) => all.Add(new NameUse(name, symbol));
}
