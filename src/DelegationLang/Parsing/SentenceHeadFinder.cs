using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>What comes first in a sentence: the word that makes it a declaration or a decision, a colon, or its end.</summary>
internal enum SentenceHead
{
    Verb,
    Colon,
    Stop,
}

/// <summary>Looks ahead in a sentence. What it found is kept, so that asking at each line of a text without full stops stays quick.</summary>
internal sealed class SentenceHeadFinder(string text)
{
    private int knownStart = -1;
    private int knownEnd = -1;
    private int lastVerb = -1;
    private SentenceHead terminator;

    /// <summary>
    /// What comes first from here on. A verb other than <c>is</c> counts only if the sentence ends before any colon: in <c>limits for
    /// reserves:</c> it is the name that is at fault.
    /// </summary>
    public SentenceHead Find(int start)
    {
        if (start < knownStart || start >= knownEnd)
        {
            Search(start);
        }

        return terminator == SentenceHead.Stop && lastVerb >= start ? SentenceHead.Verb : terminator;
    }

    private void Search(int start)
    {
        knownStart = start;
        lastVerb = -1;
        int i = start;
        while (true)
        {
            i = SourceScan.SkipTrivia(text, i);
            knownEnd = i;
            if (i >= text.Length || SourceScan.IsFullStop(text, i))
            {
                terminator = SentenceHead.Stop;
                return;
            }

            if (text[i] == ':')
            {
                terminator = SentenceHead.Colon;
                return;
            }

            if (Characters.IsQuotationMark(text[i]))
            {
                i = Quotation.Read(text, i).End;
                continue;
            }

            int end = SourceScan.WordEnd(text, i);
            ReadOnlySpan<char> word = text.AsSpan(i, end - i);
            if (word is "is")
            {
                terminator = SentenceHead.Verb;
                return;
            }

            if (SentenceStarts.IsVerb(word))
            {
                lastVerb = i;
            }

            i = Math.Max(end, i + 1);
        }
    }
}
