using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Where a list that can be grouped in two ways stands.</summary>
internal enum MixedPlace
{
    /// <summary>After <c>to</c>.</summary>
    Holders,

    /// <summary>After <c>to</c>, where others must act with each.</summary>
    JoinedHolders,

    /// <summary>After <c>jointly with</c> or a step.</summary>
    Clause,

    /// <summary>After <c>with members</c>, where nobody is one only perhaps.</summary>
    Members,
}

/// <summary>Reports lists of parties that can be grouped in two ways, such as <c>after consulting A or B, C</c>: who acts must never be a guess.</summary>
internal sealed class MixedLists(NameResolver resolver, Reporter reporter)
{
    /// <summary>Reports the list, with both readings and a fix for each that can be written in its place.</summary>
    public void Report(Scope scope, PartyListSyntax list, MixedPlace place)
    {
        List<List<string>> groups = GroupsOf(scope, list);
        string[] all = [.. groups.SelectMany(group => group)];
        string separate = Separate(groups);
        reporter.Report(scope, new Diagnostic(
            SemanticDiagnostics.ListWithTwoReadings,
            scope.At(list),
            place == MixedPlace.Members ? "members with `or` between them may be either, or both" : Message(list, all, separate))
        {
            Label = place == MixedPlace.Members || list.Items[0].Count > 1 ? "joined by `or`" : "commas or `and`, and `or`, in one list",
            Help = Help(list, place, all, separate),
            Fixes = Fixes(scope, list, place, all, groups),
        });
    }

    private static string Message(PartyListSyntax list, string[] all, string separate) => list.Items[0].Count > 1
        ? $"this can be read in two ways: {list.Items[0].Count} of {Wording.List(all)}, or {list.Items[0].Count} of {all[0]} or else {Wording.List(all[1..], "or")}"
        : $"this can be read in two ways: any one of {Wording.List(all, "or")}, or all of these: {separate}";

    private static string Help(PartyListSyntax list, MixedPlace place, string[] all, string separate) => place switch
    {
        MixedPlace.Members => "separate members by commas; whoever is a member only at times is one by a sentence of its own with `from` and `until`",
        _ when list.Items[0].Count > 1 => $"if any of them may be among the {list.Items[0].Count}, separate all by commas; otherwise write a sentence for each case",
        MixedPlace.JoinedHolders => $"write `or` between all of them if each acts with whoever is named after `jointly with`; if some of them act alone, give those a sentence of their own ({separate})",
        MixedPlace.Holders => "write a sentence for each case",
        _ => $"for any one of them write `{string.Join(" or ", all)}`; for {separate} repeat the clause for each of these",
    };

    private static ImmutableArray<CodeFix> Fixes(Scope scope, PartyListSyntax list, MixedPlace place, string[] all, List<List<string>> groups)
    {
        SourceLocation location = scope.At(list);
        if (place == MixedPlace.Members)
        {
            return [];
        }

        if (list.Items[0].Count > 1)
        {
            string counted = scope.Source.ToString(list.Items[0].Span);
            return [new CodeFix($"{list.Items[0].Count} of them all: commas", [new TextEdit(location, string.Join(", ", [counted, .. all[1..]]))])];
        }

        var anyOne = new CodeFix("Any one of them: `or` between all", [new TextEdit(location, string.Join(" or ", all))]);
        if (place != MixedPlace.Clause)
        {
            return [anyOne];
        }

        string keyword = KeywordBefore(scope, list);
        return keyword.Length == 0
            ? [anyOne]
            : [anyOne, new CodeFix(
                $"All of these: `{keyword}` before each",
                [new TextEdit(location, string.Join($" {keyword} ", groups.Select(group => string.Join(" or ", group))))])];
    }

    // The clause that the list stands in.
    private static string KeywordBefore(Scope scope, PartyListSyntax list)
    {
        IEnumerable<ClauseSyntax> clauses = scope.Node switch
        {
            SentenceSyntax sentence => sentence.Clauses,
            TableLineSyntax line => line.Clauses,
            _ => [],
        };
        return clauses.FirstOrDefault(clause => (clause as JointlyClauseSyntax)?.Parties == list || (clause as StepClauseSyntax)?.Parties == list)?.Keyword ?? "";
    }

    private static string Separate(List<List<string>> groups) => Wording.List(
        [.. groups.Select(group => group.Count == 1 ? group[0] : $"one of {Wording.List(group, "or")}")]);

    // What `or` joins, between commas and `and`.
    private List<List<string>> GroupsOf(Scope scope, PartyListSyntax list)
    {
        var groups = new List<List<string>>();
        int before = -1;
        foreach (PartySyntax item in list.Items)
        {
            bool isAlternative = before >= 0 && scope.Source.Content.AsSpan(before, item.Span.Start - before).Contains("or", StringComparison.OrdinalIgnoreCase);
            foreach (NamePart part in resolver.SplitAtAnd(scope, scope.Part(item.Name)))
            {
                if (isAlternative && groups.Count > 0)
                {
                    groups[^1].Add(part.AsWritten);
                }
                else
                {
                    groups.Add([part.AsWritten]);
                }

                isAlternative = false;
            }

            before = item.Span.End;
        }

        return groups;
    }
}
