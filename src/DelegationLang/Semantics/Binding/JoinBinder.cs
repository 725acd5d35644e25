using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>Binds the sentences that join the scheme of another body.</summary>
internal static class JoinBinder
{
    public static JoinStatement Bind(NameResolver resolver, Scope scope, UseSchemeSyntax use)
    {
        var party = use.Party.IsMissing ? null : resolver.ResolveReference<PartySymbol>(scope, use.Party, Expectation.Body);
        return new JoinStatement
        {
            Body = party,
            Target = use.Target.IsMissing ? "" : use.Target.Text,
            TargetLocation = scope.At(use.Target),
            Address = use.Address is { IsMissing: false } address ? address.Text : "",
            AddressLocation = use.Address is { IsMissing: false } stated ? scope.At(stated) : null,
            Location = scope.Location,
            HasErrors = scope.HasErrors,
        };
    }
}
