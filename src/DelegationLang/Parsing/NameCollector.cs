using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Finds the sentences of one file that declare names, in its tokens as they are cut without knowing any name.</summary>
internal sealed class NameCollector
{
    private readonly SourceText source;
    private readonly NameDraft draft;
    private readonly Scanner scanner;

    public NameCollector(SourceText source, NameDraft draft)
    {
        this.source = source;
        this.draft = draft;
        scanner = new Scanner(source, NameTable.Empty, NamePlaces.None, new FaultBag(source), isQuestion: false);
    }

    public void Collect()
    {
        if (source.Length > Limits.FileLength || source.IsBinary)
        {
            return;
        }

        scanner.ScanAll();
        LexemeRun lexemes = scanner.Lexemes;
        int start = 0;
        for (int i = 0; i < lexemes.Length; i++)
        {
            if (lexemes[i].Kind == TokenKind.FullStop)
            {
                CollectSentence(lexemes[start..i]);
                start = i + 1;
            }
        }
    }

    private void CollectSentence(LexemeRun sentence)
    {
        if (sentence.Length < 2)
        {
            return;
        }

        int head = sentence[0].Kind is TokenKind.Name or > TokenKind.EveryDelegation ? FindHead(sentence) : -1;
        string descriptor = "";
        if (head > 0)
        {
            descriptor = CollectDeclaration(sentence, head);
        }
        else if (FindColon(sentence) is var colon and > 0)
        {
            draft.AddList(new DraftLine(source, sentence, colon, ""));
            return;
        }

        for (int i = Math.Max(1, head); i + 1 < sentence.Length; i++)
        {
            if (sentence[i].Kind == TokenKind.KnownAs)
            {
                draft.AddAlias(new DraftLine(source, sentence, i + 1, descriptor));
            }
        }
    }

    /// <summary>The <c>is</c> that is followed by an article or <c>also</c>; -1 where none is.</summary>
    private int FindHead(LexemeRun sentence)
    {
        for (int i = 1; i + 1 < sentence.Length; i++)
        {
            if (sentence[i].Kind == TokenKind.Colon)
            {
                return -1;
            }

            if (sentence[i].Kind == TokenKind.Is && sentence[i + 1].Kind == TokenKind.Name && SentenceStarts.IsArticleNext(source.Content, sentence[i].End, source.Length))
            {
                return i;
            }
        }

        return -1;
    }

    // The head of a list, and the dash of its first line or its first name; whether its words are the plural of a kind shows when all kinds are known.
    private static int FindColon(LexemeRun sentence)
    {
        for (int i = 1; i + 1 < sentence.Length; i++)
        {
            if (sentence[i].Kind == TokenKind.Colon)
            {
                return sentence[i + 1].Kind is TokenKind.LineBullet or TokenKind.ItemBullet || sentence[0].Kind is TokenKind.ListOf or TokenKind.Name ? i : -1;
            }
        }

        return -1;
    }

    private string CollectDeclaration(LexemeRun sentence, int head)
    {
        Lexeme words = sentence[head + 1];
        string descriptor = NameText.Of(source.Content, words);
        if (descriptor.StartsWith("also ", StringComparison.Ordinal))
        {
            draft.AddDesignation(new DraftLine(source, sentence, head + 1, descriptor));
            return descriptor;
        }

        int start = HeadStart(sentence, head, out int hardWord);
        if (start < 0)
        {
            return descriptor;
        }

        Lexeme first = sentence[start];
        bool isPlain = head == start + 1;
        string name = isPlain ? NameText.Of(source.Content, first) : NameText.Fold(source.Content, first.Start, sentence[head - 1].End);
        string plural = KindNames.ParentIn(descriptor) is null ? "" : PluralIn(sentence, head);
        draft.AddHead(new DraftHead(name, descriptor, plural));
        if (!isPlain)
        {
            draft.AddPlace(source, new NamePlace(first.Start, sentence[head - 1].End)
            {
                Trouble = hardWord < 0 ? NameTrouble.None : NameTrouble.Reserved,
                WordStart = hardWord < 0 ? 0 : sentence[hardWord].Start,
                WordEnd = hardWord < 0 ? 0 : sentence[hardWord].End,
            });
        }

        return descriptor;
    }

    // A kind says its plural by `known as`, where it is not the usual one.
    private string PluralIn(LexemeRun sentence, int head) =>
        head + 3 < sentence.Length && sentence[head + 2].Kind == TokenKind.KnownAs ? NameText.Of(source.Content, sentence[head + 3]) : "";

    /// <summary>Where the name before <c>is</c> starts; -1 where what stands there is no name.</summary>
    private static int HeadStart(LexemeRun sentence, int head, out int hardWord)
    {
        hardWord = -1;
        if (head == 1)
        {
            return sentence[0].Kind == TokenKind.Name ? 0 : -1;
        }

        int verb = -1;
        for (int i = 0; i < head; i++)
        {
            TokenKind kind = sentence[i].Kind;
            if (kind is TokenKind.Comma or TokenKind.AmountComma or TokenKind.Unknown or TokenKind.ItemBullet or TokenKind.LineBullet or TokenKind.Money or TokenKind.Quotation or TokenKind.Is)
            {
                return -1;
            }

            bool isVerb = kind is >= TokenKind.Delegates and <= TokenKind.Deputises;
            verb = verb < 0 && isVerb ? i : verb;
            hardWord = hardWord < 0 && (isVerb || LineClauses.IsHard(kind)) ? i : hardWord;
        }

        return verb < 0 || IsPartOfName(sentence, verb, head) ? 0 : LineStart(sentence, verb, head, out hardWord);
    }

    // `use of reserves is a matter`, `changes to reserves policy is a matter`, `council reserves policy is a matter`: no sentence goes on like that after its verb.
    private static bool IsPartOfName(LexemeRun sentence, int verb, int head)
    {
        bool hasSubject = verb == 1 && sentence[0].Kind == TokenKind.Name;
        return verb + 1 == head || !hasSubject || (head == verb + 2 && !sentence[verb + 1].Has(LexemeFlags.BreaksLine | LexemeFlags.StartsLine));
    }

    // A sentence that lacks its full stop, and a line that starts another.
    private static int LineStart(LexemeRun sentence, int verb, int head, out int hardWord)
    {
        hardWord = -1;
        for (int i = head - 1; i > verb; i--)
        {
            if (sentence[i].Has(LexemeFlags.StartsLine) && sentence[i].Kind == TokenKind.Name)
            {
                return i;
            }

            if (sentence[i].Kind != TokenKind.Name && !LineClauses.IsJoining(sentence[i].Kind))
            {
                return -1;
            }
        }

        return -1;
    }
}
