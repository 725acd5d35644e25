using DelegationLang.Cli.Commands;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Diagnostics;
using DelegationLang.Emit;
using DelegationLang.Emit.Changes;
using DelegationLang.Emit.Json;
using DelegationLang.Policy;
using DelegationLang.Workspaces;

namespace DelegationLang.Service.Serving;

/// <summary>A scheme that answers: from its text, or as it was built before. Immutable; may be asked from many threads at once.</summary>
internal sealed class ServedScheme
{
    private readonly FileNames files;
    private readonly ILookup<string, VersionSentence> sentences;

    // The files of joined schemes by the names that are shown.
    private readonly Dictionary<string, string> joinedFiles;

    private ServedScheme(LoadedScheme loaded, SchemeVersion version, FileNames files, params IEnumerable<string> joined)
    {
        joinedFiles = joined.GroupBy(files.Show, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        Loaded = loaded;
        Version = version;
        this.files = files;
        sentences = version.Sentences.ToLookup(sentence => files.Show(sentence.File), StringComparer.Ordinal);
    }

    /// <summary>The scheme by names, as programs load it.</summary>
    public LoadedScheme Loaded { get; }

    /// <summary>The scheme as <c>diff</c> compares it, and what answers questions in words.</summary>
    public SchemeVersion Version { get; }

    /// <summary>The project that it was read from; none for one that was built before.</summary>
    public OpenProject? Project { get; private init; }

    /// <summary>Title, version and content hash, as each answer has them.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public SchemeIdentity Identity => Loaded.Identity ?? throw new InvalidOperationException("A loaded scheme says which it is.");

    /// <summary>Opens a PATH: a folder, a <c>.delegation</c> file, or a built <c>scheme.json</c>.</summary>
    /// <exception cref="CommandFailure">There is nothing there, it is no scheme, or it has errors: from such a one nobody is answered.</exception>
    public static ServedScheme Open(Host host, string path, DateOnly asOf)
    {
        if (path.Length == 0)
        {
            throw new CommandFailure("a path must not be empty");
        }

        var full = host.FullPath(path);
        FileKind.RefuseStream(path, full);
        return BuiltScheme.IsNamedLikeOne(full) && File.Exists(full) ? OfBuilt(path, full) : OfText(host, path, asOf);
    }

    /// <summary>Answers a question in words: what <c>delegation ask --json</c> prints of it.</summary>
    /// <param name="question">The question.</param>
    /// <param name="asOf">The day of a question that names none.</param>
    public Answer Ask(string question, DateOnly asOf) => Shown(Version.Answerer.Ask(question, asOf)) with { Question = question };

    /// <summary>An answer of <see cref="Loaded"/> with its files named as they are shown.</summary>
    public Answer Shown(Answer answer) => ShownAnswer.Of(answer, files) with { Scheme = Identity };

    /// <summary>The sentence in which a place of an answer lies; none where it is of a library.</summary>
    public VersionSentence? SentenceAt(SourceReference source) =>
        sentences[source.File].LastOrDefault(sentence => sentence.Line <= source.Line && source.Line <= sentence.EndLine)
        ?? (joinedFiles.TryGetValue(source.File, out var file) ? Version.At([source with { File = file }]).FirstOrDefault() : null);

    /// <summary>How files are shown.</summary>
    public FileNames Files => files;

    private static ServedScheme OfBuilt(string path, string full)
    {
        try
        {
            byte[] content = File.ReadAllBytes(full);
            return new ServedScheme(LoadedScheme.Load(content), SchemeVersion.Of(content), new FileNames("", _ => true));
        }
        catch (SchemeJsonException trouble)
        {
            throw new CommandFailure($"{path} cannot be served: {trouble.Message}");
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"{path} cannot be read: {FolderFiles.Reason(trouble)}");
        }
    }

    private static ServedScheme OfText(Host host, string path, DateOnly asOf)
    {
        OpenProject project = new Phases(host).Compile(path, asOf);
        Compilation compilation = project.Compilation;
        if (compilation.LacksScheme)
        {
            throw new CommandFailure($"{path} holds no scheme sentence, so nothing in it is in force. See: delegation check {path}");
        }

        if (compilation.HasErrors)
        {
            Diagnostic first = compilation.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            var count = compilation.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            var place = FormattableString.Invariant($"{project.Files.Show(first.Location.File)}:{first.Location.Line}");
            throw new CommandFailure($"{path} has {SeverityWords.Count(count, "error")}, and nobody is answered from it until {(count == 1 ? "it is" : "they are")} mended. The first: {place}: {first.Message}");
        }

        EmitInput input = Outputs.Input(compilation);
        ReadOnlyMemory<byte> content = new JsonEmitter().Emit(input)[0].Content;
        return new ServedScheme(LoadedScheme.Load(content.Span).Joined(compilation.JoinedEngine.Space.Definition), SchemeVersion.Of(input, compilation.JoinedEngine.Answerer, compilation.JoinedSentenceAt), project.Files, compilation.JoinedFiles) { Project = project };
    }
}
