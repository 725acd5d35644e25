using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Features;

/// <summary>What a sentence does not say and the chain above it does: the limit that it comes to, and the last day on which it holds.</summary>
internal static class Hints
{
    private const int TypeKind = 1;

    public static InlayHint[] Of(DocumentView view, TextSpan within)
    {
        var hints = new List<InlayHint>();
        foreach (DelegationStatement statement in view.Project.Compilation.Model.Delegations)
        {
            if (ReferenceEquals(statement.Location.Source, view.Source) && statement.Location.Span.Overlaps(within) && view.Project.Authority.RuleOf(statement) is { } rule)
            {
                Add(hints, view, statement, rule);
            }
        }

        return [.. hints.OrderBy(hint => hint.Position.Line).ThenBy(hint => hint.Position.Character)];
    }

    private static void Add(List<InlayHint> hints, DocumentView view, DelegationStatement statement, RuleDefinition rule)
    {
        IReadOnlyList<Authority> effect = view.Project.Authority.Effect(statement);
        string own = rule.Limit is null ? "" : Wording.Limit(view.Project.Compilation.Engine.Space.Definition, rule.Limit);
        string[] limits = [.. effect.Select(authority => authority.Limit).Distinct()];
        if (limits is [{ Length: > 0 } limit] && limit != own)
        {
            int place = rule.Limit is not null && statement.Terms.Limit is { } stated && !statement.Terms.IsLimitAdded ? stated.Location.Span.End : AfterHolders(statement);
            hints.Add(new InlayHint
            {
                Position = view.Position(place),
                Label = own.Length == 0 ? limit : "in effect " + limit,
                Tooltip = "What this comes to through the chain of authority above it.",
                Kind = TypeKind,
                PaddingLeft = true,
            });
        }

        DateOnly[] ends = [.. effect.Where(authority => authority.Days.HasLast).Select(authority => authority.Days.Last).Distinct()];
        if (ends is [var last] && effect.All(authority => authority.Days.HasLast) && !(rule.Days.HasLast && rule.Days.Last == last))
        {
            hints.Add(new InlayHint
            {
                Position = view.Position(BeforeStop(view, statement)),
                Label = "until " + Wording.Day(last),
                Tooltip = "The last day on which this holds, which follows from the sentences above it or from the scheme.",
                Kind = TypeKind,
                PaddingLeft = true,
            });
        }
    }

    private static int AfterHolders(DelegationStatement statement) =>
        statement.Holders.IsEmpty ? statement.Location.Span.Start : statement.Holders[^1].Location.Span.End;

    private static int BeforeStop(DocumentView view, DelegationStatement statement)
    {
        int end = statement.Location.Span.End;
        return end > 0 && view.Source.Content[end - 1] == '.' ? end - 1 : end;
    }
}
