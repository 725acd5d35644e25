using System.Globalization;
using System.Text;
using DelegationLang.Emit.Html.Pages;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Emit.Html.Ask;

/// <summary>A link to the form that asks who decides, with a question in it.</summary>
internal static class AskAddress
{
    /// <summary>The address of a question, as the form reads it.</summary>
    /// <param name="definition">The scheme that the question is about.</param>
    /// <param name="asked">The question.</param>
    public static string Of(SpaceDefinition definition, Decision asked)
    {
        StringBuilder address = new StringBuilder(HomePage.File).Append('#');
        Add("what", definition.Subjects[asked.Matter >= 0 ? asked.Matter : asked.Function].Name);
        if (asked is { Matter: >= 0, Function: >= 0 })
        {
            Add("for", definition.Subjects[asked.Function].Name);
        }

        if (asked.Place >= 0)
        {
            Add("where", definition.Places[asked.Place].Name);
        }

        if (asked.Amount is { } amount)
        {
            Add("worth", (amount.Currency == "GBP" ? "" : amount.Currency + " ") + amount.Value.ToString(CultureInfo.InvariantCulture));
            Add("per", amount.Basis);
            Add("vat", amount.Vat switch { Vat.Excluding => "excluding", Vat.Including => "including", _ => "" });
        }

        Add("on", asked.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach ((int condition, bool isSo) in asked.Conditions.OrderBy(fact => fact.Key))
        {
            Add("fact " + definition.Conditions[condition].Name, isSo ? "yes" : "no");
        }

        foreach ((int measure, decimal value) in asked.Measures.OrderBy(fact => fact.Key))
        {
            Add("fact " + definition.Measures[measure].Name, value.ToString(CultureInfo.InvariantCulture));
        }

        return address.ToString();

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                address.Append(address[^1] == '#' ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }
}
