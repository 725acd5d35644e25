using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;

namespace DelegationLang.Cli.Rendering;

/// <summary>An answer with its files named as they are shown, in its chains and in the words of its reasons.</summary>
internal static class ShownAnswer
{
    /// <summary>The answer to print.</summary>
    public static Answer Of(Answer answer, FileNames files) => answer with
    {
        Chain = Links(answer.Chain, files),
        Deputies = [.. answer.Deputies.Select(deputy => deputy with { Source = Source(deputy.Source, files) })],
        Authorities = [.. answer.Authorities.Select(authority => authority with { Chain = Links(authority.Chain, files) })],
        Cases = [.. answer.Cases.Select(one => one with { Answer = Of(one.Answer, files) })],
        Reasons = [.. answer.Reasons.Select(reason => Reason(reason, files))],
    };

    private static ImmutableArray<ChainLink> Links(ImmutableArray<ChainLink> links, FileNames files) =>
        [.. links.Select(link => link with { Source = Source(link.Source, files) })];

    private static SourceReference Source(SourceReference source, FileNames files) =>
        string.IsNullOrEmpty(source.File) ? new SourceReference("", 0) : source with { File = files.Show(source.File) };

    /// <summary>A reason ends with its sentence in brackets: <c>(limits.delegation:12)</c>.</summary>
    private static string Reason(string reason, FileNames files)
    {
        int start = reason.LastIndexOf(" (", StringComparison.Ordinal) + 2;
        int colon = reason.LastIndexOf(':');
        return reason.EndsWith(')') && start > 1 && colon > start ? reason[..start] + files.Show(reason[start..colon]) + reason[colon..] : reason;
    }
}
