using DelegationLang.Diagnostics;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>Binds the sentences that join the scheme of another body.</summary>
internal static class JoinBinder
{
    public static JoinStatement Bind(NameResolver resolver, Reporter reporter, Scope scope, UseSchemeSyntax use)
    {
        if (use.Address is [{ IsMissing: false } said] && !WebAddress.Is(said.Text))
        {
            reporter.Report(scope, new Diagnostic(SemanticDiagnostics.WrongKind, scope.At(said), $"{MessageWords.Quote(said.Text)} is no address of pages")
            {
                Help = "write the address at which they are published, with `https://` before it",
            });
        }

        Reference<PartySymbol>? party = use.Party.IsMissing ? null : resolver.ResolveReference<PartySymbol>(scope, use.Party, Expectation.Body);
        return new JoinStatement
        {
            Body = party,
            Target = use.Target.IsMissing ? "" : use.Target.Text,
            TargetLocation = scope.At(use.Target),
            Address = use.Address is [{ IsMissing: false } address] ? address.Text : "",
            Location = scope.Location,
            HasErrors = scope.HasErrors,
        };
    }
}
