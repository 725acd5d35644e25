using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer;

/// <summary>Where something has just been typed. What is wrong with the sentence there may only be that it is not finished yet.</summary>
/// <param name="Key">What the document is known by.</param>
/// <param name="Offset">Where the last typed character ends.</param>
internal sealed record WritingPlace(string Key, int Offset)
{
    /// <summary>Whether a cursor at another offset stands in another sentence: a full stop before white space, or an empty line, lies between.</summary>
    public bool IsLeft(string text, int cursor)
    {
        int from = Math.Clamp(Math.Min(Offset, cursor), 0, text.Length), to = Math.Clamp(Math.Max(Offset, cursor), 0, text.Length);
        for (int i = from; i < to; i++)
        {
            bool endsSentence = text[i] == '.' && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]);
            bool isEmptyLine = text[i] == '\n' && i > 0 && text.AsSpan(0, i).TrimEnd(" \t\r") is [.., '\n'];
            if (endsSentence || isEmptyLine)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sentence that is being written, up to the place; none where it has its full stop already.</summary>
    public TextSpan? SentenceIn(DocumentView view)
    {
        string text = view.Source.Content;
        int offset = Math.Min(Offset, text.Length);
        SentenceSyntax? sentence = view.Tree.Sentences.LastOrDefault(candidate => candidate.Span.Start <= offset);
        if (sentence is null || sentence.Span.Length == 0)
        {
            return null;
        }

        bool isFinished = text[sentence.Span.End - 1] == '.' && offset >= sentence.Span.End;
        bool isBehind = offset > sentence.Span.End && text.AsSpan(sentence.Span.End, offset - sentence.Span.End) is var between && (!between.IsWhiteSpace() || between.Count('\n') > 1);
        return isFinished || isBehind ? null : TextSpan.FromBounds(sentence.Span.Start, Math.Max(sentence.Span.End, offset));
    }
}
