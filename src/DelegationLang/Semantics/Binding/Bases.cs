using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>What amounts may count: the four that the language knows, and those declared.</summary>
internal sealed class Bases(SymbolTable symbols, Reporter reporter, NameUses? uses = null)
{
    private static readonly string[] Known = ["decision", "contract", "year", "total"];

    /// <summary>The basis by this name, as declared; none when there is none.</summary>
    public string? Find(string name)
    {
        string key = NameKey.Of(name);
        return Known.FirstOrDefault(known => known == key) ?? Declared(symbols.FindShared(name))?.DisplayName;
    }

    /// <summary>The limit with what its amounts count; what it says already stays.</summary>
    public AmountLimit Apply(Scope scope, AmountLimit limit, AmountQualifierSyntax qualifier)
    {
        if (qualifier.Basis.Length > 0 && !limit.IsBasisStated && Resolve(scope, qualifier) is { } basis)
        {
            limit = limit with { Basis = basis, IsBasisStated = true };
        }

        return limit.Vat == Vat.Unstated ? limit with { Vat = qualifier.Vat.ToVat() } : limit;
    }

    /// <summary>The basis that a qualifier names; none when nobody declared it (reported).</summary>
    public string? Resolve(Scope scope, AmountQualifierSyntax qualifier)
    {
        string key = NameKey.Of(qualifier.Basis);
        foreach (string known in Known)
        {
            if (known == key)
            {
                return known;
            }
        }

        if (Declared(symbols.Find(qualifier.Basis, scope.IsLibrary)) is { } basis)
        {
            basis.IsReferenced = true;
            uses?.Add(scope.Part(new NameSyntax { Text = qualifier.Basis, Span = qualifier.BasisSpan }), basis);
            return basis.DisplayName;
        }

        var location = new Text.SourceLocation(scope.Source, qualifier.BasisSpan);
        string? meant = Spelling.Closest(qualifier.Basis, Known.Where(known => !known.Contains(' ', StringComparison.Ordinal)));
        int start = SourceScan.TrimEnd(scope.Source.Content, 0, qualifier.BasisSpan.Start) - "per".Length;
        if (start >= 0 && Colloquial.At(scope.Source.Content, start, qualifier.BasisSpan.End, out int end) is { } paper && end == qualifier.BasisSpan.End)
        {
            reporter.Report(scope, ColloquialFaults.Of(scope.Source, paper, start, end) with { Descriptor = SemanticDiagnostics.UndeclaredName });
            return null;
        }

        if (WithFurtherWords(scope, qualifier.BasisSpan, start) is { } further)
        {
            reporter.Report(scope, further with { Descriptor = SemanticDiagnostics.UndeclaredName });
            return null;
        }

        reporter.Report(scope, new Diagnostic(
            SemanticDiagnostics.UndeclaredName,
            location,
            $"{MessageWords.Quote(qualifier.Basis)} is not something that an amount can count")
        {
            Label = "unknown basis",
            Help = $"write `per decision`, `per contract`, `per year` or `in total`, or declare it: `{qualifier.Basis} is a basis.`",
            Fixes = meant is null ? [] : [new CodeFix($"Write {MessageWords.Quote(meant)}", [new TextEdit(location, meant)])],
        });
        return null;
    }

    // "Per annum ex VAT", "per invoice ex VAT": what follows what is counted is said otherwise here too.
    private Diagnostic? WithFurtherWords(Scope scope, Text.TextSpan basis, int start)
    {
        string content = scope.Source.Content;
        for (int at = basis.Start; start >= 0 && at < basis.End; at = SourceScan.SkipTrivia(content, SourceScan.WordEnd(content, at)))
        {
            if (at == basis.Start || Colloquial.At(content, at, basis.End, out int end) is not { IsReplaced: true } further || end != basis.End)
            {
                continue;
            }

            int before = SourceScan.TrimEnd(content, start, at);
            if (Find(NameText.Fold(content, basis.Start, before)) is not null)
            {
                return ColloquialFaults.Of(scope.Source, further, at, end);
            }

            return Colloquial.At(content, start, before, out int counted) is { IsReplaced: true } paper && counted == before
                ? ColloquialFaults.Of(scope.Source, new Colloquial("", $"{paper.Instead} {further.Instead}", ColloquialPlace.Anywhere, paper.SaysTheSame && further.SaysTheSame, ""), start, end)
                : null;
        }

        return null;
    }

    private static BasisSymbol? Declared(ImmutableArray<Symbol> found) => found.OfType<BasisSymbol>().FirstOrDefault();
}
