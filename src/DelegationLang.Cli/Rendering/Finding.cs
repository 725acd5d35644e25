using DelegationLang.Diagnostics;
using DelegationLang.Text;
using DelegationLang.Workspaces.Exemptions;

namespace DelegationLang.Cli.Rendering;

/// <summary>A diagnostic of one of the projects that are reported on, and how the files of that project are shown.</summary>
internal sealed record Finding(Diagnostic Diagnostic, FileNames Files)
{
    /// <summary>Why it is not reported and until when; none for what is reported.</summary>
    public ExemptedDiagnostic? Exemption { get; init; }

    /// <summary>How many findings weigh as much as this.</summary>
    public static int Count(IReadOnlyList<Finding> findings, DiagnosticSeverity severity)
    {
        int count = 0;
        foreach (Finding finding in findings)
        {
            count += finding.Diagnostic.Severity == severity ? 1 : 0;
        }

        return count;
    }

    /// <summary>What tells one finding from another, wherever they were found.</summary>
    public string Key
    {
        get
        {
            SourceLocation place = Diagnostic.Location;
            return string.Join('\n', Diagnostic.Code, Files.Show(place.File), place.Line.ToString(System.Globalization.CultureInfo.InvariantCulture), place.Column.ToString(System.Globalization.CultureInfo.InvariantCulture), Diagnostic.Message);
        }
    }
}
