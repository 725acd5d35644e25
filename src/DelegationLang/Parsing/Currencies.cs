namespace DelegationLang.Parsing;

/// <summary>The codes of ISO 4217 for money in circulation, and the signs that stand for one of them.</summary>
internal static class Currencies
{
    /// <summary>The code of the pound sign.</summary>
    public const string Pound = "GBP";

    private static readonly HashSet<string> Codes = new(
        ("AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE "
        + "CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS "
        + "KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR "
        + "PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD "
        + "TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG")
        .Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether three letters are the code of a currency.</summary>
    public static bool IsCode(string letters) => Codes.Contains(letters);

    /// <summary>Whether a currency code and then a figure stand here; says where the figure starts.</summary>
    public static bool IsMoneyAt(string text, int position, out int figure)
    {
        figure = position;
        if (position + 4 > text.Length || !char.IsAsciiLetterUpper(text[position]) || !char.IsAsciiLetterUpper(text[position + 1]) || !char.IsAsciiLetterUpper(text[position + 2]))
        {
            return false;
        }

        figure = SourceScan.SkipSpace(text, position + 3);
        return figure < text.Length && char.IsAsciiDigit(text[figure]) && IsCode(text.Substring(position, 3));
    }

    /// <summary>Whether the character is a sign for money.</summary>
    public static bool IsSign(char c) => c is '£' or '€' or '$' or '¥' or '\uFFE1';

    /// <summary>The code that a sign most probably stands for.</summary>
    public static string CodeOf(char sign) => sign switch
    {
        '€' => "EUR",
        '$' => "USD",
        '¥' => "JPY",
        _ => Pound,
    };
}
