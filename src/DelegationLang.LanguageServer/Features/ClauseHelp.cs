using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.Semantics.Binding;

namespace DelegationLang.LanguageServer.Features;

/// <summary>One clause as it is proposed and explained.</summary>
/// <param name="Keyword">The words that open it.</param>
/// <param name="Snippet">The clause with places to fill in.</param>
/// <param name="Kind">Which clause it is.</param>
/// <param name="Help">What it means, in a sentence.</param>
/// <param name="Example">A whole sentence with it.</param>
/// <param name="MayRepeat">Whether a second one goes on where the first ended, rather than contradicting it.</param>
internal sealed record ClauseEntry(string Keyword, string Snippet, ClauseSet Kind, string Help, string Example, bool MayRepeat = false)
{
    /// <summary>The help and the example, as a client shows them.</summary>
    public MarkupContent Documentation => WithExample(Help, Example);

    /// <summary>A text with an example of the language below it.</summary>
    public static MarkupContent WithExample(string help, string example) => new("markdown", $"{help}\n\n```delegation\n{example}\n```");
}

/// <summary>Every clause of the language: how it is written and what it means.</summary>
internal static class ClauseHelp
{
    /// <summary>The clauses in the order in which people tend to write them.</summary>
    public static readonly ClauseEntry[] All =
    [
        new("up to", "up to £${1:50,000}", ClauseSet.Limit, "The most that may be decided, this figure included.", "Board delegates buying to Chief Executive up to £50,000."),
        new("below", "below £${1:50,000}", ClauseSet.Limit, "Less than this figure, which is not included.", "Board delegates buying to Chief Executive below £50,000."),
        new("above", "above £${1:50,000} up to £${2:250,000}", ClauseSet.Limit, "More than this figure, which is not included: for tiers that meet exactly.", "Board delegates buying to Chief Executive above £50,000 up to £250,000."),
        new("at least", "at least £${1:50,000}", ClauseSet.Limit, "This figure or more.", "Board delegates buying to Finance Committee at least £250,000."),
        new("per contract", "per contract", ClauseSet.Qualifier, "The amount counts the whole value of a contract over its life, extensions included.", "Board delegates buying to Chief Executive up to £50,000 per contract."),
        new("per year", "per year", ClauseSet.Qualifier, "The amount counts what is spent in a year.", "Board delegates buying to Chief Executive up to £50,000 per year."),
        new("in total", "in total", ClauseSet.Qualifier, "The amount counts everything together.", "Board delegates buying to Chief Executive up to £50,000 in total."),
        new("excluding VAT", "excluding VAT", ClauseSet.Qualifier, "The amount does not count VAT.", "Board delegates buying to Chief Executive up to £50,000 excluding VAT."),
        new("including VAT", "including VAT", ClauseSet.Qualifier, "The amount counts VAT.", "Board delegates buying to Chief Executive up to £50,000 including VAT."),
        new("any amount", "any amount", ClauseSet.Unlimited, "There is no limit, and the sentence says so.", "Board delegates buying to Chief Executive any amount."),
        new("temporarily", "temporarily up to £${1:25,000} from ${2:1 April 2026} until ${3:30 September 2026}", ClauseSet.Temporarily, "The limit stands in place of the standing one on these days.", "Board delegates buying to Chief Executive temporarily up to £25,000 from 1 April 2026 until 30 September 2026."),
        new("for", "for ${1:function}", ClauseSet.For, "Only in relation to these functions.", "Board delegates buying to Chief Nurse for community services."),
        new("at", "at ${1:place}", ClauseSet.At, "Only in these places.", "Board delegates podiatry to Place Director at Leeds."),
        new("from", "from ${1:1 April 2026}", ClauseSet.From, "The first day, included.", "Board delegates podiatry to Place Director from 1 April 2026."),
        new("until", "until ${1:31 March 2027}", ClauseSet.Until, "The last day, included.", "Board delegates podiatry to Place Director until 31 March 2027."),
        new("under", "under ${1:agreement}", ClauseSet.Under, "The legal basis: an agreement, which names its power, or a power.", "ICB delegates podiatry to Leeds Council under Leeds Section 75 Agreement."),
        new("with reserved matters", "with reserved matters", ClauseSet.ReservedMatters, "What is reserved stays reserved. Followed by a colon and a list, it also keeps these matters back.", "Board delegates podiatry to Place Director with reserved matters."),
        new("subject to reserved matters", "subject to reserved matters", ClauseSet.ReservedMatters, "What is reserved stays reserved. Followed by a colon and a list, it also keeps these matters back.", "every delegation in this scheme: subject to reserved matters."),
        new("except", "except ${1:matter}", ClauseSet.Except, "What is carved out and stays where it was.", "Board delegates community services to Place Director except podiatry."),
        new("when", "when ${1:condition}", ClauseSet.When, "Only if this is so.", "Board delegates podiatry to Place Director when in budget.", MayRepeat: true),
        new("unless", "unless ${1:condition}", ClauseSet.Unless, "Only if this is not so.", "Board delegates podiatry to Place Director unless novel.", MayRepeat: true),
        new("which goes to", "which goes to ${1:party}", ClauseSet.GoesTo, "Who decides what somebody takes no part in.", "Chief Executive takes no part in pay of the chief executive, which goes to Remuneration Committee."),
        new("jointly with", "jointly with ${1:party}", ClauseSet.Jointly, "Together: neither may act without the other.", "Board delegates podiatry to Place Director jointly with Finance Director."),
        new("after consulting", "after consulting ${1:party}", ClauseSet.Step, "This party must be consulted first. It does not decide.", "Board delegates podiatry to Place Director after consulting Healthwatch.", MayRepeat: true),
        new("after recommendation of", "after recommendation of ${1:party}", ClauseSet.Step, "This party must recommend it first. It does not decide.", "Board delegates podiatry to Place Director after recommendation of Quality Committee.", MayRepeat: true),
        new("after approval of", "after approval of ${1:party}", ClauseSet.Step, "This party must approve it first. It does not decide.", "Board delegates podiatry to Place Director after approval of Finance Director.", MayRepeat: true),
        new("even if reserved", "even if reserved when ${1:condition} ratified by ${2:party}", ClauseSet.EvenIfReserved, "An exceptional power: it reaches reserved matters too, and must be ratified afterwards.", "Board delegates closing a service to Chief Executive even if reserved when urgent ratified by Board."),
        new("with power to delegate", "with power to delegate", ClauseSet.Onward, "May be delegated on. What follows straight after limits onward delegation alone.", "Board delegates podiatry to Place Committee with power to delegate."),
        new("without power to delegate", "without power to delegate", ClauseSet.Onward, "May not be delegated on, which is so anyway where nothing is said.", "Board delegates podiatry to Place Director without power to delegate."),
        new("ratified by", "ratified by ${1:party}", ClauseSet.RatifiedBy, "Must be reported to this party afterwards and confirmed by it.", "Board delegates closing a service to Chief Executive even if reserved when urgent ratified by Board."),
        new("approved by", "approved by ${1:party} on ${2:1 April 2026}", ClauseSet.ApprovedBy, "The approval of this sentence, where it differs from that of the scheme.", "Board delegates podiatry to Place Director approved by Board on 24 March 2026."),
        new("reporting to", "reporting to ${1:party}", ClauseSet.ReportingTo, "To whom it is reported, and how often: monthly, quarterly or annually.", "Board delegates podiatry to Place Director reporting to Place Committee quarterly."),
        new("recorded in", "recorded in \"${1:register}\"", ClauseSet.RecordedIn, "Where decisions are recorded.", "Board delegates podiatry to Place Director recorded in \"register of decisions\"."),
        new("review by", "review by ${1:31 March 2027}", ClauseSet.ReviewBy, "When it is to be looked at again.", "Board delegates podiatry to Place Director review by 31 March 2027."),
        new("reference", "reference \"${1:4.2}\"", ClauseSet.Reference, "A number or mark that is published with it.", "Board delegates podiatry to Place Director reference \"4.2\"."),
        new("note", "note \"${1:text}\"", ClauseSet.Note, "A remark that is published with it.", "Board delegates podiatry to Place Director note \"as agreed in March\".", MayRepeat: true),
        new("supersedes", "supersedes \"${1:earlier.delegation}\"", ClauseSet.Supersedes, "The file of the version before, read for comparison only.", "scheme Scheme of Delegation\n  supersedes \"2025.delegation\"."),
        new("version", "version ${1:1.0}", ClauseSet.Version, "The version of the scheme.", "scheme Scheme of Delegation\n  version 2."),
        new("in force", "in force from ${1:1 April 2026}", ClauseSet.InForce, "The days on which the scheme holds.", "scheme Scheme of Delegation\n  in force from 1 April 2026."),
        new("interpreted by", "interpreted by ${1:party}", ClauseSet.InterpretedBy, "Who settles doubts about what the scheme means.", "scheme Scheme of Delegation\n  interpreted by Chair."),
        new("also searched as", "also searched as \"${1:words}\"", ClauseSet.SearchedAs, "Words that people look for it by: the search of the pages finds it.", "podiatry is a function of ICB also searched as \"foot care\", \"chiropody\"."),
        new("known as", "known as ${1:name}", ClauseSet.KnownAs, "Another name for the same thing.", "Example Integrated Care Board is an integrated care board known as ICB.", MayRepeat: true),
        new("with code", "with code ${1:QXX}", ClauseSet.Code, "Its code: that of the NHS or of the Office for National Statistics.", "Example Integrated Care Board is an integrated care board with code QXX."),
        new("within", "within ${1:parent}", ClauseSet.Within, "What it is a part of.", "podiatry is a function of ICB within community services."),
        new("responsible for", "responsible for ${1:function}", ClauseSet.ResponsibleFor, "What a post or a group answers for. It gives no authority.", "Director of Place is an officer of Council responsible for highways."),
        new("held by several people", "held by several people", ClauseSet.HeldBySeveral, "More than one person holds the post at a time.", "Councillor is a member of Council held by several people."),
        new("covering", "covering ${1:function}", ClauseSet.Covering, "What it covers.", "community budget is a budget of ICB covering community services."),
        new("between", "between ${1:party}, ${2:party}", ClauseSet.Between, "Whose it is, where it belongs to several.", "Care Agreement is a delegation agreement between ICB, Leeds Council."),
        new("chaired by", "chaired by ${1:post}", ClauseSet.ChairedBy, "Who takes the chair.", "Audit Committee is a committee of Board chaired by Lay Member."),
        new("with members", "with members ${1:post}", ClauseSet.Members, "Who belongs to it; “two of” and a post stands for two people of it.", "Audit Committee is a committee of Board with members Lay Member, two of Non-Executive Director."),
        new("with quorum", "with quorum ${1:5}", ClauseSet.Quorum, "How many members must be present.", "Audit Committee is a committee of Board with quorum 3."),
        new("attended by", "attended by ${1:post}", ClauseSet.Attendance, "Who takes part without a vote.", "Place Committee is a committee of Board with members Chair, Lay Member attended by Director of Adults."),
        new("deciding by", "deciding by ${1:majority}", ClauseSet.Voting, "How it comes to a decision: majority, consensus, unanimity, two thirds, three quarters.", "Place Committee is a committee of Board deciding by majority."),
        new("with casting vote of", "with casting vote of ${1:post}", ClauseSet.CastingVote, "Whose vote counts where the votes are equal.", "Place Committee is a committee of Board deciding by majority with casting vote of Chair."),
        new("if not agreed", "if not agreed, to ${1:party}", ClauseSet.IfNotAgreed, "Who decides where it comes to no decision.", "Place Committee is a committee of Board deciding by consensus if not agreed, to Board."),
        new("meeting in", "meeting in ${1:public} ${2:monthly}", ClauseSet.Meeting, "Whether others may attend its meetings, and how often it meets.", "Place Committee is a committee of Board meeting in public monthly."),
        new("with papers at", "with papers at \"https://${1:example.org/papers}\"", ClauseSet.PapersAt, "Where its agendas, papers and minutes are published.", "Place Committee is a committee of Board with papers at \"https://example.org/papers\"."),
        new("contracts held by", "contracts held by ${1:organisation}", ClauseSet.ContractsHeldBy, "Which legal body makes the contracts that follow from its decisions.", "Joint Committee is a joint committee between ICB, Leeds Council contracts held by ICB."),
        new("accountable to", "accountable to ${1:party}", ClauseSet.AccountableTo, "To whom it answers besides whoever it reports to. It gives no authority.", "Place Committee is a committee of Board reporting to Board accountable to Leeds Council."),
        new("seconded to", "seconded to ${1:organisation}", ClauseSet.SecondedTo, "Whose officer a post of another body counts as, by secondment.", "Care Director is an officer of Leeds Council seconded to ICB."),
        new("with population", "with population ${1:250,000}", ClauseSet.Population, "How many people live there.", "Leeds is a place of ICB with population 812,000."),
        new("with boundary of", "with boundary of ${1:organisation}", ClauseSet.Boundary, "Whose area it is.", "Leeds is a place of ICB with boundary of Leeds Council."),
        new("because", "because \"${1:reason}\"", ClauseSet.Because, "Why it is kept or given there, published with it.", "Board delegates podiatry to Place Committee because \"it is close to those who use it\"."),
        new("hosted by", "hosted by ${1:organisation}", ClauseSet.HostedBy, "Which organisation runs it.", "Joint Committee is a joint committee between ICB, Leeds Council hosted by ICB."),
        new("judged by", "judged by ${1:party}", ClauseSet.JudgedBy, "Who says whether it is so.", "in budget is a condition judged by Finance Director."),
        new("normally true", "normally true", ClauseSet.Normally, "Taken to be so where a question does not say.", "in budget is a condition normally true."),
        new("normally false", "normally false", ClauseSet.Normally, "Taken not to be so where a question does not say.", "urgent is a condition normally false."),
        new("worth", "worth £${1:1 million}", ClauseSet.Worth, "How much money it is, or, in a question, how much is to be decided.", "community budget is a budget of ICB covering community services worth £10 million."),
        new("stating", "stating ${1:aims}", ClauseSet.Stating, "What the agreement states, or under a power what one must state.", "Care Agreement is a delegation agreement between ICB, Leeds Council stating aims, payments."),
        new("to delegate to", "to delegate to ${1:kind}", ClauseSet.ToDelegateTo, "To whom those before it may delegate.", "Care Act power is a power for local authority to delegate to NHS body."),
        new("on", "on ${1:1 April 2026}", ClauseSet.On, "The day that the question is about.", "scenario \"a new bed\":\n  buying worth £5,000 on 1 May 2026 is decided by Chief Executive."),
    ];

    private static readonly Dictionary<string, ClauseEntry> ByKeyword = All.ToDictionary(entry => entry.Keyword, StringComparer.OrdinalIgnoreCase);

    /// <summary>The clause that these words open; none for words that open none.</summary>
    public static ClauseEntry? Find(string keyword) => ByKeyword.GetValueOrDefault(keyword);
}
