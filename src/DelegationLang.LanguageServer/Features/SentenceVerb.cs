using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.Semantics;

namespace DelegationLang.LanguageServer.Features;

/// <summary>A verb as it is proposed after a party.</summary>
/// <param name="Words">The verb.</param>
/// <param name="Help">What a sentence with it says.</param>
/// <param name="Example">A whole sentence with it.</param>
internal sealed record SentenceVerb(string Words, string Help, string Example)
{
    private static readonly SentenceVerb[] All =
    [
        new("delegates", "Gives authority to somebody", "Board delegates podiatry to Chief Executive up to £50,000."),
        new("reserves", "Keeps a matter for somebody", "ICB reserves annual plan to Board."),
        new("recommends", "Recommends, and does not decide", "Audit Committee recommends annual plan to Board."),
        new("oversees", "Watches over, and does not decide", "Audit Committee oversees risk management."),
        new("advises", "Advises, and does not decide", "Audit Committee advises Board on risk management."),
        new("consults", "Must ask somebody before deciding", "Board consults Healthwatch before closing a service."),
        new("entrusts", "Lets somebody manage the money under a contract", "ICB entrusts podiatry to Leeds Trust under Lead Provider Contract."),
        new("deputises for", "Stands in for somebody", "Deputy Chief Executive deputises for Chief Executive."),
        new("takes over from", "Stands from a day on where another stood", "Integrated Committee takes over from Quality Committee on 1 October 2026."),
        new("is also", "Holds another post too", "Finance Director is also Section 151 Officer."),
    ];

    private static readonly SentenceVerb[] Others =
    [
        new("to", "Who gets it", "Board delegates podiatry to Chief Executive."),
        new("is decided by", "In a scenario: who should decide", "scenario \"a new bed\":\n  buying worth £5,000 is decided by Chief Executive."),
        new("is reserved to", "In a scenario: for whom it should be kept", "scenario \"the plan\":\n  annual plan is reserved to Board."),
        new("before", "Before deciding on what", "Board consults Healthwatch before closing a service."),
        new("limits", "Opens a table of financial limits, a line for each of those who may decide", "limits for buying:\n  - Manager up to £5,000\n  - Board."),
        new("matters of", "Opens a list of kinds of decision", "matters of ICB:\n  - buying."),
        new("functions of", "Opens a list of functions", "functions of ICB:\n  - podiatry."),
        new("places of", "Opens a list of places", "places of ICB:\n  - Leeds."),
        new("every delegation", "Adds clauses to every sentence that delegates", "every delegation in this scheme: subject to reserved matters."),
        new("scenario", "A test of the scheme: what should be so", "scenario \"a new bed\":\n  buying worth £5,000 is decided by Chief Executive."),
        new("scheme", "Says what the scheme is called, who approved it and when it holds", "scheme Scheme of Delegation\n  version 1\n  in force from 1 April 2026."),
        new("section", "A heading", "section Finance"),
        new("use", "Brings in a library of law, or another file", "use england."),
        new("use scheme", "Joins the scheme of another body: what is left with that body goes on by its own scheme", "use scheme \"../leeds-council\" for Leeds City Council."),
    ];

    /// <summary>The help and the example, as a client shows them.</summary>
    public MarkupContent Documentation => ClauseEntry.WithExample(Help, Example);

    /// <summary>The verb of these words; none where they are none.</summary>
    public static SentenceVerb? Find(string words) => All.Concat(Others).FirstOrDefault(verb => verb.Words.Split(' ')[0] == words || verb.Words == words);

    /// <summary>The verbs that fit a party, the likeliest first: a post does not entrust, and an organisation does not stand in for anybody.</summary>
    public static IEnumerable<SentenceVerb> Of(PartySymbol party) => All.Where(verb => verb.Words switch
    {
        "entrusts" => !party.IsRole,
        "deputises for" => !party.IsOrganisation,
        "is also" => party.IsRole,
        _ => true,
    });
}
