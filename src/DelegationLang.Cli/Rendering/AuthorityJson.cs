using System.Text.Json;
using DelegationLang.Policy;

namespace DelegationLang.Cli.Rendering;

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
}
