using DelegationLang.Diagnostics;
using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>A limit that begins with <c>from</c>, which is a day's.</summary>
internal sealed partial class SyntaxMessages
{
    // "From £1,000.01 up to £5,000".
    private Diagnostic? DescribeLowerEnd(Diagnostic finding, int from, int figure)
    {
        if (window.Literal<MoneySyntax>(figure) is not { IsInvalid: false })
        {
            return null;
        }

        string atLeast = $"at least {Written(figure)}";
        string above = TierStart.Above(Written(figure));
        CodeFix Write(string words) => ParsingFaults.Replace(faults.Source, window[from].Start, window[figure].End, words, $"Write {words}");
        return finding with
        {
            Help = above.Length > 0
                ? $"an amount begins `above` a figure or with `at least` a figure: what comes straight after a tier up to {above["above ".Length..]} is `{above}`, so that nothing lies between the two"
                : $"an amount begins `above` a figure, which is then not in it, or with `at least` a figure, which is: `{atLeast}`",
            Fixes = above.Length > 0 ? [Write(above), Write(atLeast)] : [Write(atLeast)],
        };
    }
}
