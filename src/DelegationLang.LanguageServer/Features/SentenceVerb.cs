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
        new("is also", "Holds another post too", "Finance Director is also Section 151 Officer."),
    ];

    /// <summary>The help and the example, as a client shows them.</summary>
    public MarkupContent Documentation => ClauseEntry.WithExample(Help, Example);

    /// <summary>The verbs that fit a party, the likeliest first: a post does not entrust, and an organisation does not stand in for anybody.</summary>
    public static IEnumerable<SentenceVerb> Of(PartySymbol party) => All.Where(verb => verb.Words switch
    {
        "entrusts" => !party.IsRole,
        "deputises for" => !party.IsOrganisation,
        "is also" => party.IsRole,
        _ => true,
    });
}
