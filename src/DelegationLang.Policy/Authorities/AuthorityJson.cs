using System.Collections.Immutable;
using System.Text.Json;

namespace DelegationLang.Policy.Authorities;

/// <summary>What every JSON of an authority has in it, written into an object that is open.</summary>
internal static class AuthorityJson
{
    /// <summary>Of what sort it is.</summary>
    public static void Flags(Utf8JsonWriter json, Authority authority)
    {
        json.WriteBoolean("reserved", authority.IsReserved);
        json.WriteBoolean("exceptional", authority.IsExceptional);
        json.WriteBoolean("underContract", authority.IsUnderContract);
        json.WriteBoolean("mayDelegate", authority.MayDelegate);
    }

    /// <summary>How much, where and when it holds, and what it leaves out.</summary>
    public static void Terms(Utf8JsonWriter json, Authority authority)
    {
        json.WriteString("limit", authority.Limit);
        json.WriteString("place", authority.Place);
        if (authority.Days.HasFirst)
        {
            json.WriteString("from", JsonText.Day(authority.Days.First));
        }

        if (authority.Days.HasLast)
        {
            json.WriteString("until", JsonText.Day(authority.Days.Last));
        }

        json.Strings("conditions", authority.Conditions);
        json.Strings("except", authority.Except);
    }

    /// <summary>Whose it is, of what, and how the party stands to it.</summary>
    public static void Subject(Utf8JsonWriter json, Authority authority)
    {
        json.WriteString("party", authority.Party);
        json.WriteString("function", authority.Function);
        json.WriteString("matter", authority.Matter);
        json.WriteString("claim", authority.Claim.ToString().ToLowerInvariant());
        json.WriteBoolean("decides", authority.Claim is AuthorityClaim.Decides or AuthorityClaim.Reserved);
        if (authority.ActsThrough.Length > 0)
        {
            json.WriteString("actsThrough", authority.ActsThrough);
        }
    }

    /// <summary>How much, where, when, with whom and after what, as data.</summary>
    public static void Data(Utf8JsonWriter json, Authority authority)
    {
        Bounds(json, authority);
        json.WriteStartArray("groups");
        foreach (ImmutableArray<string> group in authority.Groups)
        {
            json.WriteStartArray();
            foreach (string name in group)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        Steps(json, [.. authority.Steps.Select(AuthorityStep.Of)]);
        if (authority.IsInSomeCasesOnly)
        {
            json.WriteBoolean("inSomeCasesOnly", true);
        }
    }

    /// <summary>What must come first, as data.</summary>
    public static void Steps(Utf8JsonWriter json, ImmutableArray<AuthorityStep> steps) => Objects(json, "stepData", steps, step =>
    {
        json.WriteString("kind", step.Kind);
        json.WriteString("party", step.Party);
    });

    /// <summary>How much, where and on what facts, as data.</summary>
    public static void Bounds(Utf8JsonWriter json, Authority authority)
    {
        if (authority.Amounts is [var first, .. var more])
        {
            json.WritePropertyName("amount");
            Amount(json, first);
            if (!more.IsEmpty)
            {
                json.WriteStartArray("moreAmounts");
                foreach (AmountInterval amount in more)
                {
                    Amount(json, amount);
                }

                json.WriteEndArray();
            }
        }

        Objects(json, "shares", authority.Shares, share =>
        {
            json.WriteString("of", share.Of);
            Said(json, "measure", share.Measure);
            Said(json, "basis", share.Measure.Length > 0 ? "" : Wording.BasisWords(share.Basis));
            Said(json, "vat", Wording.VatWords(share.Vat));
            Interval(json, share.From, share.IsFromIncluded, share.To, share.IsToIncluded);
        });
        Said(json, "figuresCount", Wording.VatWords(authority.GivenVat));
        json.Strings("places", authority.Places);
        json.Strings("notAt", authority.NotAt);
        json.WriteBoolean("elsewhere", authority.IsElsewhere);
        Objects(json, "facts", authority.Facts, fact =>
        {
            json.WriteString("condition", fact.Name);
            json.WriteBoolean("value", fact.IsSo);
        });
        Objects(json, "measures", authority.Measures, measure =>
        {
            json.WriteString("measure", measure.Name);
            json.WriteString("unit", measure.Unit);
            Interval(json, measure.From, measure.IsFromIncluded, measure.To, measure.IsToIncluded);
        });
    }

    private static void Amount(Utf8JsonWriter json, AmountInterval amount)
    {
        json.WriteStartObject();
        Interval(json, amount.From, amount.IsFromIncluded, amount.To, amount.IsToIncluded);
        json.WriteString("currency", amount.Currency);
        json.WriteString("basis", Wording.BasisWords(amount.Basis));
        Said(json, "vat", Wording.VatWords(amount.Vat));
        json.WriteEndObject();
    }

    // An end without bound is left out.
    private static void Interval(Utf8JsonWriter json, decimal? from, bool isFromIncluded, decimal? to, bool isToIncluded)
    {
        if (from is { } low)
        {
            json.WriteNumber("from", low);
            json.WriteBoolean("fromIncluded", isFromIncluded);
        }

        if (to is { } high)
        {
            json.WriteNumber("to", high);
            json.WriteBoolean("toIncluded", isToIncluded);
        }
    }

    private static void Objects<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Said(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }
}
