using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Tests.Parsing;

/// <summary>Writes trees in a short form that an expectation can be read in: node names without their suffix, only what is set.</summary>
internal static class TreeText
{
    private static readonly string[] Silent = ["Span", "BasisSpan", "EqualityContract", "Keyword"];

    /// <summary>The sentences of a text, one a line; the text must have no fault.</summary>
    public static string Of(string text)
    {
        SyntaxTree tree = Read(text);
        Assert.Equal("", Faults(tree));
        return string.Join("\n", tree.Sentences.Select(Of));
    }

    /// <summary>A text, read with the names that it declares itself.</summary>
    public static SyntaxTree Read(string text)
    {
        var source = new SourceText("test.delegation", text);
        return Parser.Parse(source, NameTable.Collect([source]));
    }

    /// <summary>The faults of a tree: line, column, code, message.</summary>
    public static string Faults(SyntaxTree tree) => string.Join("\n", tree.Diagnostics.Select(fault =>
        FormattableString.Invariant($"{fault.Location.Line}:{fault.Location.Column} {fault.Code} {fault.Message}")));

    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        NameSyntax name => name.IsMissing ? "?" : name.IsQuoted ? $"\"{name.Text}\"" : $"<{name.Text}>",
        QuotedTextSyntax text => text.IsMissing ? "?" : $"\"{text.Text}\"",
        DateSyntax date => date.IsMissing ? "?" : date.IsInvalid ? "bad date" : date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FinancialYearSyntax year => FormattableString.Invariant($"year {year.StartYear}"),
        MoneySyntax money => money.IsInvalid ? "bad money" : FormattableString.Invariant($"{money.Currency} {money.Value}"),
        NumberSyntax number => number.IsInvalid ? "bad number" : FormattableString.Invariant($"{number.Value} {number.Unit}").TrimEnd(),
        NamedAmountSyntax named => Of(named.Name),
        MissingAmountSyntax => "?",
        AmountQualifierSyntax { Basis: "", Vat: VatSyntaxKind.Unstated } => "",
        PartySyntax { Count: 1, Among.IsEmpty: true } party => Of(party.Name),
        PartySyntax party => FormattableString.Invariant($"{party.Count} of {Of(party.Name)}{string.Concat(party.Among.Select(name => ", " + Of(name)))}"),
        PartyListSyntax list => $"{list.Kind}({string.Join(", ", list.Items.Select(Of))})",
        BoundSyntax bound => $"{bound.Kind} {Of(bound.Amount)}",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Of))}]",
        SyntaxNode node => OfNode(node),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string OfNode(SyntaxNode node)
    {
        var text = new StringBuilder();

        // Which clause it is says the name of the node, but for those that share one: there it comes first.
        bool isShared = node is NamesClauseSyntax or TextClauseSyntax;
        foreach (PropertyInfo property in node.GetType().GetProperties().OrderBy(property => !isShared || property.Name != "Kind"))
        {
            if (node is ClauseSyntax && !isShared && property.Name == "Kind")
            {
                continue;
            }

            object? value = property.GetValue(node);
            string written = Of(value);
            bool isSilent = Silent.Contains(property.Name) || value is false || written is "" or "[]" or "''" || value is VatSyntaxKind.Unstated;
            if (!isSilent)
            {
                text.Append(text.Length == 0 ? "" : " ").Append(property.Name).Append('=').Append(written);
            }
        }

        return $"{node.GetType().Name.Replace("ClauseSyntax", "", StringComparison.Ordinal).Replace("Syntax", "", StringComparison.Ordinal)}{{{text}}}";
    }
}
