namespace DelegationLang.Semantics.Binding;

/// <summary>A set of families.</summary>
internal readonly record struct FamilySet(uint Bits)
{
    public static FamilySet Of(params ReadOnlySpan<SymbolFamily> families)
    {
        uint bits = 0;
        foreach (SymbolFamily family in families)
        {
            bits |= 1u << (int)family;
        }

        return new FamilySet(bits);
    }

    public bool Contains(SymbolFamily family) => (Bits & (1u << (int)family)) != 0;

    public IEnumerable<SymbolFamily> Families()
    {
        uint bits = Bits;
        return Enum.GetValues<SymbolFamily>().Where(family => (bits & (1u << (int)family)) != 0);
    }
}

/// <summary>What may stand in a place of a sentence, and how to say that something else cannot.</summary>
/// <param name="Families">What may stand there.</param>
/// <param name="Objection">What follows <c>`Leeds` is a place</c>: <c>, so it cannot be given authority</c>.</param>
/// <param name="Noun">What is wanted, in words: <c>an organisation, a group or a post</c>.</param>
internal sealed record Expectation(FamilySet Families, string Objection, string Noun)
{
    private const string AnyParty = "an organisation, a group or a post";
    private static readonly FamilySet Parties = FamilySet.Of(SymbolFamily.Organisation, SymbolFamily.Group, SymbolFamily.Role);
    private static readonly FamilySet Subjects = FamilySet.Of(SymbolFamily.Function, SymbolFamily.Matter, SymbolFamily.Budget);

    public static Expectation Delegator { get; } = new(Parties, ", so it has no authority to give", AnyParty);

    public static Expectation Reserver { get; } = new(Parties, ", so it has nothing to reserve", AnyParty);

    public static Expectation Holder { get; } = new(Parties, ", so it cannot be given authority", AnyParty);

    public static Expectation Colleague { get; } = new(Parties, ", so nobody can act jointly with it", AnyParty);

    public static Expectation Adviser { get; } = new(Parties, ", so it cannot be consulted, recommend or approve", AnyParty);

    public static Expectation Ratifier { get; } = new(Parties, ", so it cannot ratify anything", AnyParty);

    public static Expectation Approver { get; } = new(Parties, ", so it cannot approve anything", AnyParty);

    public static Expectation Overseer { get; } = new(Parties, ", so nothing can be reported to it", AnyParty);

    public static Expectation Judge { get; } = new(Parties, ", so it cannot judge anything", AnyParty);

    public static Expectation Interpreter { get; } = new(Parties, ", so it cannot settle what the scheme means", AnyParty);

    public static Expectation Involved { get; } = new(Parties, ", so it can have no part in a decision", AnyParty);

    public static Expectation Deputy { get; } = new(
        FamilySet.Of(SymbolFamily.Group, SymbolFamily.Role), ", so it cannot deputise or be deputised for", "a post or a group");

    public static Expectation Chair { get; } = new(FamilySet.Of(SymbolFamily.Role), ", so it cannot take the chair", "a post");

    public static Expectation CountedPost { get; } = new(FamilySet.Of(SymbolFamily.Role), ", so there are no several people of it", "a post that several people hold");

    public static Expectation Post { get; } = new(FamilySet.Of(SymbolFamily.Role), ", not a post that a person holds", "a post");

    public static Expectation Member { get; } = new(Parties, ", so it cannot be a member", AnyParty);

    public static Expectation ClassMember { get; } = new(
        FamilySet.Of(SymbolFamily.Group, SymbolFamily.Role), ", so it cannot be one of a class", "a post or a group");

    public static Expectation Host { get; } = new(FamilySet.Of(SymbolFamily.Organisation), ", so it cannot be the host", "an organisation");

    public static Expectation Contractor { get; } = new(FamilySet.Of(SymbolFamily.Organisation), ", so it holds no contracts", "an organisation");

    public static Expectation Borrower { get; } = new(FamilySet.Of(SymbolFamily.Organisation), ", so nobody can be seconded to it", "an organisation");

    public static Expectation Bounded { get; } = new(FamilySet.Of(SymbolFamily.Organisation), ", so it has no area of its own", "an organisation");

    public static Expectation Body { get; } = new(FamilySet.Of(SymbolFamily.Organisation), ", so it has no scheme of its own", "an organisation");

    public static Expectation Owner { get; } = new(Parties, ", so nothing can be `of` it", AnyParty);

    public static Expectation OwnerOfGroup { get; } = new(
        FamilySet.Of(SymbolFamily.Organisation, SymbolFamily.Group), ", so it has no groups or posts", "an organisation or a group");

    public static Expectation OwnerOfOrganisation { get; } = new(FamilySet.Of(SymbolFamily.Organisation), ", so no organisation can be `of` it", "an organisation");

    public static Expectation Subject { get; } = new(Subjects, ", not a function, a matter or a budget", "a function, a matter or a budget");

    public static Expectation Successor { get; } = new(Parties, ", so nobody takes over from it, nor it from anybody", AnyParty);

    public static Expectation Overseen { get; } = new(
        FamilySet.Of(SymbolFamily.Function, SymbolFamily.Matter, SymbolFamily.Budget, SymbolFamily.Organisation, SymbolFamily.Group, SymbolFamily.Role),
        ", so nobody can oversee it",
        "a body, a post, a function, a matter or a budget");

    public static Expectation Function { get; } = new(FamilySet.Of(SymbolFamily.Function), "; only a function can stand here", "a function");

    public static Expectation FunctionAfterFor { get; } = new(FamilySet.Of(SymbolFamily.Function), "; only functions can stand after `for`", "a function");

    public static Expectation Covered { get; } = new(
        FamilySet.Of(SymbolFamily.Function, SymbolFamily.Matter), ", so it cannot be covered", "a function or a matter");

    public static Expectation WithinFunction { get; } = new(FamilySet.Of(SymbolFamily.Function), ", so no function lies within it", "a function");

    public static Expectation WithinMatter { get; } = new(
        FamilySet.Of(SymbolFamily.Matter, SymbolFamily.Function), ", so no matter lies within it", "a matter or a function");

    public static Expectation WithinBudget { get; } = new(FamilySet.Of(SymbolFamily.Budget), ", so no budget lies within it", "a budget");

    public static Expectation WithinPlace { get; } = new(FamilySet.Of(SymbolFamily.Place), ", so no place lies within it", "a place");

    public static Expectation Place { get; } = new(FamilySet.Of(SymbolFamily.Place), "; only a place can stand after `at`", "a place");

    public static Expectation Basis { get; } = new(
        FamilySet.Of(SymbolFamily.Agreement, SymbolFamily.Power), "; only an agreement or a power can stand after `under`", "an agreement or a power");

    public static Expectation Power { get; } = new(FamilySet.Of(SymbolFamily.Power), "; only a power can stand after `under` here", "a power");

    public static Expectation Fact { get; } = new(
        FamilySet.Of(SymbolFamily.Condition, SymbolFamily.Measure), ", so it is neither true nor false", "a condition or a measure");

    public static Expectation Sum { get; } = new(
        FamilySet.Of(SymbolFamily.Amount, SymbolFamily.Measure), ", not a sum of money", "an amount or a measure in money");

    public static Expectation PowerParty { get; } = new(Parties, ", so no power can be given to it", "a kind of organisation, group or post");
}
