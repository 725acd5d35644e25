using DelegationLang.Testing;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Rules;

/// <summary>DL7006: a scheme approved by somebody who cannot give it.</summary>
public sealed class SchemeApproverTests
{
    private const string Commissioner = """
        scheme Commissioner's scheme
          version 1
          approved by WHO on 1 March 2026
          in force from 1 April 2026.
        use england.
        Vale Commissioner is a police and crime commissioner known as PCC.
        Commissioner is a member of PCC.
        Chief Executive is an officer of PCC reporting to Commissioner.
        grants is a function of PCC.
        PCC delegates grants to Chief Executive.

        """;

    [Theory]
    [InlineData("Commissioner", "", 0)]
    [InlineData("Chief Executive", "", 1)]
    [InlineData("Commissioner", "Panel is the board of PCC.", 1)]
    public void Who_alone_is_the_body_approves_its_scheme(string who, string more, int findings) => Assert.Equal(
        findings,
        Project.OfFile(MemoryFiles.Empty.With("a.delegation", Commissioner.Replace("WHO", who, StringComparison.Ordinal) + more), "a.delegation")
            .Compile(new DateOnly(2026, 5, 1)).Diagnostics.Count(finding => finding.Code == "DL7006"));
}
