using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Json;

/// <summary>Writes what each party holds, as answers to <c>what may X decide</c> give it over the life of the scheme.</summary>
internal static class AuthorityWriter
{
    /// <summary>The list; parties that hold nothing are left out.</summary>
    public static void Write(JsonContext context)
    {
        var table = new AuthorityTable(context.Publication.Space);
        var parties = Enumerable.Range(0, context.Publication.Definition.Parties.Length)
            .Select(party => (Party: party, Held: table.Of(party)))
            .Where(entry => !entry.Held.IsEmpty);
        context.Json.Objects("authorities", parties, entry =>
        {
            context.Id("party", context.Publication.Index.Party(entry.Party));
            context.Json.Text("name", context.Publication.Definition.Parties[entry.Party].Name);
            context.Json.Objects("holds", entry.Held, authority => Authority(context, authority));
        }, always: true);
    }

    private static void Authority(JsonContext context, Authority authority)
    {
        JsonFields json = context.Json;
        json.Text("subject", authority.Subject);
        json.Text("limit", authority.Limit);
        json.Text("place", authority.Place);
        json.Days("days", authority.Days);
        json.Texts("conditions", authority.Conditions);
        json.Texts("except", authority.Except);
        json.Texts("jointlyWith", authority.JointlyWith);
        json.Texts("steps", authority.Steps);
        json.Flag("reserved", authority.IsReserved);
        json.Flag("exceptional", authority.IsExceptional);
        json.Flag("underContract", authority.IsUnderContract);
        json.Flag("mayDelegate", authority.MayDelegate);
        json.Objects("chain", authority.Chain, link =>
        {
            json.Text("party", link.Party);
            json.Text("via", link.Via);
            json.Text("reference", link.Reference);
            context.Source("source", link.Source);
        });
    }
}
