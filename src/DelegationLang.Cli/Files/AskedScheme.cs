using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Files;

/// <summary>A scheme that can be asked, from its text or as built before.</summary>
internal sealed class AskedScheme
{
    private readonly Func<string, DateOnly, Answer> ask;

    private readonly Lazy<SchemeIdentity?> identity;

    private AskedScheme(Compilation? compilation, Func<SchemeIdentity?> identity, Func<string, DateOnly, Answer> ask)
    {
        this.identity = new Lazy<SchemeIdentity?>(identity);
        HasErrors = compilation?.HasErrors ?? false;
        LacksJoined = compilation?.LacksJoined ?? false;
        HasSilentErrors = !HasErrors && compilation is not null && HasStatementsInError(compilation);
        this.ask = ask;
    }

    /// <summary>Whether some of its sentences are in error, so that answers rest on the others alone.</summary>
    public bool HasErrors { get; }

    /// <summary>Whether sentences are in error, and are exempted from being reported as that or are not reported so in this project.</summary>
    public bool HasSilentErrors { get; }

    /// <summary>Whether a scheme that it joins cannot be used, so that answers stop where they would go on into it.</summary>
    public bool LacksJoined { get; }

    /// <summary>Which scheme it is; none where there is none. Worked out when it is asked for.</summary>
    public SchemeIdentity? Identity => identity.Value;

    /// <summary>Opens a PATH of <c>ask</c>.</summary>
    public static AskedScheme Open(Host host, string path, DateOnly asOf)
    {
        using var progress = new Progress(host);
        progress.Report("reading " + path);
        string full = path.Length == 0 ? "" : host.FullPath(path);
        FileKind.RefuseStream(path, full);
        if (BuiltScheme.IsNamedLikeOne(full) && File.Exists(full))
        {
            QuestionAnswerer built = BuiltScheme.Open(path, full);
            return new AskedScheme(null, () => built.Space.Identity, built.Ask);
        }

        var project = OpenProject.Open(host, path, asOf);
        if (project.Compilation.LacksScheme)
        {
            return new AskedScheme(project.Compilation, () => null, (_, day) => NoScheme(path, day));
        }

        DecisionEngine engine = project.Compilation.JoinedEngine;
        return new AskedScheme(project.Compilation, () => BuiltScheme.IdentityOf(project.Compilation.Model, project.Compilation.Engine), (question, day) => ShownAnswer.Of(engine.Ask(question, day), project.Files));
    }

    private static Answer NoScheme(string path, DateOnly day) =>
        new() { Outcome = Outcome.Error, Day = day, Message = $"Nothing can be asked of {path}: it holds no scheme sentence, so nothing in it is in force." };

    private static bool HasStatementsInError(Compilation compilation) =>
        compilation.StatementsInError.Count > 0
        || compilation.Model.Delegations.Any(statement => statement.HasErrors)
        || compilation.Model.Reservations.Any(statement => statement.HasErrors);

    /// <summary>Answers a question; its files are named as they are shown.</summary>
    public Answer Ask(string question, DateOnly day) => ask(question, day);
}
