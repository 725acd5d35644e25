using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>The verbs of paper schemes.</summary>
internal static class PaperVerbs
{
    /// <summary>Who approves something decides it.</summary>
    public static readonly string[] Approving =
    [
        "approves", "authorises", "authorizes", "agrees", "agrees to", "determines", "decides", "decides on", "decides about", "signs off", "signs", "sanctions",
        "gives approval for", "gives approval to", "gives authority for", "is responsible for approving", "is responsible for authorising", "is responsible for agreeing", "is responsible for determining",
        "is responsible for deciding", "is responsible for signing off", "is responsible for the approval of", "is responsible for signing",
    ];

    /// <summary>Words after which the verb of a decision comes.</summary>
    public static readonly string[] Modal =
    [
        "may", "can", "shall", "will", "must", "is authorised to", "is authorized to", "is empowered to", "is permitted to", "is allowed to", "is able to", "has authority to", "has the authority to",
        "has delegated authority to", "has power to", "has the power to", "has responsibility to", "is responsible to", "is required to",
    ];

    /// <summary>Verbs of a decision as they stand after <c>to</c> or <c>may</c>.</summary>
    public static readonly string[] Acts = ["approve", "authorise", "authorize", "agree", "agree to", "determine", "decide", "decide on", "sign off", "sign", "sanction"];

    /// <summary>What gives authority to somebody who stands straight after it.</summary>
    public static readonly string[] Empowering =
        ["authorises", "authorizes", "empowers", "permits", "allows", "gives authority to", "grants authority to", "gives delegated authority to", "gives power to", "appoints"];

    /// <summary>What stands before a subject that somebody decides.</summary>
    public static readonly string[] ActsOn =
    [
        "authority to approve", "authority to authorise", "authority for", "power to approve", "approval of", "the approval of", "authorisation of", "the authorisation of", "determination of", "decisions on",
        "Authority to approve", "Authority to authorise", "Authority for", "Power to approve", "Approval of", "The approval of", "Authorisation of", "The authorisation of", "Determination of", "Decisions on",
    ];

    /// <summary>What stands between a subject and whoever decides it.</summary>
    public static readonly string[] DelegatedTo =
    [
        "is delegated to", "are delegated to", "is approved by", "are approved by", "is authorised by", "are authorised by", "is agreed by", "are agreed by", "is determined by", "are determined by",
        "is decided by", "are decided by", "is signed off by", "are signed off by", "is signed by", "are signed by", "rests with", "is the responsibility of", "are the responsibility of", "must be approved by",
        "to be approved by", "shall be approved by", "may be approved by", "require the approval of", "requires the approval of", "is assigned to", "are assigned to",
    ];

    /// <summary>What stands between a subject and whoever keeps it.</summary>
    public static readonly string[] ReservedTo =
        ["is reserved to", "are reserved to", "is reserved for", "are reserved for", "is retained by", "are retained by", "remains with", "remain with", "is reserved by", "are reserved by"];

    /// <summary>What stands between a deputy and the post.</summary>
    public static readonly string[] ActsFor =
        ["acts for", "acts up for", "covers for", "covers", "stands in for", "acts in place of", "acts in the place of", "acts on behalf of", "acts in the absence of", "substitutes for", "is deputy to", "is the deputy of", "is deputy for"];

    /// <summary>What stands before a post whose holder is away.</summary>
    public static readonly string[] Absence = ["In the absence of", "in the absence of", "If absent", "When absent", "During the absence of"];

    /// <summary>What watches and decides nothing.</summary>
    public static readonly string[] Watching = ["monitors", "scrutinises", "scrutinizes", "reviews", "is responsible for monitoring", "is responsible for overseeing", "is responsible for scrutinising", "has oversight of", "supervises"];

    /// <summary>What stands between whoever is consulted and the subject.</summary>
    public static readonly string[] Consulted = ["is consulted on", "is consulted about", "is consulted before", "must be consulted on", "must be consulted before", "shall be consulted on", "is to be consulted on"];

    /// <summary>The word after the longest of some phrases that stands at a word; the word itself where none does.</summary>
    public static int Match(string text, List<TextSpan> words, int first, string[] phrases)
    {
        int longest = first;
        foreach (string phrase in phrases)
        {
            int word = first;
            foreach (string part in phrase.Split(' '))
            {
                bool isThere = word >= 0 && word < words.Count && text.AsSpan(words[word].Start, words[word].Length).SequenceEqual(part);
                word = isThere ? word + 1 : -1;
            }

            longest = Math.Max(longest, word);
        }

        return longest;
    }
}
