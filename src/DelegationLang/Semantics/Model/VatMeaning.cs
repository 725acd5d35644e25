using DelegationLang.Policy;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics;

/// <summary>What the words about value added tax mean: from the binder on there is only <see cref="Vat"/>.</summary>
public static class VatMeaning
{
    /// <summary>Whether it is counted in a figure.</summary>
    public static Vat ToVat(this VatSyntaxKind vat) => vat switch
    {
        VatSyntaxKind.Excluding => Vat.Excluding,
        VatSyntaxKind.Including => Vat.Including,
        _ => Vat.Unstated,
    };
}
