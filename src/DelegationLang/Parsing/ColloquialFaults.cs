using DelegationLang.Diagnostics;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>What is said of the usual words of paper schemes.</summary>
internal static class ColloquialFaults
{
    /// <summary>The finding about such words, with what is written here instead.</summary>
    public static Diagnostic Of(SourceText source, Colloquial phrase, int start, int end)
    {
        string written = ParsingFaults.Shown(source, start, end);
        string help = phrase.Instead.Length == 0 ? phrase.Advice
            : phrase.Advice.Length == 0 ? $"write `{phrase.Instead}`" : $"write `{phrase.Instead}`; {phrase.Advice}";
        return ParsingFaults.Make(ParsingDiagnostics.UnreadableSentence, source, start, end, $"`{written}` is not how this is said here") with
        {
            Help = help,
            Fixes = phrase.IsReplaced ? [ParsingFaults.Replace(source, start, end, phrase.Instead, $"Write {phrase.Instead}", phrase.SaysTheSame)] : [],
        };
    }
}
