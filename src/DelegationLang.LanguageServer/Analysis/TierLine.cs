using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Analysis;

/// <summary>Who decides a subject on the day, in one line from small sums to large: <c>Ward Manager to £5,000 · Estates Manager to £25,000 · Board above</c>.</summary>
internal static class TierLine
{
    // More than that is no longer read at a glance.
    private const int MostTiers = 6;
    private const int MostLetters = 160;

    /// <summary>The line; none for a subject that is decided alike whatever the sum, that nobody decides, or that would not fit on a line.</summary>
    /// <param name="compilation">The scheme.</param>
    /// <param name="subject">The function, matter or budget.</param>
    public static string? Of(Compilation compilation, SubjectSymbol subject)
    {
        int index = compilation.JoinedEngine.Symbols[subject];
        if (index < 0 || compilation.JoinedEngine.Space.Authority.OfSubject(index) is not [{ IsCutShort: false } found, ..])
        {
            return null;
        }

        AuthorityTerms[] deciding =
        [
            .. found.Rows.Where(row => row.Days.Contains(compilation.AsOf)).Select(row => row.Terms)
                .Where(terms => terms is { IsExceptional: false, Claim: AuthorityClaim.Decides or AuthorityClaim.Jointly or AuthorityClaim.Reserved }),
        ];
        if (deciding.Length is 0 or > MostTiers * 2 || deciding.Any(terms => terms.IsInSomeCasesOnly || !terms.Shares.IsEmpty || !terms.Measures.IsEmpty || terms.Amounts.Length > 1))
        {
            return null;
        }

        // One kind of sum for the whole line, which is told once.
        AmountInterval[] axes = [.. deciding.SelectMany(terms => terms.Amounts).DistinctBy(amount => (amount.Currency, amount.Basis, amount.Vat))];
        if (axes is not [var axis])
        {
            return null;
        }

        SpaceDefinition space = compilation.JoinedEngine.Space.Definition;
        string[] tiers =
        [
            .. deciding.OrderBy(terms => terms.Amounts is [{ From: { } from }] ? from : 0)
                .ThenBy(terms => terms.Amounts is [{ To: { } to }] ? to : decimal.MaxValue)
                .Select(terms => Who(space, terms) + Where(space, terms) + Sum(terms) + When(space, terms))
                .Distinct(),
        ];
        string basis = (axis.Basis == "decision" ? "" : " " + Wording.BasisWords(axis.Basis)) + (axis.Vat == Vat.Unstated ? "" : " " + Wording.VatWords(axis.Vat));
        string line = string.Join(" · ", tiers) + basis;
        return tiers.Length <= MostTiers && line.Length <= MostLetters ? line : null;
    }

    private static string Who(SpaceDefinition space, AuthorityTerms terms) => terms.Claim == AuthorityClaim.Jointly && !terms.Groups.IsEmpty
        ? string.Join(" or ", terms.Groups.Select(group => Wording.Together(group.Order().Select(party => space.Parties[party].Name), " with ")))
        : space.Parties[terms.Party].Name;

    private static string Where(SpaceDefinition space, AuthorityTerms terms) =>
        terms.Places.IsEmpty ? terms.NotAt.IsEmpty ? "" : " elsewhere" : " at " + Wording.List([.. terms.Places.Select(place => space.Places[place].Name)]);

    private static string Sum(AuthorityTerms terms) => terms.Amounts switch
    {
        [{ To: { } to } amount] => (amount.IsToIncluded ? " to " : " below ") + Wording.Amount(to, amount.Currency),
        [{ From: { } from, IsFromIncluded: true } amount] => " from " + Wording.Amount(from, amount.Currency),
        [{ From: not null }] => " above",
        _ => "",
    };

    private static string When(SpaceDefinition space, AuthorityTerms terms) =>
        string.Concat(terms.Conditions.Select(value => (value.IsSo ? " when " : " unless ") + space.Conditions[value.Condition].Name));
}
