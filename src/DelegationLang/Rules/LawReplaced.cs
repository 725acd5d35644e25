using DelegationLang.Diagnostics;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>
/// DL4018: a power or a sum of the scheme's own stands in place of the library's.
/// <para><b>What.</b> The scheme, or a file that it uses, declares a power or a sum by the very name of one of the law library. The library's then
/// counts for nothing in this scheme.</para>
/// <para><b>Why it matters.</b> Whoever reads that nothing is wrong should know that somebody has changed the law by which it was judged.</para>
/// <para><b>Example.</b> <c>Local Government Act 1972 section 101 is a power for local authority to delegate to committee, officer.</c></para>
/// <para><b>Instead.</b> Leave it, if the library is wrong or out of date, and say why in a note; otherwise use the library's.</para>
/// <para><b>Source.</b> The library itself.</para>
/// </summary>
internal sealed class LawReplaced : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4018", "law-replaced", "Law of the scheme’s own in place of the library’s", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (Symbol symbol in run.Model.Symbols.Where(run.Model.IsInPlaceOfLibrary))
        {
            Symbol? replaced = run.Model.Symbols.FirstOrDefault(other => other.IsFromLibrary && other.GetType() == symbol.GetType() && Syntax.NameKey.Of(other.Name) == Syntax.NameKey.Of(symbol.Name));
            run.Report(new Diagnostic(Descriptor, symbol.Location, $"{Phrases.Name(symbol)} stands in place of what the law library says under that name")
            {
                Label = "this scheme is judged by this one",
                Related = replaced is null ? [] : [new RelatedLocation("the library says this", replaced.Location)],
                Help = "say in a note why, or leave it out to use the library’s",
            });
        }
    }
}
