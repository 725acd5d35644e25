namespace DelegationLang.Parsing;

/// <summary>Money as written.</summary>
/// <param name="End">Where it ends.</param>
/// <param name="Value">The exact value; without meaning where there is a fault.</param>
/// <param name="Currency">The ISO 4217 code.</param>
/// <param name="Fault">What is wrong with the figure.</param>
/// <param name="HasForeignSign">Whether it was written with a sign other than the pound's, which the language does not have.</param>
internal readonly record struct MoneyLiteral(int End, decimal Value, string Currency, NumberFault Fault, bool HasForeignSign)
{
    /// <summary>Reads the money at a position where a sign, or a code and a figure, stands.</summary>
    public static MoneyLiteral Read(string text, int start)
    {
        char sign = text[start];
        bool hasSign = Currencies.IsSign(sign);
        int figure = SourceScan.SkipSpace(text, hasSign ? start + 1 : start + 3);
        string currency = hasSign ? Currencies.CodeOf(sign) : text.Substring(start, 3);
        var number = NumberLiteral.Read(text, figure, isMoney: true);
        int end = number.Fault == NumberFault.NoFigures ? start + (hasSign ? 1 : 3) : number.End;
        NumberFault fault = number.Fault == NumberFault.Pence && currency is "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" ? NumberFault.None : number.Fault;
        return new MoneyLiteral(end, number.Value, currency, fault, hasSign && currency != Currencies.Pound);
    }
}
