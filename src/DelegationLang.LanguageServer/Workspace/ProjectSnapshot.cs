using System.Collections.Immutable;
using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.Syntax;
using DelegationLang.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Workspace;

/// <summary>One project at one moment, and what follows from it. Immutable; may be read from many threads.</summary>
internal sealed class ProjectSnapshot
{
    private readonly IServerHost host;
    private readonly ImmutableDictionary<string, OpenDocument> open;
    private readonly Lazy<ReferenceIndex> references;
    private readonly Lazy<AuthorityBook> authority;
    private readonly FormerVersions formers;
    private readonly Project project;
    private SchemeChanges? changes;
    private Compilation? onAnotherDay;

    private ProjectSnapshot(
        IServerHost host, ProjectKey key, Project project, ImmutableDictionary<string, OpenDocument> open, PositionEncoding encoding, DateOnly today,
        FormerVersions formers)
    {
        this.host = host;
        this.formers = formers;
        this.open = open;
        this.project = project;
        Key = key;
        Encoding = encoding;
        Faults = project.Faults;
        Compilation = project.Compile(today);
        references = new(() => new ReferenceIndex(Compilation.Model));
        authority = new(() => new AuthorityBook(Compilation));
    }

    /// <summary>Which project it is.</summary>
    public ProjectKey Key { get; }

    /// <summary>What follows from its texts.</summary>
    public Compilation Compilation { get; }

    /// <summary>What is wrong with its <c>delegation.json</c>.</summary>
    public ImmutableArray<ConfigurationFault> Faults { get; }

    /// <summary>What a character of a position counts.</summary>
    public PositionEncoding Encoding { get; }

    /// <summary>Where each name stands.</summary>
    public ReferenceIndex References => references.Value;

    /// <summary>Who holds what.</summary>
    public AuthorityBook Authority => authority.Value;

    /// <summary>What is otherwise than in the version before; none until it has been worked out (see <see cref="Compare"/>).</summary>
    public SchemeChanges? Changes => Volatile.Read(ref changes);

    /// <summary>
    /// Works out what is otherwise than in the version before, if it has not been. This takes longer than a key may: nobody who types waits for it.
    /// </summary>
    /// <returns>What is otherwise; none where there is no version before, or where the scheme has errors, so that what it will say is not known yet.</returns>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public SchemeChanges? Compare(CancellationToken cancellation)
    {
        if (Changes is { } known)
        {
            return known;
        }

        if (!Faults.IsEmpty || Compilation.LacksScheme || !Compilation.UnreadableFiles.IsEmpty || Compilation.HasErrors || formers.Of(Key, Compilation) is not { } former)
        {
            return null;
        }

        var found = SchemeChanges.Of(former, Compilation, cancellation);
        Volatile.Write(ref changes, found);
        return found;
    }

    /// <summary>Makes a project ready to be asked. Nothing is read yet.</summary>
    public static ProjectSnapshot Of(
        IServerHost host, ProjectKey key, DiskCache disk, ImmutableDictionary<string, OpenDocument> documents, PositionEncoding encoding, DateOnly today,
        FormerVersions formers)
    {
        ImmutableDictionary<string, OpenDocument>.Builder open = ImmutableDictionary.CreateBuilder<string, OpenDocument>(StringComparer.Ordinal);
        foreach (OpenDocument document in documents.Values)
        {
            string? name = key.Folder.Length == 0
                ? (document.Key == key.File ? key.File : null)
                : document.Path is { } path ? Addresses.Below(key.Folder, path) : null;
            if (name is not null)
            {
                open.Add(name, document);
            }
        }

        ImmutableDictionary<string, OpenDocument> overlay = open.ToImmutable();
        var files = new OverlayFiles(key.Folder.Length == 0 ? MemoryFiles.Empty : disk.FilesOf(key.Folder));
        foreach ((string name, OpenDocument document) in overlay)
        {
            files = files.With(name, document.Bytes);
        }

        Project project = key.File.Length == 0 ? Project.OfFolder(files) : Project.OfFile(files, key.File);
        return new ProjectSnapshot(host, key, project, overlay, encoding, today, formers);
    }

    /// <summary>Whether a document belongs to it.</summary>
    public bool Holds(string documentKey) => TreeOf(documentKey) is not null;

    /// <summary>A document in this project; none where it is no part of it, or no text.</summary>
    public DocumentView? ViewOf(string documentKey) =>
        TreeOf(documentKey) is { } tree && !tree.Source.IsBinary ? new DocumentView(this, tree, open.GetValueOrDefault(tree.Source.FileName)) : null;

    /// <summary>A text of this project as a document.</summary>
    public DocumentView ViewOf(SyntaxTree tree) => new(this, tree, open.GetValueOrDefault(tree.Source.FileName));

    /// <summary>The address of a file of the project, as the client calls it where it has it open.</summary>
    public string AddressOf(string file) =>
        open.TryGetValue(file, out OpenDocument? document) ? document.Address
        : Key.Folder.Length == 0 ? Key.File
        : Addresses.OfPath(file is ['.', ..] ? Beside(file) : Key.Folder.EndsWith('/') ? Key.Folder + file : Key.Folder + "/" + file);

    // The files of joined schemes are named from the project folder, with a dot before them.
    private string Beside(string file) =>
        (Key.Folder.StartsWith('/') ? "/" : "") + (ProjectPath.ResolveAnywhere(Key.Folder.Trim('/') + "/x", file) ?? file);

    /// <summary>The version of a file that the client has open; none otherwise.</summary>
    public int? VersionOf(string file) => open.TryGetValue(file, out OpenDocument? document) ? document.Version : null;

    /// <summary>A place for the client; none in a library whose text it cannot open.</summary>
    public Location? Locate(SourceLocation place)
    {
        if (place.Source is null)
        {
            return null;
        }

        string? address = IsOfProject(place.Source) || place.File is ['.', ..] ? AddressOf(place.File)
            : host.LibraryFile(place.File) is { } path ? Addresses.OfPath(path)
            : null;
        return address is null ? null : new Location(address, new Positions(place.Source, Encoding).Range(place.Span));
    }

    /// <summary>The address of the page that explains a diagnostic.</summary>
    public string? PageOf(string code) => host.PageFile(code) is { } path ? Addresses.OfPath(path) : null;

    /// <summary>The map of the scheme.</summary>
    /// <param name="day">The day that it is to be of; none for today.</param>
    /// <param name="part">Which part of it.</param>
    public string? Map(DateOnly? day = null, int part = 0) => host.Map(On(day ?? Compilation.AsOf), part);

    /// <summary>A copied table as sentences of it, with what has to be asked first, as JSON.</summary>
    /// <exception cref="RequestFailure">It cannot be read.</exception>
    public string Sentences(string table, string answers)
    {
        try
        {
            return host.Sentences(Compilation, table, answers);
        }
        catch (InvalidDataException refusal)
        {
            throw new RequestFailure(ErrorCodes.RequestFailed, char.ToUpperInvariant(refusal.Message[0]) + refusal.Message[1..] + ".");
        }
    }

    /// <summary>Whether a text is one of the project's own and not of a library.</summary>
    public bool IsOfProject(SourceText source) =>
        Compilation.Trees.Any(tree => ReferenceEquals(tree.Source, source));

    // Whoever looks at another day goes on looking at it: the last one is kept.
    private Compilation On(DateOnly day)
    {
        if (day == Compilation.AsOf)
        {
            return Compilation;
        }

        Compilation? known = Volatile.Read(ref onAnotherDay);
        if (known is null || known.AsOf != day)
        {
            known = project.Compile(day);
            Volatile.Write(ref onAnotherDay, known);
        }

        return known;
    }

    private SyntaxTree? TreeOf(string documentKey)
    {
        string? name = Key.Folder.Length == 0 ? (documentKey == Key.File ? Key.File : null) : Addresses.Below(Key.Folder, documentKey);
        foreach (SyntaxTree tree in Compilation.Trees)
        {
            if (string.Equals(tree.Source.FileName, name, StringComparison.Ordinal))
            {
                return tree;
            }
        }

        return null;
    }
}
