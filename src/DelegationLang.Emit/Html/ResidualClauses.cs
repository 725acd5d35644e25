using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html;

/// <summary>The sentences that give all other matters: who decides what a scheme does not list.</summary>
internal static class ResidualClauses
{
    /// <summary>Those of a scheme that give something, exceptional powers apart.</summary>
    public static IEnumerable<DelegationStatement> Of(PageContext context) =>
        context.Model.Delegations.Where(statement => Is(statement) && !statement.Terms.IsEvenIfReserved && context.Publication.Gives(statement));

    /// <summary>Whether a statement gives all matters, or all other matters.</summary>
    public static bool Is(Statement statement) =>
        statement is DelegationStatement { Subjects: var subjects } && subjects.Any(subject => subject.Scope is SubjectScope.AllMatters or SubjectScope.AllOtherMatters);
}
