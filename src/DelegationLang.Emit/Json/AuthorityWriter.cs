using System.Collections.Immutable;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Authorities;

namespace DelegationLang.Emit.Json;

/// <summary>Writes the table of authority, party by party, over the whole life of the scheme.</summary>
internal static class AuthorityWriter
{
    /// <summary>The list; parties that may decide nothing are left out.</summary>
    public static void Write(JsonContext context)
    {
        AuthorityTable table = context.Publication.Space.Authority;
        IEnumerable<(int Party, IEnumerable<AuthorityRow> Held)> parties = Enumerable.Range(0, context.Publication.Definition.Parties.Length)
            .Select(party => (Party: party, Held: table.OfParty(party)))
            .Where(entry => entry.Held.Any());
        context.Json.Objects("authorities", parties, entry =>
        {
            context.Id("party", context.Publication.Index.Party(entry.Party));
            context.Json.Text("name", context.Publication.Definition.Parties[entry.Party].Name);
            context.Json.Lines("holds", entry.Held, row => Authority(context, table.Describe(row)));
        }, always: true);
    }

    private static void Authority(JsonContext context, Authority authority)
    {
        JsonFields json = context.Json;
        json.Text("claim", authority.Claim.ToString().ToLowerInvariant());
        json.Text("subject", authority.Subject);
        json.Text("function", authority.Function);
        json.Text("matter", authority.Matter);
        json.Text("words", authority.Words);
        Data(json, authority);
        json.Text("limit", authority.Limit);
        json.Text("place", authority.Place);
        json.Days("days", authority.Days);
        json.Texts("conditions", authority.Conditions);
        json.Texts("except", authority.Except);
        json.Texts("jointlyWith", authority.JointlyWith);
        json.Text("actsThrough", authority.ActsThrough);
        json.Texts("steps", authority.Steps);
        json.Objects("stepData", authority.Steps.Select(AuthorityStep.Of), step =>
        {
            json.Text("kind", step.Kind);
            json.Text("party", step.Party);
        });
        json.Texts("duties", authority.Duties);
        json.Flag("reserved", authority.IsReserved);
        json.Flag("exceptional", authority.IsExceptional);
        json.Flag("underContract", authority.IsUnderContract);
        json.Flag("mayDelegate", authority.MayDelegate);
        json.Flag("inSomeCasesOnly", authority.IsInSomeCasesOnly);
        json.Objects("chain", authority.Chain, link =>
        {
            json.Text("party", link.Party);
            json.Text("via", link.Via);
            json.Text("reference", link.Reference);
            context.Source("source", link.Source);
        });
    }

    private static void Data(JsonFields json, Authority authority)
    {
        if (authority.Amounts is [var first, .. var more])
        {
            json.Object("amount", () => Amount(json, first));
            json.Objects("moreAmounts", more, amount => Amount(json, amount));
        }

        json.Objects("shares", authority.Shares, share =>
        {
            json.Text("of", share.Of);
            json.Text("measure", share.Measure);
            json.Text("basis", share.Measure.Length > 0 ? "" : Wording.BasisWords(share.Basis));
            json.Text("vat", Wording.VatWords(share.Vat));
            Interval(json, share.From, share.IsFromIncluded, share.To, share.IsToIncluded);
        });
        json.Text("figuresCount", Wording.VatWords(authority.GivenVat));
        json.Texts("places", authority.Places);
        json.Texts("notAt", authority.NotAt);
        json.Truth("elsewhere", authority.IsElsewhere);
        json.Objects("facts", authority.Facts, fact =>
        {
            json.Text("condition", fact.Name);
            json.Truth("value", fact.IsSo);
        });
        json.Objects("measures", authority.Measures, measure =>
        {
            json.Text("measure", measure.Name);
            json.Text("unit", measure.Unit);
            Interval(json, measure.From, measure.IsFromIncluded, measure.To, measure.IsToIncluded);
        });
        json.Lists("groups", authority.Groups, group =>
        {
            foreach (string name in group)
            {
                json.Item(name);
            }
        });
    }

    private static void Amount(JsonFields json, AmountInterval amount)
    {
        Interval(json, amount.From, amount.IsFromIncluded, amount.To, amount.IsToIncluded);
        json.Text("currency", amount.Currency);
        json.Text("basis", Wording.BasisWords(amount.Basis));
        json.Text("vat", Wording.VatWords(amount.Vat));
    }

    // An end without bound is left out.
    private static void Interval(JsonFields json, decimal? from, bool isFromIncluded, decimal? to, bool isToIncluded)
    {
        if (from is decimal low)
        {
            json.Text("from", JsonFields.Number(low));
            json.Truth("fromIncluded", isFromIncluded);
        }

        if (to is decimal high)
        {
            json.Text("to", JsonFields.Number(high));
            json.Truth("toIncluded", isToIncluded);
        }
    }
}
