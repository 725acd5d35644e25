using DelegationLang.Diagnostics;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL4018: a power or a sum of the scheme's own stands in place of the library's.</summary>
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
