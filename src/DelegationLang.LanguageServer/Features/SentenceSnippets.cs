namespace DelegationLang.LanguageServer.Features;

/// <summary>A whole sentence with places to fill in.</summary>
/// <param name="Label">The words by which it is found.</param>
/// <param name="Detail">What it is for.</param>
/// <param name="Body">The sentence, in the notation of snippets.</param>
internal sealed record SentenceSnippet(string Label, string Detail, string Body);

/// <summary>The sentences of the language, as they are proposed where one starts.</summary>
internal static class SentenceSnippets
{
    public static readonly SentenceSnippet[] All =
    [
        new("delegates", "Give authority to somebody", "${1:Board} delegates ${2:function} to ${3:committee or officer}\n  up to £${4:50,000}\n  with reserved matters."),
        new("reserves", "Keep a matter for somebody", "${1:Organisation} reserves ${2:matter} to ${3:Board}."),
        new("entrusts", "A lead provider manages the money under a contract", "${1:Organisation} entrusts ${2:function} to ${3:provider} under ${4:contract}."),
        new("limits for", "A table of financial limits", "limits for ${1:matter}:\n  - ${2:officer} up to £${3:50,000}\n  - ${4:officer} up to £${5:250,000}\n  - ${6:Board}."),
        new("matters of … reserved to", "Matters kept for the board", "matters of ${1:Organisation} reserved to ${2:Board}:\n  - ${3:approval of the annual plan} reference \"${4:1.1}\"."),
        new("matters of", "Declare several kinds of decision", "matters of ${1:Organisation}:\n  - ${2:award of contract}."),
        new("functions of", "Declare several functions", "functions of ${1:Organisation}:\n  - ${2:community services}."),
        new("places of", "Declare several places", "places of ${1:Organisation}:\n  - ${2:Leeds}."),
        new("every delegation in this scheme", "Clauses for every delegation", "every delegation in this scheme: subject to reserved matters."),
        new("deputises for", "Who stands in for whom", "${1:Deputy} deputises for ${2:Chief Executive}."),
        new("takes over from", "Who takes over from whom", "${1:Integrated Committee} takes over from ${2:Quality Committee} on ${3:1 October 2026}."),
        new("Nobody takes part", "Who is concerned has no part in it", "Nobody takes part in what concerns them."),
        new("recommends", "Who recommends", "${1:Committee} recommends ${2:matter} to ${3:Board}."),
        new("advises", "Who advises", "${1:Committee} advises ${2:Board} on ${3:matter}."),
        new("oversees", "Who oversees", "${1:Committee} oversees ${2:matter}."),
        new("consults", "Who must be consulted", "${1:Board} consults ${2:Healthwatch} before ${3:matter}."),
        new("is also", "A post that holds a statutory role too", "${1:Director of Finance} is also ${2:Section 151 Officer}."),
        new("scenario", "A test of the scheme", "scenario \"${1:what should be so}\":\n  ${2:matter} worth £${3:50,000} is decided by ${4:party}."),
        new("scheme", "The scheme itself", "scheme ${1:Title}\n  version ${2:1.0}\n  approved by ${3:Board} on ${4:24 March 2026}\n  in force from ${5:1 April 2026}."),
        new("section", "A heading", "section ${1:Title}\n"),
        new("use", "Bring in the law of England, or another file", "use ${1:england}."),
        new("use scheme", "Join the scheme of another body", "use scheme \"${1:../leeds-council}\" for ${2:Leeds City Council}."),
        new("is an organisation", "Declare a body", "${1:Name} is ${2|an integrated care board,an NHS trust,an NHS foundation trust,a local authority,a combined authority|} known as ${3:short name}."),
        new("is a board", "Declare a board", "${1:Board} is the board of ${2:Organisation}."),
        new("is a committee", "Declare a committee", "${1:Audit Committee} is a committee of ${2:Board} reporting to ${2:Board}."),
        new("is an officer", "Declare a post", "${1:Chief Executive} is an officer of ${2:Organisation}."),
        new("is a function", "Declare a function", "${1:community services} is a function of ${2:Organisation}."),
        new("is a matter", "Declare a kind of decision", "${1:award of contract} is a matter of ${2:Organisation}."),
        new("is a budget", "Declare a budget", "${1:community services budget} is a budget of ${2:Organisation} covering ${3:community services} worth £${4:10 million} for ${5:2026/27}."),
        new("is a place", "Declare a place", "${1:Leeds} is a place of ${2:Organisation}."),
        new("is a condition", "Declare something that is true or false", "${1:in budget} is a condition judged by ${2:Director of Finance}."),
        new("is a measure", "Declare something that is a number", "${1:contract length} is a measure in ${2:years}."),
        new("is an amount", "Declare a named sum", "${1:tender threshold} is an amount of £${2:214,904}."),
        new("is an agreement", "Declare an agreement between bodies", "${1:Agreement} is a ${2:delegation agreement} between ${3:body}, ${4:body} covering ${5:function} under ${6:power}."),
    ];
}
