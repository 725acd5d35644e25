namespace DelegationLang.Semantics.Binding;

/// <summary>
/// Guesses from the words of a name what it is the name of: <c>Audit Committee</c> is an audit committee, <c>Director of Finance</c> an officer,
/// <c>Scrutiny Panel</c> a committee, <c>annual plan</c> a matter. What stands at its end counts most, since that is what English says a thing is.
/// </summary>
internal static class KindGuess
{
    private static readonly string[] Posts =
    [
        "chief", "director", "officer", "manager", "head", "lead", "secretary", "treasurer", "nurse", "executive", "solicitor", "leader", "mayor", "commissioner",
        "clerk", "registrar", "accountant", "controller", "president", "governor", "trustee", "councillor", "partner", "administrator", "supervisor", "coordinator",
        "matron", "consultant", "surveyor", "engineer", "planner", "guardian", "dean", "principal", "headteacher", "pharmacist", "doctor", "physician", "buyer",
        "analyst", "adviser", "advisor", "inspector", "warden", "librarian", "architect", "superintendent", "bursar", "provost", "chancellor", "midwife", "therapist",
        "practitioner", "assistant", "convenor", "convener", "ombudsman", "monitor", "champion", "deputy", "specialist", "technician", "caretaker",
    ];

    private static readonly string[] Chairs = ["chair", "chairman", "chairwoman", "chairperson", "vice-chair", "convenor", "convener"];

    private static readonly string[] Members = ["member", "governor", "trustee", "non-executive"];

    private static readonly string[] Groups = ["panel", "team", "group", "commission", "assembly", "senate", "committee", "sub-committee", "subcommittee", "cabinet", "taskforce", "collaborative"];

    private static readonly string[] Organisations = ["university", "college", "school", "hospital", "federation", "alliance", "association", "society", "agency", "institute", "practice", "foundation"];

    private static readonly string[] Companies = ["ltd", "limited", "plc", "llp", "company", "cic"];

    private static readonly string[] Councils = ["council", "borough", "authority", "county"];

    private static readonly string[] FactsBegin = ["in", "within", "not", "no", "urgent", "novel", "contentious", "agreed", "budgeted", "emergency", "outside", "over", "under", "is", "has", "already"];

    private static readonly string[] FactsEnd = ["urgent", "agreed", "approved", "available", "confirmed", "required", "budgeted", "met", "passed", "signed", "consulted", "emergency", "declared"];

    private static readonly string[] Measures = ["length", "number", "size", "turnover", "price", "cost", "term", "value", "duration", "age", "income", "headcount", "distance", "rate", "share", "period", "deposit", "fee"];

    private static readonly string[] Matters =
    [
        "approval", "award", "appointment", "closure", "plan", "accounts", "budgets", "strategy", "policy", "policies", "report", "dismissal", "grant", "grants", "acquisition", "disposal",
        "changes", "change", "contract", "contracts", "write-offs", "losses", "payments", "orders", "establishment", "appeal", "appeals", "settlement", "settlements", "standing orders", "constitution",
        "bid", "bids", "tender", "tenders", "borrowing", "investment", "investments", "claims", "leases", "merger", "name", "seal", "remuneration", "pay",
    ];

    private static readonly string[] Functions = ["services", "service", "care", "health", "support", "education", "housing", "planning", "prevention", "treatment", "therapy", "protection", "transport", "medicine", "surgery"];

    private static readonly string[] Places = ["place", "district", "locality", "ward", "site", "area", "region", "town", "city", "village", "parish", "quarter", "campus", "neighbourhood", "north", "south", "east", "west"];

    private static readonly string[] Budgets = ["budget", "fund", "reserve", "pot"];

    private static readonly string[] Agreements = ["agreement", "memorandum", "mou", "protocol"];

    /// <summary>The kinds that a thing of this name may be of, the likeliest first; none where its words say nothing.</summary>
    /// <param name="kinds">The kinds that are known.</param>
    /// <param name="name">The name, as written.</param>
    public static IEnumerable<KindSymbol> Of(IReadOnlyCollection<KindSymbol> kinds, string name)
    {
        string lower = name.ToLowerInvariant();
        string[] words = lower.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return [];
        }

        // "Director of Finance", "Panel for Place": what it is stands before "of".
        int of = Array.FindIndex(words, 1, word => word is "of" or "for" or "to" or "on");
        string[] head = of > 0 ? words[..of] : words;
        string[] guesses = Guesses(name, words, head);
        bool isFact = guesses is ["condition", ..];
        IEnumerable<KindSymbol> named = isFact ? [] : kinds
            .Where(kind => EndsWith(head, kind.Name.ToLowerInvariant()) && !IsPost(kind, guesses))
            .OrderByDescending(kind => kind.Name.Length);
        return named.Concat(guesses.SelectMany(guess => kinds.Where(kind => string.Equals(kind.Name, guess, StringComparison.OrdinalIgnoreCase)))).Distinct();
    }

    // "Partner Member" is a member, but "Executive Member for Housing" no officer because of its first word.
    private static bool IsPost(KindSymbol kind, string[] guesses) => kind.Family is not SymbolFamily.Role && guesses is ["officer", ..];

    private static bool EndsWith(string[] head, string kind) => (" " + string.Join(' ', head)).EndsWith(" " + kind, StringComparison.Ordinal);

    private static string[] Guesses(string name, string[] words, string[] head)
    {
        string last = head[^1];
        bool isLower = char.IsLower(name[0]);
        if (isLower)
        {
            return words switch
            {
                _ when FactsBegin.Contains(words[0]) || FactsEnd.Contains(words[^1]) => ["condition", "function", "matter"],
                _ when Measures.Contains(last) || head[0] == "number" => ["measure", "matter", "condition"],
                _ when Budgets.Contains(last) => ["budget", "matter", "function"],
                _ when Agreements.Contains(last) => ["agreement", "matter", "function"],
                _ when Functions.Contains(words[^1]) => ["function", "matter", "condition"],
                _ when head.Any(Matters.Contains) || (head[0].EndsWith("ing", StringComparison.Ordinal) && head[0].Length > 4) => ["matter", "function", "condition"],
                _ => ["function", "matter", "condition", "measure", "budget"],
            };
        }

        return words switch
        {
            _ when Chairs.Contains(last) => ["chair", "officer"],
            _ when Members.Contains(last) => ["member", "officer"],
            _ when last.EndsWith("committee", StringComparison.Ordinal) => [last.StartsWith("sub", StringComparison.Ordinal) ? "sub-committee" : "committee", "group"],
            _ when last is "board" => ["committee", "board"],
            _ when last is "forum" or "network" => ["forum", "group"],
            _ when last is "partnership" => ["partnership", "organisation"],
            _ when Groups.Contains(last) => ["committee", "group"],
            _ when last is "executive" && head.Length > 1 && head[^2] is not ("chief" or "deputy" or "senior" or "non") => ["committee", "officer"],
            _ when Posts.Contains(last) || Posts.Contains(head[0]) => ["officer", "member"],
            _ when words.Contains("icb") => ["integrated care board", "organisation"],
            _ when words.Contains("trust") => ["NHS trust", "NHS foundation trust", "organisation"],
            _ when Councils.Any(words.Contains) => ["local authority", "organisation"],
            _ when Companies.Contains(last) => ["company", "organisation"],
            _ when Organisations.Any(words.Contains) => ["organisation", "company"],
            _ when Agreements.Contains(last) => ["agreement"],
            _ when Budgets.Contains(last) => ["budget"],
            _ when Places.Contains(last) => ["place", "committee"],
            _ when words.Any(Posts.Contains) => ["officer", "member"],
            _ when words.Length == 1 => ["place", "officer", "organisation"],
            _ => ["committee", "officer", "place"],
        };
    }
}
