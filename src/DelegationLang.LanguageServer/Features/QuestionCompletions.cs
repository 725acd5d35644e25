using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Features;

/// <summary>What may come in a question that is being written beside the text. A question is read as the editor reads a sentence, so that what is offered in one is offered in the other.</summary>
internal static class QuestionCompletions
{
    private static readonly (string Words, string Help)[] Beginnings =
    [
        ("who decides", "Who may decide something, and by which sentences"),
        ("may", "Whether somebody may decide something, and why not"),
        ("what may", "All that somebody may decide on a day"),
    ];

    /// <summary>The proposals at a place of a question. Their ranges are those of its one line.</summary>
    /// <param name="project">The scheme that is asked.</param>
    /// <param name="question">The question.</param>
    /// <param name="character">Where the cursor stands.</param>
    public static CompletionList At(ProjectSnapshot project, string question, int character)
    {
        SyntaxTree tree = Parser.ParseWrittenQuestion(new SourceText("question", question.ReplaceLineEndings(" ")), project.Compilation.Names);
        var view = new DocumentView(project, tree, document: null);
        int offset = view.Offset(new Position(0, Math.Max(0, character)));
        var context = SentenceContext.At(view, offset);
        return context.Governor >= 0 ? Completions.InQuestion(view, context, offset) : Begin(view, context, offset);
    }

    private static CompletionList Begin(DocumentView view, SentenceContext context, int offset)
    {
        var list = new ProposalList(view, TextSpan.FromBounds(0, offset), offset, hasSnippets: false);
        string typed = SentenceContext.TextOf(view.Source, context.Run);
        for (int i = 0; i < Beginnings.Length; i++)
        {
            if (Beginnings[i].Words.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            {
                list.Text(Beginnings[i].Words + " ", CompletionItemKind.Keyword, Beginnings[i].Help, i);
            }
        }

        return list.ToList();
    }
}
