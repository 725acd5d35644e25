using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html;

/// <summary>The sentences that give all other matters: who decides what a scheme does not list.</summary>
internal static class ResidualClauses
{
    /// <summary>Those of a scheme, exceptional powers apart. One stands also where all that is declared is given by other sentences: it is about what is not.</summary>
    public static IEnumerable<DelegationStatement> Of(PageContext context) =>
        context.Model.Delegations.Where(statement => Is(statement) && !statement.Terms.IsEvenIfReserved && context.Publication.IsEffective(statement));

    /// <summary>Whether a statement gives all matters, or all other matters.</summary>
    public static bool Is(Statement statement) =>
        statement is DelegationStatement { Subjects: var subjects } && subjects.Any(subject => subject.Scope is SubjectScope.AllMatters or SubjectScope.AllOtherMatters);
}
