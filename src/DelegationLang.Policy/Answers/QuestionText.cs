using System.Globalization;
using System.Text;

namespace DelegationLang.Policy.Answers;

/// <summary>Writes a decision as a question in words, such as <c>who decides podiatry at Leeds worth £400,000 per contract on 1 May 2026?</c></summary>
public static class QuestionText
{
    /// <summary>The question who decides something.</summary>
    /// <param name="definition">The scheme that the indexes of the decision are of.</param>
    /// <param name="decision">The decision. It names a function or a matter.</param>
    /// <param name="isQuoted">Whether names stand in quotation marks, so that each is read as one whatever words it has.</param>
    public static string Of(SpaceDefinition definition, Decision decision, bool isQuoted)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(decision);
        return Of(definition, decision, isQuoted, "who decides ");
    }

    /// <summary>The question whether a party may decide something.</summary>
    /// <param name="definition">The scheme that the indexes of the decision are of.</param>
    /// <param name="party">The index of the party.</param>
    /// <param name="decision">The decision. It names a function or a matter.</param>
    internal static string OfMay(SpaceDefinition definition, int party, Decision decision) =>
        Of(definition, decision, false, $"may {definition.Parties[party].Name} decide ");

    /// <summary>The question what a party may decide.</summary>
    internal static string OfWhatMay(SpaceDefinition definition, int party, DateOnly day) =>
        $"what may {definition.Parties[party].Name} decide on {Wording.Day(day)}?";

    private static string Of(SpaceDefinition definition, Decision decision, bool isQuoted, string start)
    {
        string Name(string name) => isQuoted ? $"\"{name}\"" : name;
        var text = new StringBuilder(start);
        text.Append(Name(definition.Subjects[decision.Matter >= 0 ? decision.Matter : decision.Function].Name));
        if (decision.Matter >= 0 && decision.Function >= 0)
        {
            text.Append(" for ").Append(Name(definition.Subjects[decision.Function].Name));
        }

        if (decision.Place >= 0)
        {
            text.Append(" at ").Append(Name(definition.Places[decision.Place].Name));
        }

        if (decision.Amount is { } amount)
        {
            text.Append(" worth ").Append(Money(amount.Value, amount.Currency));
            text.Append(amount.Basis.Length == 0 ? "" : " " + Wording.BasisWords(amount.Basis));
            text.Append(amount.Vat == Vat.Unstated ? "" : " " + Wording.VatWords(amount.Vat));
            foreach (AskedAmount further in decision.FurtherAmounts)
            {
                text.Append(" and ").Append(Money(further.Value, further.Currency)).Append(' ').Append(Wording.BasisWords(further.Basis));
            }
        }

        foreach (KeyValuePair<int, bool> fact in decision.Conditions.OrderBy(fact => fact.Key))
        {
            text.Append(fact.Value ? " when " : " unless ").Append(Name(definition.Conditions[fact.Key].Name));
        }

        foreach (int measure in decision.Measures.Keys.Order())
        {
            text.Append(" when ").Append(Name(definition.Measures[measure].Name)).Append(" is ").Append(Value(definition.Measures[measure], decision.Measures[measure]));
        }

        return text.Append(" on ").Append(Wording.Day(decision.Day)).Append('?').ToString();
    }

    private static string Value(MeasureDefinition measure, decimal value) => measure.Currency.Length > 0
        ? Money(value, measure.Currency)
        : (Figure(value) + " " + measure.Unit).TrimEnd();

    // In full: what is rounded for reading might lie on the other side of a limit.
    private static string Money(decimal value, string currency) => (currency == "GBP" ? "£" : currency + " ") + Figure(value);

    private static string Figure(decimal value) => value.ToString("#,##0.############################", CultureInfo.InvariantCulture);
}
