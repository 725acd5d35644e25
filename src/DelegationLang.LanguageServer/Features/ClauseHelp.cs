using DelegationLang.Semantics.Binding;

namespace DelegationLang.LanguageServer.Features;

/// <summary>One clause as it is proposed and explained.</summary>
/// <param name="Keyword">The words that open it.</param>
/// <param name="Snippet">The clause with places to fill in.</param>
/// <param name="Kind">Which clause it is.</param>
/// <param name="Help">What it means, in a sentence.</param>
/// <param name="MayRepeat">Whether a second one goes on where the first ended, rather than contradicting it.</param>
internal sealed record ClauseEntry(string Keyword, string Snippet, ClauseSet Kind, string Help, bool MayRepeat = false);

/// <summary>Every clause of the language: how it is written and what it means.</summary>
internal static class ClauseHelp
{
    /// <summary>The clauses in the order in which people tend to write them.</summary>
    public static readonly ClauseEntry[] All =
    [
        new("up to", "up to £${1:50,000}", ClauseSet.Limit, "The most that may be decided, this figure included."),
        new("below", "below £${1:50,000}", ClauseSet.Limit, "Less than this figure, which is not included."),
        new("above", "above £${1:50,000} up to £${2:250,000}", ClauseSet.Limit, "More than this figure, which is not included: for tiers that meet exactly."),
        new("at least", "at least £${1:50,000}", ClauseSet.Limit, "This figure or more."),
        new("per contract", "per contract", ClauseSet.Qualifier, "The amount counts the whole value of a contract over its life, extensions included."),
        new("per year", "per year", ClauseSet.Qualifier, "The amount counts what is spent in a year."),
        new("in total", "in total", ClauseSet.Qualifier, "The amount counts everything together."),
        new("excluding VAT", "excluding VAT", ClauseSet.Qualifier, "The amount does not count VAT."),
        new("including VAT", "including VAT", ClauseSet.Qualifier, "The amount counts VAT."),
        new("for", "for ${1:function}", ClauseSet.For, "Only in relation to these functions."),
        new("at", "at ${1:place}", ClauseSet.At, "Only in these places."),
        new("from", "from ${1:1 April 2026}", ClauseSet.From, "The first day, included."),
        new("until", "until ${1:31 March 2027}", ClauseSet.Until, "The last day, included."),
        new("under", "under ${1:agreement}", ClauseSet.Under, "The legal basis: an agreement, which names its power, or a power."),
        new("with reserved matters", "with reserved matters", ClauseSet.ReservedMatters, "What is reserved stays reserved. Followed by a colon and a list, it also keeps these matters back."),
        new("subject to reserved matters", "subject to reserved matters", ClauseSet.ReservedMatters, "What is reserved stays reserved. Followed by a colon and a list, it also keeps these matters back."),
        new("except", "except ${1:matter}", ClauseSet.Except, "What is carved out and stays where it was."),
        new("when", "when ${1:condition}", ClauseSet.When, "Only if this is so.", MayRepeat: true),
        new("unless", "unless ${1:condition}", ClauseSet.Unless, "Only if this is not so.", MayRepeat: true),
        new("jointly with", "jointly with ${1:party}", ClauseSet.Jointly, "Together: neither may act without the other."),
        new("after consulting", "after consulting ${1:party}", ClauseSet.Step, "This party must be consulted first. It does not decide.", MayRepeat: true),
        new("after recommendation of", "after recommendation of ${1:party}", ClauseSet.Step, "This party must recommend it first. It does not decide.", MayRepeat: true),
        new("after approval of", "after approval of ${1:party}", ClauseSet.Step, "This party must approve it first. It does not decide.", MayRepeat: true),
        new("even if reserved", "even if reserved when ${1:condition} ratified by ${2:party}", ClauseSet.EvenIfReserved, "An exceptional power: it reaches reserved matters too, and must be ratified afterwards."),
        new("with power to delegate", "with power to delegate", ClauseSet.Onward, "May be delegated on. What follows straight after limits onward delegation alone."),
        new("without power to delegate", "without power to delegate", ClauseSet.Onward, "May not be delegated on, which is so anyway where nothing is said."),
        new("ratified by", "ratified by ${1:party}", ClauseSet.RatifiedBy, "Must be reported to this party afterwards and confirmed by it."),
        new("approved by", "approved by ${1:party} on ${2:1 April 2026}", ClauseSet.ApprovedBy, "The approval of this sentence, where it differs from that of the scheme."),
        new("reporting to", "reporting to ${1:party}", ClauseSet.ReportingTo, "To whom it is reported, and how often: monthly, quarterly or annually."),
        new("recorded in", "recorded in \"${1:register}\"", ClauseSet.RecordedIn, "Where decisions are recorded."),
        new("review by", "review by ${1:31 March 2027}", ClauseSet.ReviewBy, "When it is to be looked at again."),
        new("reference", "reference \"${1:4.2}\"", ClauseSet.Reference, "A number or mark that is published with it."),
        new("note", "note \"${1:text}\"", ClauseSet.Note, "A remark that is published with it.", MayRepeat: true),
        new("supersedes", "supersedes \"${1:earlier.delegation}\"", ClauseSet.Supersedes, "The file of the version before, read for comparison only."),
        new("version", "version ${1:1.0}", ClauseSet.Version, "The version of the scheme."),
        new("in force", "in force from ${1:1 April 2026}", ClauseSet.InForce, "The days on which the scheme holds."),
        new("interpreted by", "interpreted by ${1:party}", ClauseSet.InterpretedBy, "Who settles doubts about what the scheme means."),
        new("known as", "known as ${1:name}", ClauseSet.KnownAs, "Another name for the same thing.", MayRepeat: true),
        new("with code", "with code ${1:QXX}", ClauseSet.Code, "Its code: that of the NHS or of the Office for National Statistics."),
        new("within", "within ${1:parent}", ClauseSet.Within, "What it is a part of."),
        new("covering", "covering ${1:function}", ClauseSet.Covering, "What it covers."),
        new("between", "between ${1:party}, ${2:party}", ClauseSet.Between, "Whose it is, where it belongs to several."),
        new("chaired by", "chaired by ${1:post}", ClauseSet.ChairedBy, "Who takes the chair."),
        new("with members", "with members ${1:post}", ClauseSet.Members, "Who belongs to it; “two of” and a post stands for two people of it."),
        new("with quorum", "with quorum ${1:5}", ClauseSet.Quorum, "How many members must be present."),
        new("hosted by", "hosted by ${1:organisation}", ClauseSet.HostedBy, "Which organisation runs it."),
        new("judged by", "judged by ${1:party}", ClauseSet.JudgedBy, "Who says whether it is so."),
        new("normally true", "normally true", ClauseSet.Normally, "Taken to be so where a question does not say."),
        new("normally false", "normally false", ClauseSet.Normally, "Taken not to be so where a question does not say."),
        new("worth", "worth £${1:1 million}", ClauseSet.Worth, "How much money it is, or, in a question, how much is to be decided."),
        new("stating", "stating ${1:aims}", ClauseSet.Stating, "What the agreement states, or under a power what one must state."),
        new("to delegate to", "to delegate to ${1:kind}", ClauseSet.ToDelegateTo, "To whom those before it may delegate."),
        new("on", "on ${1:1 April 2026}", ClauseSet.On, "The day that the question is about."),
    ];

    private static readonly Dictionary<string, ClauseEntry> ByKeyword = All.ToDictionary(entry => entry.Keyword, StringComparer.OrdinalIgnoreCase);

    /// <summary>What the clause with these words means; empty for words that open none.</summary>
    public static string Of(string keyword) => ByKeyword.TryGetValue(keyword, out ClauseEntry? entry) ? entry.Help : "";
}
