using System.Text.RegularExpressions;

namespace DelegationLang.Import.Reading;

/// <summary>Facts on which a power depends, and exceptions from it.</summary>
internal sealed partial class TierReader
{
    // A step of somebody whom nobody knows as a party: without it there is no power, unless somebody says that it was taken.
    private static Tier Unnamed(Tier tier, DraftStepKind kind, string whole) =>
        kind == DraftStepKind.Report ? tier with { Notes = tier.Notes.Add(whole) } : With(tier, Announced.Replace(whole, ""), isNormally: false);

    // "Except gifts" and "unless the Board objects" say when there is no power.
    private static Tier Exception(Tier tier, string raw)
    {
        string fact = Edge(Refusals.Excepted(Edge(raw)));
        return fact.Length < 3 ? tier with { Notes = tier.Notes.Add(Edge(raw)) }
            : tier with { Conditions = tier.Conditions.Add(new DraftCondition(Situation(fact) is { Length: > 0 } situation ? situation : fact, IsNormally: false, Holds: false)) };
    }

    private static Tier Fact(Tier tier, string raw, string words)
    {
        string whole = Edge(raw);
        string lower = whole.ToLowerInvariant();
        if (words.ToLowerInvariant() is "the value" or "the amount" or "the cost" or "the sum" or "value" or "the value is" or "the cost is" or "the total value" or "it is" or "the amount is" or "it" or "they" or "the total cost" or "the price" or "the price is")
        {
            return tier;
        }

        if (Situation(lower) is { Length: > 0 } situation && !lower.StartsWith("provid", StringComparison.Ordinal) && !lower.StartsWith("subject", StringComparison.Ordinal) && !WholeWords.HasAny(lower, Denied))
        {
            return With(tier, situation, isNormally: false);
        }

        string fact = Announced.Replace(whole, "");
        return fact.Length < 3 ? words.Length == 0 ? tier : tier with { Notes = tier.Notes.Add(whole) }
            : With(tier, fact, isNormally: !lower.StartsWith("outside", StringComparison.Ordinal) && !IsConsent(fact) && (!WholeWords.HasAny(lower, Rare) || WholeWords.HasAny(lower, Denied)));
    }

    private static Tier With(Tier tier, string fact, bool isNormally) => tier with { Conditions = tier.Conditions.Add(new DraftCondition(fact, isNormally)) };

    private static string Situation(string text)
    {
        string lower = text.ToLowerInvariant();
        return lower.Contains("emergenc", StringComparison.Ordinal) ? "emergency"
            : lower.StartsWith("in exceptional", StringComparison.Ordinal) || lower.StartsWith("exceptional circumstances", StringComparison.Ordinal) ? "exceptional circumstances"
            : lower.Contains("urgen", StringComparison.Ordinal) && (lower.StartsWith("in ", StringComparison.Ordinal) || lower.StartsWith("urgen", StringComparison.Ordinal) || lower.StartsWith("cases of", StringComparison.Ordinal)) ? "urgent" : "";
    }

    // What somebody has yet to agree to is not taken to be so; that a budget was approved is.
    private static bool IsConsent(string fact) => Consent.IsMatch(fact) && !Standing.IsMatch(fact);

    private static readonly string[] Denied = ["not", "no", "non-emergency", "never"];

    private static readonly string[] Rare = ["absence", "absent", "unavailable", "delegated by"];

    private static readonly Regex Announced = new(@"^(?:provided\s+(?:that\s+)?|providing\s+(?:that\s+)?|subject\s+to\s+|but\s+|where\s+|when\s+|if\s+|only\s+)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Consent = new(@"\b(?:approv|agree|consent|permission|sign(?:ed|s|ing|ature)?\b|sign[\s-]?off|authoris|counter-?\s?sign|ratif|endors|sanction|recommend|consult|confirm|clearance|advice)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Standing = new(@"\b(?:pre-?\s?approved|pre-?\s?agreed|budget|schedule|programme|plan|polic(?:y|ies)|strateg(?:y|ies)|resources|funds|funding|provision|estimates?|framework|limits?|list|terms|rates?|establishment|procedures?|regulations|standing\s+orders)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
