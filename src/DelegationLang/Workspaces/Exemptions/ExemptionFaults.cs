using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Text;

namespace DelegationLang.Workspaces.Exemptions;

/// <summary>What is said of comments that exempt a sentence.</summary>
internal static class ExemptionFaults
{
    private const string Form = "write it like `// allow DL5002 until 31 March 2027: why it is in order here`; the date may be left out";

    /// <summary>A colon before the code.</summary>
    public static Diagnostic Misplaced(SourceLocation colon) => Unreadable(colon, "no colon comes after `allow`") with
    {
        Help = Form,
        Fixes = [new CodeFix("Leave the colon out", [new TextEdit(colon, "")])],
    };

    /// <summary>What is wrong with a code; none where nothing is.</summary>
    public static Diagnostic? OfCode(string written, SourceLocation place)
    {
        var code = written.ToUpperInvariant();
        if (!DiagnosticCatalogue.Codes.Contains(code))
        {
            var meant = DiagnosticCatalogue.Suggest(code);
            return Unreadable(place, $"there is no diagnostic `{written}`") with
            {
                Help = meant is null ? "the code stands in square brackets in what is reported" : $"did you mean `{meant}`?",
                Fixes = meant is null ? [] : [new CodeFix($"Write {meant}", [new TextEdit(place, meant)])],
            };
        }

        if (CanBeExempted(code))
        {
            return null;
        }

        return Unreadable(place, $"no sentence can be exempted from {code}") with
        {
            Label = "reported all the same",
            Help = "what cannot be read, or names what nobody declared, has to be mended: take this comment away",
        };
    }

    /// <summary>Something other than a colon and a reason after the code or the date.</summary>
    /// <param name="rest">What stands there.</param>
    /// <param name="gap">From the end of the code or the date to the first word of the reason: white space, with a dash or a comma in it at most.</param>
    public static Diagnostic NoColon(SourceLocation rest, SourceLocation gap) =>
        Unreadable(rest, "a colon must stand between what is allowed and the reason") with
        {
            Help = "write a colon before the reason",
            Fixes = [new CodeFix("Write a colon", [new TextEdit(gap, ": ")])],
        };

    /// <summary>A date that is none, or that could be read in two ways.</summary>
    public static Diagnostic BadDate(SourceLocation place, string written, string suggestion) =>
        Unreadable(place, written.Length == 0 ? "there is no date after `until`" : $"`{written}` is no date, or one that could be read in two ways") with
        {
            Help = suggestion.Length == 0
                ? "write the day, the month in full and the year, as in `until 31 March 2027`"
                : $"write the day, the month in full and the year: if it is {suggestion}, `{suggestion}`",
            Fixes = suggestion.Length == 0 ? [] : [new CodeFix($"Write {suggestion}", [new TextEdit(place, suggestion)])],
        };

    /// <summary>An exemption that gives no reason.</summary>
    public static Diagnostic NoReason(Exemption exemption) =>
        new(WorkspaceDiagnostics.ExemptionWithoutReason, exemption.Location, $"this sentence is exempted from {exemption.Code} without a reason")
        {
            Help = $"say why after a colon, for whoever reads this next: `// allow {exemption.Code}{Until(exemption)}: why it is in order here`",
        };

    /// <summary>An exemption that ran out.</summary>
    /// <param name="exemption">The exemption.</param>
    /// <param name="until">Its last day.</param>
    /// <param name="isNeeded">Whether what it exempted is found again, or may be once other errors are mended.</param>
    public static Diagnostic PastItsDate(Exemption exemption, DateOnly until, bool isNeeded) =>
        new(WorkspaceDiagnostics.ExemptionPastItsDate, exemption.Location, $"this exemption from {exemption.Code} ended on {DateLiteral.Format(until)}")
        {
            Label = isNeeded ? "" : "and there is nothing left for it to exempt",
            Help = isNeeded ? "mend the sentence; if it is in order as it is, write until which day and why" : "take it away",
            Fixes = isNeeded ? [] : [ExemptionRemoval.Of(exemption)],
        };

    /// <summary>An exemption of nothing.</summary>
    /// <param name="exemption">The exemption.</param>
    /// <param name="elsewhere">The finding that it was probably meant for, which is reported elsewhere; none for none.</param>
    public static Diagnostic OfNothing(Exemption exemption, Diagnostic? elsewhere)
    {
        var message = exemption.Part is null
            ? $"this exemption from {exemption.Code} stands at no sentence, so it exempts nothing"
            : $"nothing in this sentence is reported as {exemption.Code}, so this exempts nothing";
        var finding = new Diagnostic(WorkspaceDiagnostics.ExemptionOfNothing, exemption.Location, message);
        if (exemption.Part is null)
        {
            return finding with { Help = "put it on the line before the sentence or at the sentence's end, with no empty line between, or take it away" };
        }

        return elsewhere is null
            ? finding with { Help = "take it away", Fixes = [ExemptionRemoval.Of(exemption)] }
            : finding with
            {
                Help = $"put it where {exemption.Code} is reported, or take it away",
                Related = [new RelatedLocation($"{exemption.Code} is reported here", elsewhere.Location)],
            };
    }

    // Where nothing was understood there is nothing yet to be exempted; and what is said of exemptions themselves cannot be silenced by another.
    private static bool CanBeExempted(string code)
    {
        var isMisread = code.StartsWith("DL1", StringComparison.Ordinal) || code.StartsWith("DL2", StringComparison.Ordinal);
        foreach (DiagnosticDescriptor descriptor in DiagnosticCatalogue.Descriptors)
        {
            if (descriptor.Code == code)
            {
                return !(isMisread && descriptor.DefaultSeverity == DiagnosticSeverity.Error) && !WorkspaceDiagnostics.OfExemptions.Contains(descriptor);
            }
        }

        return false;
    }

    private static string Until(Exemption exemption) => exemption.Comment.Until is DateOnly day ? " until " + DateLiteral.Format(day) : "";

    private static Diagnostic Unreadable(SourceLocation place, string message) => new(WorkspaceDiagnostics.UnreadableExemption, place, message);
}
