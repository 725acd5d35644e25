using System.Collections.Immutable;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.CSharp;

/// <summary>Writes a type for each basis that the scheme declares, and for each currency that DelegationLang.Policy does not have.</summary>
internal static class UnitsWriter
{
    private static readonly string[] BuiltInBases = ["", "decision", "contract", "year", "total"];

    private static readonly string[] BuiltInCurrencies = ["", "GBP", "EUR"];

    /// <summary>Writes them.</summary>
    public static void Write(CodeLines code, Publication publication)
    {
        BasisSymbol[] bases = [.. publication.Model.Symbols.OfType<BasisSymbol>().Where(basis => !BuiltInBases.Contains(basis.Name)).DistinctBy(basis => basis.Name, StringComparer.Ordinal)];
        if (bases.Length > 0)
        {
            WriteBases(code, bases);
        }

        string[] currencies = [.. Currencies(publication.Definition).Except(BuiltInCurrencies).Order(StringComparer.Ordinal)];
        if (currencies.Length > 0)
        {
            WriteCurrencies(code, currencies);
        }
    }

    private static void WriteBases(CodeLines code, BasisSymbol[] bases)
    {
        ImmutableArray<string> identifiers = Identifiers.ForMembers(bases.Select(basis => basis.Name), "Bases");
        code.Summary("", "What an amount may count, beside a decision, a contract, a year and the total: as types, so that amounts of two are not mixed up.");
        code.Line("public static class Bases");
        code.Line("{");
        for (int i = 0; i < bases.Length; i++)
        {
            Unit(code, bases[i].Name, bases[i], identifiers[i], "IBasis", "Word", i == 0);
        }

        code.Line("}");
        code.Line();
        code.Summary("", "Says what a sum of money counts.");
        code.Line("public static class Amounts");
        code.Line("{");
        for (int i = 0; i < bases.Length; i++)
        {
            if (i > 0)
            {
                code.Line();
            }

            code.Summary("    ", "Per " + bases[i].Name);
            code.Sentence("    ", bases[i].Declaration);
            code.Line("    /// <param name=\"sum\">The sum.</param>");
            code.Line("    /// <typeparam name=\"TCurrency\">The currency.</typeparam>");
            code.Line($"    public static global::DelegationLang.Policy.Amount<TCurrency, Bases.{identifiers[i]}, global::DelegationLang.Policy.VatUnstated> Per{identifiers[i]}<TCurrency>(this global::DelegationLang.Policy.Money<TCurrency> sum)");
            code.Line($"        where TCurrency : struct, global::DelegationLang.Policy.ICurrency => sum.Per<Bases.{identifiers[i]}>();");
        }

        code.Line("}");
        code.Line();
    }

    private static void WriteCurrencies(CodeLines code, string[] currencies)
    {
        ImmutableArray<string> identifiers = Identifiers.ForMembers(currencies, "Currencies");
        code.Summary("", "The currencies of the scheme beside pounds and euros, as types.");
        code.Line("public static class Currencies");
        code.Line("{");
        for (int i = 0; i < currencies.Length; i++)
        {
            Unit(code, currencies[i], null, identifiers[i], "ICurrency", "Code", i == 0);
        }

        code.Line("}");
        code.Line();
    }

    private static void Unit(CodeLines code, string name, Symbol? symbol, string identifier, string marker, string member, bool isFirst)
    {
        if (!isFirst)
        {
            code.Line();
        }

        code.Summary("    ", name);
        code.Sentence("    ", symbol?.Declaration);
        code.Line($"    public readonly record struct {identifier} : global::DelegationLang.Policy.{marker}");
        code.Line("    {");
        code.Line("        /// <inheritdoc/>");
        code.Line($"        public static string {member} => {Literals.Quote(name)};");
        code.Line("    }");
    }

    private static IEnumerable<string> Currencies(SpaceDefinition definition)
    {
        IEnumerable<LimitDefinition?> limits = definition.Rules.SelectMany(rule => (IEnumerable<LimitDefinition?>)[rule.Limit, rule.Onward?.Limit]);
        IEnumerable<BoundDefinition?> bounds = limits.SelectMany(limit => (IEnumerable<BoundDefinition?>)[limit?.Lower, limit?.Upper]);
        return bounds.OfType<BoundDefinition>().SelectMany(bound => bound.LowerOf).Select(term => term.Currency)
            .Concat(definition.Amounts.SelectMany(amount => amount.Figures).Select(figure => figure.Currency))
            .Concat(definition.Measures.Select(measure => measure.Currency))
            .Distinct(StringComparer.Ordinal);
    }
}
