using DelegationLang.Diagnostics;
using DelegationLang.Syntax;

namespace DelegationLang.Workspaces.Exemptions;

/// <summary>
/// Takes out of a report what authors exempted, and adds what is wrong with exemptions. It changes the report alone: a sentence in error
/// gives nobody authority, exempted or not.
/// </summary>
internal sealed class ExemptionCheck
{
    private readonly List<Diagnostic> findings;
    private readonly List<ExemptedDiagnostic> exempted = [];
    private readonly List<Diagnostic> reports = [];
    private readonly List<Exemption> ended = [];
    private readonly List<Exemption> unused = [];
    private readonly DateOnly asOf;

    private ExemptionCheck(List<Diagnostic> findings, DateOnly asOf)
    {
        this.findings = findings;
        this.asOf = asOf;
    }

    /// <summary>Applies the exemptions of some texts.</summary>
    /// <param name="trees">The texts.</param>
    /// <param name="sentences">Their sentences.</param>
    /// <param name="findings">What was found. What is exempted is taken out, what is wrong with exemptions is added at the end.</param>
    /// <param name="asOf">The day that <em>today</em> means.</param>
    /// <returns>What was taken out.</returns>
    public static List<ExemptedDiagnostic> Run(IEnumerable<SyntaxTree> trees, SentenceMap sentences, List<Diagnostic> findings, DateOnly asOf)
    {
        var check = new ExemptionCheck(findings, asOf);
        foreach (SyntaxTree tree in trees)
        {
            foreach (ExemptionComment comment in ExemptionFinder.Find(tree, sentences))
            {
                check.Apply(comment);
            }
        }

        check.ReportIdle();
        findings.AddRange(check.reports);
        return check.exempted;
    }

    private void Apply(ExemptionComment comment)
    {
        if (comment.Fault is { } fault)
        {
            reports.Add(fault);
            return;
        }

        foreach (Exemption exemption in comment.Exemptions)
        {
            if (comment.Until < asOf)
            {
                ended.Add(exemption);
            }
            else
            {
                Exempt(exemption);
            }
        }
    }

    private void Exempt(Exemption exemption)
    {
        for (var i = 0; i < findings.Count; i++)
        {
            if (IsOf(findings[i], exemption))
            {
                exemption.IsUsed = true;
                exempted.Add(new ExemptedDiagnostic(findings[i], exemption.Comment.Reason, exemption.Comment.Until) { IsInError = IsInError(findings[i]) });
            }
        }

        if (!exemption.IsUsed)
        {
            unused.Add(exemption);
            return;
        }

        findings.RemoveAll(finding => IsOf(finding, exemption));
        if (exemption.Comment.Reason.Length == 0)
        {
            reports.Add(ExemptionFaults.NoReason(exemption));
        }
    }

    /// <summary>
    /// Reports the exemptions that keep nothing quiet. An error anywhere may be all that keeps a finding from showing, since a sentence without
    /// effect overlaps with nothing: so nothing is said to be idle before the sentences are sound.
    /// </summary>
    private void ReportIdle()
    {
        var isSound = !findings.Exists(IsInError);
        foreach (Exemption exemption in ended)
        {
            var isNeeded = !isSound || findings.Exists(finding => IsOf(finding, exemption));
            reports.Add(ExemptionFaults.PastItsDate(exemption, exemption.Comment.Until ?? asOf, isNeeded));
        }

        if (!isSound)
        {
            return;
        }

        foreach (Exemption exemption in unused)
        {
            reports.Add(ExemptionFaults.OfNothing(exemption, Elsewhere(exemption)));
        }
    }

    /// <summary>The finding that the exemption was probably meant for: one that has to do with its sentence, or the only one that there is.</summary>
    private Diagnostic? Elsewhere(Exemption exemption)
    {
        List<Diagnostic> alike = findings.FindAll(finding => finding.Code == exemption.Code);
        return alike.Find(finding => finding.Related.Any(related => exemption.Covers(related.Location))) ?? (alike.Count == 1 ? alike[0] : null);
    }

    // A scenario that fails changes nothing.
    private static bool IsInError(Diagnostic finding) =>
        finding.Severity == DiagnosticSeverity.Error && finding.Code != WorkspaceDiagnostics.ScenarioFails.Code;

    private static bool IsOf(Diagnostic finding, Exemption exemption) => finding.Code == exemption.Code && exemption.Covers(finding.Location);
}
