using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <content>Choices among parties, and what is wrong with a list of them.</content>
internal sealed partial class PartyLists
{
    // Every way to choose so many of the parties, in the order of the text.
    private ImmutableArray<ActingGroup> Choose(Scope scope, SourceLocation location, List<PartySymbol> among, int count)
    {
        ImmutableArray<ActingGroup>.Builder groups = ImmutableArray.CreateBuilder<ActingGroup>();
        int[] chosen = [.. Enumerable.Range(0, count)];
        while (true)
        {
            if (groups.Count == MostGroups)
            {
                ReportTooMany(scope, location);
                return [];
            }

            groups.Add(new ActingGroup([.. chosen.Select(index => among[index])]));
            int last = count - 1;
            while (last >= 0 && chosen[last] == among.Count - count + last)
            {
                last--;
            }

            if (last < 0)
            {
                return groups.DrainToImmutable();
            }

            chosen[last]++;
            for (int i = last + 1; i < count; i++)
            {
                chosen[i] = chosen[i - 1] + 1;
            }
        }
    }

    private void ReportAnd(Scope scope, NameSyntax name, ImmutableArray<NamePart> parts)
    {
        SourceLocation location = scope.At(name);
        string Joined(string word) => string.Join(word, parts.Select(part => part.AsWritten));
        string names = Wording.List([.. parts.Select(part => MessageWords.Quote(part.Text))]);
        reporter.Report(scope, new Diagnostic(
            ParsingDiagnostics.MisplacedClause, location, $"it is not clear whether {names} are to decide together, or each alone")
        {
            Label = "joined by `and`",
            Help = $"write `{Joined(" jointly with ")}` if they must act together, `{Joined(" or ")}` if either may act alone",
            Fixes =
            [
                new CodeFix("They act together: `jointly with`", [new TextEdit(location, Joined(" jointly with "))]),
                new CodeFix("Either acts alone: `or`", [new TextEdit(location, Joined(" or "))]),
            ],
        });
    }

    private void ReportTooMany(Scope scope, SourceLocation location) =>
        reporter.Report(scope, new Diagnostic(
            ParsingDiagnostics.BeyondLimits, location, "these people can be put together in more than a thousand ways")
        {
            Help = "declare a group of them, or a post that several people hold, and name that",
        });
}
