using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Something declared so wrongly that nobody can tell what it is. It is kept so that whoever names it is not told that it is undeclared.</summary>
internal sealed class UndeterminedSymbol : Symbol
{
    public UndeterminedSymbol(string name, KindSymbol kind, SourceLocation location)
        : base(name, kind, location)
    {
        IsUncertain = true;
    }
}
