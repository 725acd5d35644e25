using System.Globalization;
using DelegationLang.Parsing;

namespace DelegationLang.Import.Reading;

/// <summary>A word, a sum or a mark of a text.</summary>
/// <param name="Text">It as written, in small letters.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Sum">Its value, where it is a sum of money.</param>
/// <param name="Currency">The currency of the sum; empty where it has no sign.</param>
/// <param name="Percent">Its value, where it is a share.</param>
internal readonly record struct AmountToken(string Text, int Start, int End, decimal? Sum, string Currency, decimal? Percent);

/// <summary>Cuts a text into words and sums.</summary>
internal static class AmountTokens
{
    /// <summary>The tokens of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="allowsBare">Whether a figure without a sign may be a sum, as in a column of sums.</param>
    public static List<AmountToken> Of(string text, bool allowsBare)
    {
        var tokens = new List<AmountToken>();
        int at = 0;
        while (at < text.Length)
        {
            char c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            AmountToken token = Next(text, at, allowsBare);
            tokens.Add(token);
            at = token.End;
        }

        return tokens;
    }

    private static AmountToken Next(string text, int at, bool allowsBare)
    {
        char c = text[at];
        if (Currencies.IsSign(c) || Currencies.IsMoneyAt(text, at, out _))
        {
            var money = MoneyLiteral.Read(Currencies.IsSign(c) ? Lowered(text, at) : text, at);
            if (money.Fault == NumberFault.None && money.End > at + 1)
            {
                return new AmountToken(text[at..money.End].ToLowerInvariant(), at, money.End, money.Value, money.Currency, null);
            }
        }
        else if (char.IsAsciiDigit(c) && (at == 0 || !char.IsLetterOrDigit(text[at - 1])))
        {
            var number = NumberLiteral.Read(text, at, isMoney: true);
            if (number.Fault == NumberFault.None)
            {
                int percent = number.End < text.Length && text[number.End] == ' ' ? number.End + 1 : number.End;
                if (percent < text.Length && text[percent] == '%')
                {
                    return new AmountToken(text[at..(percent + 1)], at, percent + 1, null, "", number.Value);
                }

                bool isSum = allowsBare && (number.End >= text.Length || !char.IsLetterOrDigit(text[number.End]));
                return new AmountToken(text[at..number.End].ToLowerInvariant(), at, Math.Max(number.End, at + 1), isSum ? number.Value : null, "", null);
            }
        }

        int end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '\'' or '’' or '.' && end > at && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))))
        {
            end++;
        }

        end = end == at ? Marks(text, at) : end;
        return new AmountToken(text[at..end].ToLowerInvariant(), at, end, null, "", null);
    }

    // £10K and £5M are as £10k and £5m.
    private static string Lowered(string text, int at)
    {
        int end = at + 1;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ',' or '.' or ' '))
        {
            end++;
        }

        return end < text.Length && text[end] is 'K' or 'M' && (end + 1 >= text.Length || !char.IsLetter(text[end + 1])) ? text[..end] + char.ToLowerInvariant(text[end]) + text[(end + 1)..] : text;
    }

    private static int Marks(string text, int at) => text[at] is '<' or '>' && at + 1 < text.Length && text[at + 1] == '=' ? at + 2 : at + 1;

    /// <summary>A sum as the language writes it, to the penny where it has pence.</summary>
    public static string Write(decimal value, string currency)
    {
        string sign = currency == Currencies.Pound ? "£" : currency + " ";
        return value switch
        {
            >= 1_000_000 when decimal.Remainder(value, 10_000) == 0 && value < 1_000_000_000 => sign + (value / 1_000_000).ToString("0.##", CultureInfo.InvariantCulture) + " million",
            _ when decimal.Truncate(value) == value => sign + value.ToString("#,##0", CultureInfo.InvariantCulture),
            _ => sign + value.ToString("#,##0.00", CultureInfo.InvariantCulture),
        };
    }
}
