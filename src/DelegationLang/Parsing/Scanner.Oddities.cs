using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Characters that are part of no name, and abbreviations whose full stop ends no sentence.</summary>
internal sealed partial class Scanner
{
    /// <summary>Whether a character that no name may hold is joined straight onto a word.</summary>
    private bool IsOddAt(int i)
    {
        if (i >= text.Length)
        {
            return false;
        }

        char c = text[i];
        if (c is ' ' or ',' or ':' or ';' or '?' or '!' or '\u2026' or '\n' || Characters.IsSpace(c) || Characters.IsQuotationMark(c) || Currencies.IsSign(c))
        {
            return false;
        }

        if (c != '.')
        {
            return !SourceScan.IsComment(text, i);
        }

        int end = i;
        while (end < text.Length && text[end] == '.')
        {
            end++;
        }

        return end < text.Length && !Characters.IsSpace(text[end]) && !SourceScan.IsComment(text, end);
    }

    // "excl. VAT": its full stop ends no sentence.
    private bool TryVatAbbreviation(int start, LexemeFlags flags)
    {
        int end = SourceScan.WordEnd(text, start);
        if (end >= text.Length || text[end] != '.' || text.AsSpan(start, end - start) is not ("excl" or "exc" or "ex" or "incl" or "inc"))
        {
            return false;
        }

        int vat = SourceScan.MatchWord(text, SourceScan.SkipSpace(text, end + 1), "VAT");
        if (vat < 0)
        {
            return false;
        }

        bool isExcluded = text[start] == 'e';
        string instead = isExcluded ? "excluding VAT" : "including VAT";
        faults.Add(ColloquialFaults.Of(faults.Source, new Colloquial("", instead, ColloquialPlace.Anywhere, SaysTheSame: true, ""), start, vat));
        Push(isExcluded ? TokenKind.ExcludingVat : TokenKind.IncludingVat, start, vat, flags | LexemeFlags.Faulty);
        return true;
    }

    private void ScanUnknown(int start, LexemeFlags flags)
    {
        int end = start;
        while (end < text.Length && !Characters.IsSpace(text[end]) && !SourceScan.IsFullStop(text, end)
            && (end == start || !(text[end] is ',' or ':' or ';' || Characters.IsQuotationMark(text[end]))))
        {
            end++;
            if (text[start] is ';' or '?' or '!' or '\u2026')
            {
                break;
            }
        }

        Push(TokenKind.Unknown, start, Math.Max(end, start + 1), flags);
    }
}
