namespace DelegationLang.Import.Reading;

/// <summary>Finds out whether a sum is that of an exception, as in <c>except over £5,000</c>: what may be decided then lies on its other side.</summary>
internal static class ExceptedSums
{
    private static readonly string[] Exceptions = ["except", "excepting", "excepted", "exception", "exceptions", "unless", "excluding", "excludes", "excluded", "exclude", "exclusive", "barring"];

    private static readonly string[] Refusals = ["not", "no", "never", "nothing", "none", "cannot", "nor", "neither", "without", "isn't", "isn’t", "doesn't", "doesn’t"];

    // Words between that say nothing more than that there is a sum.
    private static readonly string[] Fillers =
    [
        .. ("for of than from those that any anything ones one all which where when if it they this the a an is are be being to in with value values valued amount amounts sum sums cost costs price prices total worth whose "
            + "expenditure spend spending rent rental premium fee charge item items single each individual ( , where's fall falls going goes go").Split(' '),
    ];

    // What leads to an exception, and belongs to it.
    private static readonly string[] Leads = ["but", "and", "with", "the", ",", "(", "provided", "that", "so", "always"];

    /// <summary>The band that a power has where its sum was found at a token, and the token where the words about it begin.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="floor">The first token that can belong to it.</param>
    /// <param name="at">The first token of the band.</param>
    /// <param name="band">The band as its own words say it.</param>
    public static (Band Band, int First) Turned(List<AmountToken> tokens, int floor, int at, Band band)
    {
        var between = new List<string>();
        for (int i = at - 1; i >= floor; i--)
        {
            string word = tokens[i].Text;
            if (word is ";" or "." or ":")
            {
                break;
            }

            bool isRefusal = Refusals.Contains(word);
            if ((isRefusal || IsException(word, tokens[i + 1].Text)) && !IsAboutTax(tokens, i))
            {
                int apart = between.Count;
                bool isPlain = between.TrueForAll(other => IsSaid(tokens, floor, i, other));
                bool isTurned = isPlain && band is { Upper: null, Lower: not null };
                bool isOwn = (isRefusal && (apart > 3 || (apart > 0 && word == "without"))) || (!isPlain && band is { Lower: null, Upper: not null, IsBare: false });
                // "Purchases other than land, up to £5,000": an upper end behind other words is that of the power, and cannot widen it.
                return isOwn ? (band, at) : (isTurned ? OtherSide(band) : band with { IsExcepted = true, IsBare = false }, Begin(tokens, floor, i));
            }

            if (!Fillers.Contains(word))
            {
                between.Add(word);
            }
        }

        return (band, at);
    }

    private static bool IsException(string word, string next) => word switch
    {
        "other" => next == "than",
        "apart" or "aside" => next == "from",
        "save" => next is "for" or "that" or "where" or "when" or "in" or "any" or "those" or "over" or "above" or "exceeding",
        _ => Exceptions.Contains(word),
    };

    // "Contracts, with the exception of contracts exceeding £100,000": what is excepted is of the kind itself.
    private static bool IsSaid(List<AmountToken> tokens, int floor, int end, string word)
    {
        for (int i = floor; i < end; i++)
        {
            if (tokens[i].Text.TrimEnd('s') == word.TrimEnd('s'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAboutTax(List<AmountToken> tokens, int at)
    {
        int next = at + 1;
        while (next < tokens.Count && tokens[next].Text is "of" or "any" or "the" or "irrecoverable" or "recoverable")
        {
            next++;
        }

        return next < tokens.Count && tokens[next].Text is "vat" or "tax" or "taxes" or "duty";
    }

    /// <summary>What a lower end leaves below it.</summary>
    public static Band OtherSide(Band band) => band with { Lower = null, IsLowerIncluded = false, Upper = band.Lower, IsUpperIncluded = !band.IsLowerIncluded, IsRange = false, IsExcepted = false };

    private static int Begin(List<AmountToken> tokens, int floor, int at)
    {
        while (at > floor && Leads.Contains(tokens[at - 1].Text))
        {
            at--;
        }

        return at;
    }
}
