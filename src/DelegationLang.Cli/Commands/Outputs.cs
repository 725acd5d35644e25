using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Emit;
using DelegationLang.Emit.Changes;
using DelegationLang.Emit.CSharp;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Html.Bodies;
using DelegationLang.Emit.Templating;
using DelegationLang.Office;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Commands;

/// <summary>What <c>build</c> is to write. The library that makes it is loaded here and nowhere else, so that other commands start without it.</summary>
internal sealed class Outputs
{
    private static readonly ImmutableArray<IEmitter> Known = [.. Emitters.All, new OfficeEmitter()];

    private readonly List<IEmitter> emitters;
    private readonly List<string> chief = [];
    private readonly Dictionary<string, string> origins = new(StringComparer.Ordinal);
    private readonly string? space;

    /// <summary>The outputs that <c>--emit</c> names; all when it names none.</summary>
    /// <exception cref="CommandFailure">There is no such output, or the namespace is none.</exception>
    public Outputs(IReadOnlyList<string> emit, string? space)
    {
        var names = emit.SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        emitters = [.. names.Select(Find).Distinct()];
        if (emitters.Count == 0)
        {
            emitters.AddRange(Emitters.ByDefault);
        }

        this.space = space;
        if (space is not null && !CSharpEmitter.IsNamespace(space))
        {
            throw new CommandFailure($"“{space}” is not a namespace: write words of letters and digits with full stops between them, none of them a keyword of C#, such as Example.Scheme");
        }
    }

    /// <summary>What outputs are made from.</summary>
    public static EmitInput Input(Compilation compilation) => EmitInput.Of(compilation.Model, compilation.Engine) with { InError = compilation.StatementsInError };

    /// <summary>What outputs are made from, with their look.</summary>
    public static EmitInput Input(OpenProject project, DateOnly? asOf) => Input(project.Compilation) with
    {
        AsOf = asOf,
        Site = SiteLook.Read(project.Compilation.Configuration.Site, project.Disk),
    };

    // With the version that it supersedes, which is read for this alone.
    private static SchemeDiff? Changes(Compilation compilation) => compilation.Former is not { LacksScheme: false } former ? null : SchemeDiff.Of(
        SchemeVersion.Of(Input(former), former.Engine.Answerer),
        SchemeVersion.Of(Input(compilation), compilation.Engine.Answerer),
        DateRange.Always,
        compilation.AsOf);

    /// <summary>Makes the files of several schemes without errors, each below a folder of its own, and the front page of all.</summary>
    public IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> MakeAll(IReadOnlyList<string> folders, IReadOnlyList<OpenProject> projects, DateOnly? asOf)
    {
        var files = new List<(string Path, ReadOnlyMemory<byte> Content)>();
        if (emitters.Exists(emitter => emitter is HtmlEmitter))
        {
            foreach (EmittedFile file in BodiesIndex.Make([.. projects.Select((project, i) => new PublishedBody(folders[i], Input(project, asOf)))]))
            {
                files.Add((file.Path, file.Content));
                origins[file.Path] = "html";
            }

            chief.Add(files[0].Path);
        }

        for (int i = 0; i < projects.Count; i++)
        {
            files.AddRange(Make(projects[i], asOf, folders[i] + "/", BesideOf(projects[i], folders[i], folders)));
        }

        return files;
    }

    /// <summary>Makes the files of a scheme without errors.</summary>
    public IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> Make(OpenProject project, DateOnly? asOf, string below = "", IReadOnlyDictionary<PartySymbol, string>? beside = null)
    {
        EmitInput input = Input(project, asOf) with
        {
            JoinedPages = beside ?? new Dictionary<PartySymbol, string>(),
            HasOffice = emitters.Exists(emitter => emitter is OfficeEmitter),
            Changes = emitters.Exists(emitter => emitter is HtmlEmitter) ? Changes(project.Compilation) : null,
        };
        if (space is not null)
        {
            input = input with { Namespace = space };
        }

        var files = new List<(string Path, ReadOnlyMemory<byte> Content)>();
        foreach (IEmitter emitter in emitters)
        {
            ImmutableArray<EmittedFile> made = Make(emitter, input, project.Compilation.Configuration.Site);
            chief.AddRange(made.Take(1).Select(file => below + file.Path));
            foreach (EmittedFile file in made)
            {
                files.Add((below + file.Path, file.Content));
                origins[below + file.Path] = emitter.Name;
            }
        }

        return files;
    }

    // The pages of schemes that are built together lie beside each other as their folders do.
    private static Dictionary<PartySymbol, string> BesideOf(OpenProject project, string folder, IReadOnlyList<string> folders)
    {
        var beside = new Dictionary<PartySymbol, string>();
        foreach (JoinStatement? join in project.Compilation.Model.Joins.Where(join => join is { HasErrors: false, Body: not null }))
        {
            if (join.Body is { } body && ProjectPath.ResolveAnywhere(folder + "/" + join.Location.File, join.Target) is { } path && folders.FirstOrDefault(other => other == path) is { } found)
            {
                beside[body.Symbol] = string.Concat(Enumerable.Repeat("../", folder.Count(character => character == '/') + 1)) + string.Join('/', found.Split('/').Select(Uri.EscapeDataString)) + "/index.html";
            }
        }

        return beside;
    }

    /// <summary>Writes what was made into a folder, and takes away what earlier builds wrote of the same outputs and this one does not.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="source">The full path of the folder that it was made from.</param>
    /// <param name="folder">The folder to write into.</param>
    /// <param name="files">What was made.</param>
    /// <returns>How many files are new, have changed or are gone.</returns>
    public int Write(Host host, string source, string folder, IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> files) =>
        new OutputFolder(host.FullPath(folder)) { Keeps = source }.Write(files, origins);

    /// <summary>The file to open first of each output, in words, with the number of the others.</summary>
    /// <param name="count">How many files were made in all.</param>
    public string Describe(int count) =>
        string.Join(", ", chief) + (count > chief.Count ? string.Create(CultureInfo.InvariantCulture, $" and {count - chief.Count} more {(count - chief.Count == 1 ? "file" : "files")}") : "");

    private static ImmutableArray<EmittedFile> Make(IEmitter emitter, EmitInput input, SiteSettings site)
    {
        try
        {
            return WordLook.Use(site.Word, () => emitter.Emit(input));
        }
        catch (TemplateFault fault) when (input.Site.Templates.ContainsKey(fault.Template))
        {
            throw new CommandFailure(string.Create(CultureInfo.InvariantCulture, $"{site.Templates}/{fault.Template}, line {fault.Line}: {fault.Problem}"));
        }
    }

    private static IEmitter Find(string name)
    {
        ImmutableArray<string> names = Known.Select(emitter => emitter.Name);
        return Known.FirstOrDefault(emitter => string.Equals(emitter.Name, name, StringComparison.OrdinalIgnoreCase)) ?? throw new CommandFailure(
            $"--emit does not know “{name}”{(Suggestion.Closest(name, names) is { } meant ? $"; did you mean {meant}?" : "")}. It knows {string.Join(", ", names)}");
    }
}
