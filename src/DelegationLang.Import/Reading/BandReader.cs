namespace DelegationLang.Import.Reading;

/// <summary>A band and where it stands in a text.</summary>
/// <param name="Band">The band.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
internal sealed record FoundBand(Band Band, int Start, int End) : DocumentPart;

/// <summary>Finds ranges of sums in the words of documents: <c>over £5,000 and up to £20,000</c>, <c>£25k – £100k</c>, <c>≤ £1,000</c>, <c>above that sum</c>.</summary>
internal static class BandReader
{
    private enum Side { Upper, Below, Above, AtLeast }

    private static readonly (string[] Words, Side Side)[] Before = Sorted(
        (Side.Upper, "up to and including|up to but not exceeding|up to but not over|up to a maximum of|up to a maximum value of|up to a limit of|up to a value of|up to a total of|up to the value of|up to|upto|not exceeding|not to exceed|not more than|no more than|not over|not above|does not exceed|do not exceed|not greater than|not in excess of|to a maximum of|maximum of|maximum|max|limit of|limited to|limit|within a limit of|ceiling of|capped at|cap of|must not exceed|shall not exceed|may not exceed|should not exceed|cannot exceed|is not to exceed|are not to exceed|not be above|not be over|not be more than|≤|<=|=<"),
        (Side.Below, "below|less than|under|<|lower than|but less than"),
        (Side.Above, "over|above|more than|exceeding|in excess of|greater than|higher than|exceeds|>"),
        (Side.AtLeast, "at least|not less than|no less than|not below|minimum of|minimum|starting from|from|≥|>=|at or above|equal to or above|equal to or more than"));

    private static readonly (string[] Words, Side Side)[] After = Sorted(
        (Side.Upper, "or less|or below|or under|and under|and below|or lower|and less|maximum|max|limit|ceiling|cap"),
        (Side.AtLeast, "or more|or above|or over|and above|and over|and more|or greater|upwards|and upwards|plus|+|or higher"));

    private static readonly string[][] AboveThat =
    [
        .. "above that sum|above that amount|above that limit|above that|above this limit|above this amount|above this|over that amount|over that|over this amount|over this|thereafter|above the limit|above|over|anything above|higher amounts|any higher amount|all higher amounts"
            .Split('|').Select(phrase => phrase.Split(' ')),
    ];

    private static readonly string[] NoLimit = ["any", "any amount", "any value", "any sum", "all", "all values", "all amounts", "unlimited", "no limit", "without limit", "no upper limit", "no maximum", "all expenditure", "any level", "all levels", "full", "no financial limit"];

    /// <summary>Whether a text says that there is no limit.</summary>
    public static bool IsNoLimit(string text) => NoLimit.Contains(text.Trim(' ', '.', '*').ToLowerInvariant());

    /// <summary>All bands of a text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="allowsBare">Whether figures without a sign may be sums.</param>
    public static List<FoundBand> All(string text, bool allowsBare = false)
    {
        List<AmountToken> tokens = AmountTokens.Of(text, allowsBare);
        var bands = new List<FoundBand>();
        int at = 0;
        int floor = 0;
        while (at < tokens.Count)
        {
            if (Read(tokens, at) is { } read)
            {
                (Band band, int first) = ExceptedSums.Turned(tokens, floor, at, read.Band);
                bands.Add(new FoundBand(band, tokens[first].Start, tokens[read.Next - 1].End));
                floor = at = read.Next;
            }
            else
            {
                at++;
            }
        }

        return bands;
    }

    /// <summary>The band that a whole text is, as in a cell of limits; none where it is none, or says more.</summary>
    public static Band? Whole(string text, bool allowsBare = true)
    {
        if (IsNoLimit(text))
        {
            return Band.Any;
        }

        (string rest, string basis, DraftVat vat) = BasisReader.Take(text);
        List<FoundBand> bands = All(rest, allowsBare);
        if (bands.Count != 1)
        {
            string plain = rest.Trim(' ', '.', ':').ToLowerInvariant();
            return AboveThat.Any(phrase => string.Join(' ', phrase) == plain) ? new Band { IsAbovePrevious = true, Basis = basis, Vat = vat } : null;
        }

        if (bands[0].Band.IsExcepted)
        {
            return null;
        }

        string around = (rest[..bands[0].Start] + rest[bands[0].End..]).Trim(' ', '.', ',', '(', ')', ':', ';');
        return around.Length == 0 || Filler(around) ? bands[0].Band with { Basis = bands[0].Band.Basis.Length > 0 ? bands[0].Band.Basis : basis, Vat = vat } : null;
    }

    // Words beside a sum that say no more than that it is one.
    private static bool Filler(string words) => words.ToLowerInvariant() is "no limit" or "value" or "in value" or "each" or "no upper limit" or "values" or "expenditure" or "spend" or "contracts" or "and no limit" or "a" or "a applies" or "the" or "applies" or "only";

    private static (Band Band, int Next)? Read(List<AmountToken> tokens, int at)
    {
        if (ReadEnd(tokens, at) is not { } first)
        {
            return ReadAboveThat(tokens, at);
        }

        int next = first.Next;
        Band band = first.Band;
        if (first.Side is null && IsDash(tokens, next) && next + 1 < tokens.Count && SumAt(tokens, next + 1) is { } upper)
        {
            // "£10-50k" may begin at ten pounds or at ten thousand.
            bool isUnclear = band.Upper is > 0 and < 1_000 && char.IsAsciiDigit(tokens[at].Text[^1]) && char.IsLetter(tokens[next + 1].Text[^1]);
            return (new Band { Lower = band.Upper == 0 ? null : band.Upper, IsLowerIncluded = true, IsRange = true, Upper = upper.Sum, Currency = band.Currency, Basis = isUnclear ? "?" : "" }, upper.Next);
        }

        // "between £5,000 and £10,000", "over £1,000 to £10,000", "from £X to £Y", "£X up to £Y".
        int connector = next;
        bool isBetween = at > 0 && tokens[at - 1].Text == "between";
        bool isLower = first.Side is Side.Above or Side.AtLeast || first.Side is null;
        if (isLower && connector < tokens.Count && (tokens[connector].Text == "to" || IsDash(tokens, connector) || (isBetween && tokens[connector].Text == "and")) && SumAt(tokens, connector + 1) is { } end)
        {
            return (Lowered(band, first.Side) with { Upper = end.Sum, IsUpperIncluded = true, IsRange = first.Side is null || first.Side == Side.AtLeast }, end.Next);
        }

        while (connector < tokens.Count && tokens[connector].Text is "and" or "but" or "," or "&")
        {
            connector++;
        }

        if (ReadEnd(tokens, connector) is { Side: { } side } second && (side is Side.Upper or Side.Below) == isLower)
        {
            Band lower = isLower ? Lowered(band, first.Side) : Lowered(second.Band, side);
            Band top = isLower ? second.Band : band;
            return (lower with { Upper = top.Upper, IsUpperIncluded = top.IsUpperIncluded, IsRange = isLower && first.Side is null }, second.Next);
        }

        if (band.Share is null && ShareAfter(tokens, next) is { } share)
        {
            return (band with { Share = share.Percent, ShareOf = share.Of, IsBare = false }, share.Next);
        }

        return (first.Side is Side.Above or Side.AtLeast ? Lowered(band, first.Side) : band, next);
    }

    private static Band Lowered(Band band, Side? side) =>
        band with { Lower = band.Upper == 0 ? null : band.Upper, IsLowerIncluded = side != Side.Above, Upper = null, IsBare = false };

    private static (Band Band, int Next)? ReadAboveThat(List<AmountToken> tokens, int at)
    {
        foreach (string[] phrase in AboveThat.Where(phrase => phrase.Length > 1))
        {
            if (StartsWith(tokens, at, phrase))
            {
                return (new Band { IsAbovePrevious = true }, at + phrase.Length);
            }
        }

        return null;
    }

    // One end of a band: a sum with what qualifies it before or after it; its figure is given as the upper end.
    private static (Band Band, Side? Side, int Next)? ReadEnd(List<AmountToken> tokens, int at)
    {
        foreach ((string[] words, Side side) in Before)
        {
            if (StartsWith(tokens, at, words) && SumAt(tokens, Filled(tokens, at + words.Length)) is { } sum)
            {
                return (new Band { Upper = sum.Sum, Currency = sum.Currency, IsUpperIncluded = side is Side.Upper }, side, sum.Next);
            }
        }

        if (SumAt(tokens, at) is not { } bare)
        {
            return null;
        }

        foreach ((string[] words, Side side) in After)
        {
            if (StartsWith(tokens, bare.Next, words))
            {
                return (new Band { Upper = bare.Sum, Currency = bare.Currency, IsUpperIncluded = true }, side, bare.Next + words.Length);
            }
        }

        return (new Band { Upper = bare.Sum, Currency = bare.Currency, IsBare = true }, null, bare.Next);
    }

    // "(or 10% of the heading from which the money is taken, whichever is the lower)"
    private static (decimal Percent, string Of, int Next)? ShareAfter(List<AmountToken> tokens, int at)
    {
        int i = at;
        while (i < tokens.Count && tokens[i].Text is "(" or "or" or ",")
        {
            i++;
        }

        if (i == at || i >= tokens.Count || tokens[i].Percent is not { } percent || !StartsWith(tokens, i + 1, ["of"]))
        {
            return null;
        }

        int start = i + 2;
        int whichever = tokens.FindIndex(start, token => token.Text == "whichever");
        if (whichever < 0 || whichever - start > 14)
        {
            return null;
        }

        int end = tokens.FindIndex(whichever, token => token.Text is "lower" or "less" or "lesser" or "smaller" or "lowest");
        if (end < 0 || end - whichever > 5)
        {
            return null;
        }

        string of = string.Join(' ', tokens.Skip(start).Take(whichever - start).Select(token => token.Text).Where(word => word != ","));
        end += end + 1 < tokens.Count && tokens[end + 1].Text == ")" ? 1 : 0;
        return (percent, of, end + 1);
    }

    private static (decimal Sum, string Currency, int Next)? SumAt(List<AmountToken> tokens, int at)
    {
        if (at >= tokens.Count || tokens[at].Sum is not { } sum)
        {
            return null;
        }

        return (sum, tokens[at].Currency.Length == 0 ? "GBP" : tokens[at].Currency, at + 1);
    }

    private static int Filled(List<AmountToken> tokens, int at)
    {
        while (at < tokens.Count && tokens[at].Text is "a" or "the" or "value" or "of" or "total" or "sum" or ":" or "is" or "limit")
        {
            at++;
        }

        return at;
    }

    private static bool IsDash(List<AmountToken> tokens, int at) => at < tokens.Count && tokens[at].Text is "-" or "–" or "—" or "−";

    private static bool StartsWith(List<AmountToken> tokens, int at, string[] words)
    {
        if (at + words.Length > tokens.Count)
        {
            return false;
        }

        for (int i = 0; i < words.Length; i++)
        {
            if (tokens[at + i].Text != words[i])
            {
                return false;
            }
        }

        return true;
    }

    // The longest phrase first: "up to and including" is not "up to".
    private static (string[] Words, Side Side)[] Sorted(params (Side Side, string Phrases)[] all) =>
        [.. all.SelectMany(entry => entry.Phrases.Split('|').Select(phrase => (Words: phrase.Split(' '), entry.Side))).OrderByDescending(entry => entry.Words.Length)];
}
