using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Semantics;
using DelegationLang.Text;
using Range = DelegationLang.LanguageServer.Protocol.Types.Range;

namespace DelegationLang.LanguageServer.Features;

/// <summary>The chain of delegation, as editors show calls: who gives a party authority, and to whom it gives authority.</summary>
internal static class Chain
{
    public static CallHierarchyItem[] Prepare(DocumentView view, Position position) =>
        view.Project.References.At(view.Source, view.Offset(position)) is { Symbol: PartySymbol party } && Item(view.Project, party) is { } item ? [item] : [];

    public static CallHierarchyIncomingCall[] From(DocumentView view, CallHierarchyItem item)
    {
        if (PartyOf(view, item) is not { } party)
        {
            return [];
        }

        var calls = new List<CallHierarchyIncomingCall>();
        foreach (IGrouping<PartySymbol, DelegationStatement> group in view.Project.Compilation.Model.Delegations
            .Where(statement => statement.Delegator is not null && statement.Holders.Any(holder => holder.Group.Parties.Contains(party)))
            .GroupBy(statement => statement.Delegator ?? party))
        {
            // The ranges of a call lie in the document of whoever makes it, which is where its name is declared: the sentences elsewhere are left out.
            if (Item(view.Project, group.Key) is { } giver)
            {
                calls.Add(new CallHierarchyIncomingCall(giver with { Detail = What(group) }, Ranges(view.Project, giver.Uri, group)));
            }
        }

        return [.. calls];
    }

    public static CallHierarchyOutgoingCall[] To(DocumentView view, CallHierarchyItem item)
    {
        if (PartyOf(view, item) is not { } party)
        {
            return [];
        }

        var calls = new List<CallHierarchyOutgoingCall>();
        DelegationStatement[] given = [.. view.Project.Compilation.Model.Delegations.Where(statement => ReferenceEquals(statement.Delegator, party))];
        foreach (PartySymbol holder in given.SelectMany(statement => statement.Holders).SelectMany(holder => holder.Group.Parties).Distinct())
        {
            DelegationStatement[] toHolder = [.. given.Where(statement => statement.Holders.Any(one => one.Group.Parties.Contains(holder)))];
            if (Item(view.Project, holder) is { } target)
            {
                calls.Add(new CallHierarchyOutgoingCall(target with { Detail = What(toHolder) }, Ranges(view.Project, item.Uri, toHolder)));
            }
        }

        return [.. calls];
    }

    private static PartySymbol? PartyOf(DocumentView view, CallHierarchyItem item) =>
        view.Project.References.At(view.Source, view.Offset(item.SelectionRange.Start))?.Symbol as PartySymbol;

    private static CallHierarchyItem? Item(ProjectSnapshot project, PartySymbol party) =>
        project.Locate(party.Location) is { } name && project.Locate(party.Declaration.Source is null ? party.Location : party.Declaration) is { } whole
            ? new CallHierarchyItem
            {
                Name = party.DisplayName,
                Kind = Outline.KindOf(party.Kind.Family),
                Detail = SymbolWords.Describe(party),
                Uri = name.Uri,
                Range = whole.Range,
                SelectionRange = name.Range,
            }
            : null;

    private static string What(IEnumerable<DelegationStatement> statements) => string.Join(", ", statements
        .SelectMany(statement => statement.Subjects)
        .Select(subject => subject.Symbol?.DisplayName ?? (subject.Scope == SubjectScope.AllMatters ? "all matters" : "all other matters"))
        .Distinct(StringComparer.Ordinal));

    private static Range[] Ranges(ProjectSnapshot project, string address, IEnumerable<DelegationStatement> statements) =>
        [.. statements.Select(statement => project.Locate(statement.DelegatorLocation)).OfType<Location>().Where(location => location.Uri == address).Select(location => location.Range)];
}
