using DelegationLang.Policy;

namespace DelegationLang.Workspaces.Joining;

/// <summary>Gives the files of a decision space other names.</summary>
internal static class ShownFiles
{
    /// <summary>The space with each file by the name that it is shown by.</summary>
    public static SpaceDefinition In(SpaceDefinition space, Func<string, string> shown)
    {
        return space with
        {
            Parties = [.. space.Parties.Select(party => party with { Source = Of(party.Source) })],
            Subjects = [.. space.Subjects.Select(subject => subject with { Source = Of(subject.Source) })],
            Rules = [.. space.Rules.Select(rule => rule with { Source = Of(rule.Source), Successions = [.. rule.Successions.Select(one => one with { Source = Of(one.Source) })] })],
            Deputies = [.. space.Deputies.Select(deputy => deputy with { Source = Of(deputy.Source) })],
        };

        SourceReference Of(SourceReference source) => string.IsNullOrEmpty(source.File) ? source : source with { File = shown(source.File) };
    }
}
