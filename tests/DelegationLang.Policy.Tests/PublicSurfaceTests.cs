namespace DelegationLang.Policy.Tests;

/// <summary>What a program finds when it uses the namespace of the policy objects, and no more.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly string[] Expected =
    [
        // The scheme.
        "IPolicyScheme", "LoadedScheme", "BoundScheme", "NamedPart", "SchemeVersions", "SchemeIdentity", "SchemeJsonException", "DecisionSpace",

        // Its names.
        "Party", "Function", "Matter", "Budget", "Place", "Condition", "Measure", "Find",

        // Questions.
        "Ask", "MayQuestion", "WhoQuestion", "SigningQuestion", "Decision", "DecisionRequest", "DecisionResult",

        // Answers.
        "Answer", "Outcome", "Authority", "SourceReference", "Standing", "StandingKind", "Signing", "SigningKind", "SigningWay", "NotAuthorisedException",

        // Money, days, and the words for both.
        "Money", "Amount", "Sterling", "Euro", "Vat", "DateRange", "Wording",
    ];

    [Fact]
    public void The_namespace_of_the_policy_objects_holds_what_programs_ask_with() => Assert.Equal(
        Expected.Order(StringComparer.Ordinal),
        typeof(DecisionSpace).Assembly.GetExportedTypes().Where(type => type.Namespace == "DelegationLang.Policy" && !type.IsNested).Select(type => type.Name.Split('`')[0]).Distinct().Order(StringComparer.Ordinal));
}
