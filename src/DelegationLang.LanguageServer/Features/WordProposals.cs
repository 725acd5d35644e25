using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Law;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Semantics.Binding;
using DelegationLang.Syntax;
using DelegationLang.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Features;

/// <summary>Proposals that are no declared names: days, sums, files, whole sentences.</summary>
internal static class WordProposals
{
    private static readonly string[] UsualSums = ["£5,000", "£50,000", "£250,000", "£1 million"];

    /// <summary>What else than a name may stand in a place.</summary>
    public static void Of(ProposalList list, DocumentView view, SlotExtra extra, SentenceContext context, RecentWords recent)
    {
        switch (extra)
        {
            case SlotExtra.Sentences:
                Sentences(list, view);
                break;
            case SlotExtra.AllMatters:
                list.Text("all matters", CompletionItemKind.Keyword, "Everything that it holds", 5_000);
                list.Text("all other matters", CompletionItemKind.Keyword, "Everything that no other sentence names", 5_001);
                break;
            case SlotExtra.Classes:
                foreach (ClassSymbol one in view.Project.Compilation.Model.Symbols.OfType<ClassSymbol>())
                {
                    list.Text("each " + one.Name, CompletionItemKind.Enum, "Each of them, alone", 4_000);
                    list.Text("any two of " + one.Name, CompletionItemKind.Enum, "Two of them, together", 4_001);
                }

                break;
            case SlotExtra.OwnResponsibilities:
                list.Text("their own responsibilities", CompletionItemKind.Keyword, "What each of them is responsible for", 5_000);
                break;
            case SlotExtra.Days:
                Days(list, view, isLast: context.GovernorKind is TokenKind.Until or TokenKind.ReviewBy);
                break;
            case SlotExtra.Sums:
                Sums(list, view, context, recent);
                break;
            case SlotExtra.Bases:
                foreach (string basis in (string[])["contract", "year", "decision", .. view.Project.Compilation.Model.Symbols.OfType<BasisSymbol>().Select(symbol => symbol.Name)])
                {
                    list.Text("per " + basis, CompletionItemKind.Unit, "", 1);
                }

                break;
            case SlotExtra.Libraries:
                Files(list, view, areQuoted: false);
                break;
            case SlotExtra.KindsOfParty:
                foreach (KindSymbol kind in view.Project.Compilation.Model.Kinds.Where(kind => kind.Family is SymbolFamily.Organisation or SymbolFamily.Group or SymbolFamily.Role))
                {
                    list.Text(kind.Name, CompletionItemKind.Enum, MessageWords.Family(kind.Family), 1);
                }

                break;
            case SlotExtra.Voting:
                foreach (string manner in DelegationLang.Semantics.Binding.Voting.Manners)
                {
                    list.Text(manner, CompletionItemKind.Constant, "How it decides", 0);
                }

                break;
            case SlotExtra.Meeting:
                list.Text("public", CompletionItemKind.Constant, "Anybody may attend", 0);
                list.Text("private", CompletionItemKind.Constant, "Only those who belong to it, or are asked, attend", 1);
                break;
            case SlotExtra.Nobody:
                list.Text("nobody", CompletionItemKind.Keyword, "No one may decide", 5_000);
                break;
            case SlotExtra.DelegationScope:
                list.Text("in this scheme:", CompletionItemKind.Keyword, "Every sentence of the scheme that delegates", 1);
                list.Text("in this section:", CompletionItemKind.Keyword, "Those of this section", 2);
                break;
            case SlotExtra.ScenarioTitle:
                list.Snippet("\"…\":", "\"${1:what should be so}\":\n  ", "What the scenario is called", 1);
                break;
        }
    }

    /// <summary>Files that can be used: libraries, and the other files of the project. Those that are used already come last.</summary>
    public static void Files(ProposalList list, DocumentView view, bool areQuoted)
    {
        Compilation compilation = view.Project.Compilation;
        if (!areQuoted)
        {
            foreach (string library in LawLibrary.Names)
            {
                bool isUsed = compilation.LibraryTrees.Any(tree => tree.Source.FileName.StartsWith(library + ".", StringComparison.Ordinal));
                list.Text(library, CompletionItemKind.Module, "Library", isUsed ? 5 : library == "england" ? 1 : 2);
            }
        }

        foreach (SourceText source in compilation.Sources)
        {
            if (source.FileName != view.Source.FileName)
            {
                string path = $"\"{ProjectPath.Relative(view.Source.FileName, source.FileName)}\"";
                list.Text(path, CompletionItemKind.File, "File of this project", view.Source.Content.Contains("use " + path, StringComparison.Ordinal) ? 6 : 3);
            }
        }
    }

    // A file without a scheme starts with one, and with the law.
    private static void Sentences(ProposalList list, DocumentView view)
    {
        bool hasScheme = view.Project.Compilation.Model.Info.Location is not null;
        int rank = hasScheme ? 2_000 : 2;
        foreach (SentenceSnippet snippet in SentenceSnippets.All)
        {
            bool isFirst = !hasScheme && snippet.Label is "scheme" or "use";
            list.Snippet(snippet.Label, snippet.Body, snippet.Detail, isFirst ? snippet.Label == "scheme" ? 0 : 1 : ++rank, ClauseEntry.WithExample(snippet.Detail, ProposalList.WithoutPlaces(snippet.Body)));
        }
    }

    private static void Sums(ProposalList list, DocumentView view, SentenceContext context, RecentWords recent)
    {
        if (Measured(view, context) is { IsMoney: false, Unit.Length: > 0 } measure)
        {
            int place = 0;
            foreach (string figure in (string[])["1", "2", "3", "5", "10"])
            {
                list.Text($"{figure} {measure.Unit}", CompletionItemKind.Value, measure.DisplayName, ++place);
            }

            return;
        }

        // What this scheme has said before is likelier than round figures; a scheme that has said little gets both.
        int rank = 0;
        foreach (string sum in recent.Sums.Take(20))
        {
            list.Text(sum, CompletionItemKind.Value, "Said before", ++rank);
        }

        foreach (string sum in UsualSums)
        {
            list.Text(sum, CompletionItemKind.Value, "", 3_000 + ++rank);
        }
    }

    private static MeasureSymbol? Measured(DocumentView view, SentenceContext context) =>
        context.Governor > 1 && context.Tokens[context.Governor - 1] is { Kind: TokenKind.Name } name && context.Tokens[context.Governor - 2].Kind is TokenKind.When or TokenKind.Unless or TokenKind.Comma
            ? view.Project.Compilation.Model.Names.Find(SentenceContext.TextOf(view.Source, name.Span)).OfType<MeasureSymbol>().FirstOrDefault()
            : null;

    private static void Days(ProposalList list, DocumentView view, bool isLast)
    {
        Compilation compilation = view.Project.Compilation;
        DateOnly today = compilation.AsOf;
        int year = today.Month < 4 ? today.Year - 1 : today.Year;
        DateRange life = compilation.Model.Info.InForce;
        int rank = 1;
        if (life.HasLast)
        {
            Day(life.Last, "Last day of the scheme", isLast ? 0 : 20);
        }

        if (year is > 1 and < 9997)
        {
            Day(new DateOnly(year + 1, 3, 31), "End of this financial year", isLast ? ++rank : 21);
            Day(new DateOnly(year + 2, 3, 31), "End of the next financial year", isLast ? ++rank : 22);
        }

        if (life.HasFirst)
        {
            Day(life.First, "First day of the scheme", ++rank);
        }

        Day(today, "Today", ++rank);
        if (year is > 1 and < 9997)
        {
            Day(new DateOnly(year, 4, 1), "Start of this financial year", ++rank);
            Day(new DateOnly(year + 1, 4, 1), "Start of the next financial year", ++rank);
        }

        void Day(DateOnly day, string detail, int place) => list.Text(Wording.Day(day), CompletionItemKind.Constant, detail, place);
    }
}
