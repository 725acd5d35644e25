namespace DelegationLang.Parsing;

/// <summary>The sorts of sentence that differ in the clauses they may have: as far as the words alone tell, and by what is declared.</summary>
[Flags]
internal enum SentenceSort : ulong
{
    None = 0,
    Scheme = 1UL << 0,
    Use = 1UL << 1,
    UseScheme = 1UL << 2,
    Designation = 1UL << 3,
    Reservation = 1UL << 4,
    Prohibition = 1UL << 5,
    Delegation = 1UL << 6,
    TableLine = 1UL << 7,
    TableHead = 1UL << 8,
    EveryDelegation = 1UL << 9,
    Deputy = 1UL << 10,
    Involvement = 1UL << 11,
    Recusal = 1UL << 12,
    Succession = 1UL << 13,
    Conflicts = 1UL << 14,

    /// <summary>A question, or the decision of a scenario.</summary>
    Decision = 1UL << 15,

    /// <summary><c>What may X decide</c>, which is a question about everything.</summary>
    Inventory = 1UL << 16,

    /// <summary>A sentence that delegates or reserves, before it says to whom.</summary>
    BeforeRecipient = 1UL << 17,

    // What is declared.
    Kind = 1UL << 18,
    Class = 1UL << 19,
    Organisation = 1UL << 20,
    Group = 1UL << 21,
    Role = 1UL << 22,

    /// <summary>A function or a matter.</summary>
    Subject = 1UL << 23,

    /// <summary>A function or a matter of a library, which says for which kinds of body it is.</summary>
    LibrarySubject = 1UL << 24,
    Budget = 1UL << 25,
    Place = 1UL << 26,
    Power = 1UL << 27,

    /// <summary>A power that a sentence of its own declares, and not a line of a list.</summary>
    PowerSentence = 1UL << 28,
    Agreement = 1UL << 29,
    Condition = 1UL << 30,
    Measure = 1UL << 31,

    /// <summary>What has no clause of its own: an amount, a basis.</summary>
    Other = 1UL << 32,

    /// <summary>Whatever has a name, a place and days of its own.</summary>
    Things = Organisation | Group | Role | Subject | Budget | Place | Power | Agreement | Condition | Measure | Other,

    Deciding = Reservation | Delegation | TableLine | EveryDelegation,

    /// <summary>A declaration, as far as its words tell.</summary>
    Declaration = Things | Kind | Class | LibrarySubject | PowerSentence,

    /// <summary>A line that declares a matter and reserves it: its clauses say something about the matter or about keeping it.</summary>
    ReservedLine = Reservation | Subject,

    /// <summary>A line of a list, which declares, and may reserve.</summary>
    ListItem = Reservation | (Declaration & ~PowerSentence),
}
