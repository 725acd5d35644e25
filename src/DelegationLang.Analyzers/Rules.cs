using Microsoft.CodeAnalysis;

namespace DelegationLang.Analyzers;

/// <summary>What the analyzers report. Codes are never reused and never change their meaning; each has a page in <c>docs/analyzers</c>.</summary>
internal static class Rules
{
    public const string UnknownNameId = "DLC1001";
    public const string DroppedAnswerId = "DLC1002";
    public const string DependsId = "DLC1003";
    public const string AllowedOnceId = "DLC1004";
    public const string DayId = "DLC1005";

    /// <summary>The property of a diagnostic with what may stand instead.</summary>
    public const string Instead = "instead";

    private const string Category = "DelegationLang";

    public static readonly DiagnosticDescriptor UnknownName = new(
        UnknownNameId, "The scheme has nothing of this name", "The scheme has no {0} called “{1}”{2}", Category, DiagnosticSeverity.Warning, true,
        "A name in a string that the scheme does not have is found when the program asks, and not when it is compiled.");

    public static readonly DiagnosticDescriptor DroppedAnswer = new(
        DroppedAnswerId, "The answer of the scheme is dropped", "The answer of “{0}” is dropped: the scheme may have refused", Category, DiagnosticSeverity.Warning, true,
        "Asking changes nothing: whoever does not look at the answer goes ahead whatever it is.");

    public static readonly DiagnosticDescriptor Depends = new(
        DependsId, "What depends is not handled", "What depends on something that was not said is treated as a permission: {0}", Category, DiagnosticSeverity.Warning, true,
        "An answer is yes, no, or depends. What is not no need not be yes.");

    public static readonly DiagnosticDescriptor AllowedOnce = new(
        AllowedOnceId, "What is allowed once something is done is treated as allowed", "What is allowed only once a step is taken or others have signed is treated as allowed now: {0}", Category, DiagnosticSeverity.Warning, true,
        "Yes says that a party may decide alone. It need not mean now.");

    public static readonly DiagnosticDescriptor Day = new(
        DayId, "The day is that of the server, or of Greenwich", "The day is taken from {0}: authority begins and ends at midnight where the body is", Category, DiagnosticSeverity.Warning, true,
        "A server may stand in another time zone, and in summer the day in London begins an hour before that of UTC.");
}
