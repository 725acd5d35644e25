using DelegationLang.Policy;

namespace DelegationLang.Emit.Scheme;

/// <summary>The decision space as it is published.</summary>
internal static class PublishedDefinition
{
    /// <summary>The same definition with the names of files as published.</summary>
    public static SpaceDefinition Of(SpaceDefinition definition, FileNames files)
    {
        return definition with
        {
            Parties = [.. definition.Parties.Select(party => party with { Source = Publish(party.Source) })],
            Subjects = [.. definition.Subjects.Select(subject => subject with { Source = Publish(subject.Source) })],
            Rules = [.. definition.Rules.Select(rule => rule with { Source = Publish(rule.Source), Successions = [.. rule.Successions.Select(one => one with { Source = Publish(one.Source) })] })],
            Deputies = [.. definition.Deputies.Select(deputy => deputy with { Source = Publish(deputy.Source) })],
            Involvements = [.. definition.Involvements.Select(involvement => involvement with { Source = Publish(involvement.Source) })],
        };

        SourceReference Publish(SourceReference source) => source with { File = files.Of(source.File) };
    }
}
