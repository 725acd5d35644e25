using DelegationLang.Law;
using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Text;
using DelegationLang.Workspaces;
using BindingWords = DelegationLang.Semantics.Binding.Wording;

namespace DelegationLang.LanguageServer.Features;

/// <summary>Proposals that are no declared names: kinds, days, sums, whole sentences.</summary>
internal static class WordProposals
{
    /// <summary>What something may be declared to be; after <c>of</c>, whose.</summary>
    public static void Kinds(ProposalList list, DocumentView view, string wanted)
    {
        int of = wanted.LastIndexOf(" of ", StringComparison.Ordinal);
        if (of > 0 || wanted.EndsWith(" of", StringComparison.Ordinal))
        {
            string head = of > 0 ? wanted[..of] : wanted[..^3];
            foreach (PartySymbol party in view.Project.Compilation.Model.Symbols.OfType<PartySymbol>())
            {
                list.Text($"{head} of {BindingWords.Writable(party.DisplayName)}", CompletionItemKind.Class, SymbolWords.Describe(party), "1");
            }

            return;
        }

        foreach (KindSymbol kind in view.Project.Compilation.Model.Kinds)
        {
            string words = BindingWords.WithArticle(kind.Name);
            string text = kind.Family switch
            {
                SymbolFamily.Measure => words + " in ",
                SymbolFamily.Amount => words + " of £",
                SymbolFamily.Group or SymbolFamily.Role or SymbolFamily.Function or SymbolFamily.Matter or SymbolFamily.Budget or SymbolFamily.Place => words + " of ",
                _ => words,
            };
            list.Text(text, CompletionItemKind.Enum, BindingWords.Family(kind.Family), "1");
        }
    }

    /// <summary>What else than a name may stand in a place.</summary>
    public static void Of(ProposalList list, DocumentView view, SlotExtra extra)
    {
        switch (extra)
        {
            case SlotExtra.Sentences:
                foreach (SentenceSnippet snippet in SentenceSnippets.All)
                {
                    list.Snippet(snippet.Label, snippet.Body, snippet.Detail, "3");
                }

                break;
            case SlotExtra.AllMatters:
                list.Text("all matters", CompletionItemKind.Keyword, "Everything that it holds", "2");
                list.Text("all other matters", CompletionItemKind.Keyword, "Everything that no other sentence names", "2");
                break;
            case SlotExtra.Days:
                Days(list, view);
                break;
            case SlotExtra.Sums:
                foreach (string sum in (string[])["£5,000", "£50,000", "£250,000", "£1 million"])
                {
                    list.Text(sum, CompletionItemKind.Value, "", "4");
                }

                break;
            case SlotExtra.Bases:
                foreach (string basis in (string[])["contract", "year", "decision", .. view.Project.Compilation.Model.Symbols.OfType<BasisSymbol>().Select(symbol => symbol.Name)])
                {
                    list.Text("per " + basis, CompletionItemKind.Unit, "", "1");
                }

                break;
            case SlotExtra.Libraries:
                Files(list, view);
                break;
            case SlotExtra.KindsOfParty:
                foreach (KindSymbol kind in view.Project.Compilation.Model.Kinds.Where(kind => kind.Family is SymbolFamily.Organisation or SymbolFamily.Group or SymbolFamily.Role))
                {
                    list.Text(kind.Name, CompletionItemKind.Enum, BindingWords.Family(kind.Family), "1");
                }

                break;
            case SlotExtra.Nobody:
                list.Text("nobody", CompletionItemKind.Keyword, "No one may decide", "2");
                break;
            case SlotExtra.DelegationScope:
                list.Text("in this scheme:", CompletionItemKind.Keyword, "", "1");
                list.Text("in this section:", CompletionItemKind.Keyword, "", "1");
                break;
        }
    }

    private static void Days(ProposalList list, DocumentView view)
    {
        Compilation compilation = view.Project.Compilation;
        DateOnly today = compilation.AsOf;
        int year = today.Month < 4 ? today.Year - 1 : today.Year;
        DateRange life = compilation.Model.Info.InForce;
        Day(today, "Today");
        if (life.HasFirst)
        {
            Day(life.First, "First day of the scheme");
        }

        if (life.HasLast)
        {
            Day(life.Last, "Last day of the scheme");
        }

        if (year is > 1 and < 9997)
        {
            Day(new DateOnly(year + 1, 3, 31), "End of this financial year");
            Day(new DateOnly(year + 1, 4, 1), "Start of the next financial year");
            Day(new DateOnly(year + 2, 3, 31), "End of the next financial year");
            Day(new DateOnly(year, 4, 1), "Start of this financial year");
        }

        void Day(DateOnly day, string detail) => list.Text(Wording.Day(day), CompletionItemKind.Constant, detail, "1");
    }

    private static void Files(ProposalList list, DocumentView view)
    {
        foreach (string library in LawLibrary.Names)
        {
            list.Text(library, CompletionItemKind.Module, "Library", "1");
        }

        foreach (SourceText source in view.Project.Compilation.Sources)
        {
            if (source.FileName != view.Source.FileName)
            {
                list.Text($"\"{ProjectPath.Relative(view.Source.FileName, source.FileName)}\"", CompletionItemKind.File, "File of this project", "2");
            }
        }
    }
}
