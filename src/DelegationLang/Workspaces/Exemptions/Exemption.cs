using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Workspaces.Exemptions;

/// <summary>One code that a comment exempts a sentence from.</summary>
internal sealed class Exemption(ExemptionComment comment, string code, SourceLocation location)
{
    /// <summary>The comment that says so.</summary>
    public ExemptionComment Comment => comment;

    /// <summary>The code, such as <c>DL5002</c>.</summary>
    public string Code => code;

    /// <summary>Where the code is written.</summary>
    public SourceLocation Location => location;

    /// <summary>The sentence, or the line of a table or a list, that is exempted; none where the comment stands at none.</summary>
    public SyntaxNode? Part { get; set; }

    /// <summary>Whether it keeps a finding from being reported.</summary>
    public bool IsUsed { get; set; }

    /// <summary>Whether a place lies in what is exempted.</summary>
    public bool Covers(SourceLocation place) =>
        Part is not null && ReferenceEquals(place.Source, location.Source) && place.Span.Start >= Part.Span.Start && place.Span.Start <= Part.Span.End;
}
