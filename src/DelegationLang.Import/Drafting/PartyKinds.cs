using DelegationLang.Import.Reading;
using DelegationLang.Syntax;

namespace DelegationLang.Import.Drafting;

/// <summary>What kind of thing the title of an organisation, a body or a post names.</summary>
internal static class PartyKinds
{
    /// <summary>The kinds of organisation that may be chosen.</summary>
    public static readonly string[] Organisations =
        ["local authority", "integrated care board", "NHS trust", "NHS foundation trust", "combined authority", "charity", "company", "general practice"];

    /// <summary>The kind of an organisation by its name; empty where its words do not say.</summary>
    public static string OfOrganisation(string name)
    {
        string lower = " " + name.ToLowerInvariant() + " ";
        bool Has(params string[] words) => words.Any(word => lower.Contains(" " + word + " ", StringComparison.Ordinal));
        return lower.Contains("foundation trust", StringComparison.Ordinal) ? "NHS foundation trust"
            : Has("icb") || lower.Contains("integrated care board", StringComparison.Ordinal) ? "integrated care board"
            : lower.Contains("nhs", StringComparison.Ordinal) && Has("trust") ? "NHS trust"
            : lower.Contains("combined authority", StringComparison.Ordinal) ? "combined authority"
            : Has("council", "borough") || lower.Contains("county council", StringComparison.Ordinal) ? "local authority"
            : Has("ltd", "limited", "plc", "cic", "llp", "company") ? "company"
            : Has("surgery") || lower.Contains("medical practice", StringComparison.Ordinal) ? "general practice"
            : Has("university", "school", "college", "academy", "academies", "trust", "charity", "foundation", "museum", "theatre", "hospice", "church", "diocese", "association", "society", "federation") ? "charity"
            : "";
    }

    /// <summary>Whether the law of England has something to say about organisations of a kind.</summary>
    public static bool IsStatutory(string kind) => kind is "local authority" or "integrated care board" or "NHS trust" or "NHS foundation trust" or "combined authority" or "general practice";

    /// <summary>Whether a name is one that governing bodies have.</summary>
    public static bool IsGoverningBody(string name) => NameKey.Of(name) is "board" or "full council" or "council" or "town council" or "parish council" or "city council" or "county council" or "borough council" or "district council"
        or "trust board" or "governing body" or "governing board" or "board of directors" or "board of trustees" or "board of governors" or "trustees" or "trustee board" or "governors" or "court" or "corporation" or "university council"
        or "board of management" or "management committee" or "main board" or "unitary board" or "icb board" or "governing council";
}
