using DelegationLang.Diagnostics;

namespace DelegationLang.Parsing;

/// <summary>Sentences that say what nobody does.</summary>
internal sealed partial class SyntaxMessages
{
    // "Board does not delegate leases", "leases are not delegated", "Director cannot act": no verb in it is meant as it stands.
    private Diagnostic? DescribeNegation(Lexeme name)
    {
        int first = name.Start;
        for (int start = name.Start; start < name.End;)
        {
            int end = Math.Max(SourceScan.WordEnd(Content, start), start + 1);
            string word = Content[start..Math.Min(end, name.End)];
            if (Negations.IsOne(word) && start > name.Start)
            {
                int next = SourceScan.SkipTrivia(Content, end);
                int after = next < name.End ? Math.Min(SourceScan.WordEnd(Content, next), name.End) : end;
                return Make(first, after, $"`{ParsingFaults.Shown(faults.Source, first, after)}` gives nothing and takes nothing away") with
                {
                    Label = "no sentence of the language",
                    Help = Negations.Help,
                };
            }

            first = start > name.Start && (Misspellings.IsModal(word) || word is "do" or "does" or "did" or "is" or "are") ? start : SourceScan.SkipTrivia(Content, end);
            start = SourceScan.SkipTrivia(Content, end);
        }

        return null;
    }
}
