using System.Collections.Immutable;
using DelegationLang.Rules;

namespace DelegationLang.Workspaces;

/// <summary>
/// What is to be compiled together: a folder, or one file with what it uses. The project folder of a single file is the folder it lies in;
/// the severities of a <c>delegation.json</c> there hold for it too, the list of files does not.
/// </summary>
public sealed class Project
{
    /// <summary>How the name of a file of a scheme ends.</summary>
    public const string Extension = ".delegation";

    private readonly IProjectFiles files;
    private readonly bool isWholeFolder;

    private Project(IProjectFiles files, ProjectConfiguration configuration, ImmutableArray<string> roots, ImmutableArray<ConfigurationFault> faults, bool isWholeFolder)
    {
        this.files = files;
        this.isWholeFolder = isWholeFolder;
        Configuration = configuration;
        Roots = roots;
        Faults = faults;
    }

    /// <summary>The files of its folder.</summary>
    public IProjectFiles Files => files;

    /// <summary>What <c>delegation.json</c> says.</summary>
    public ProjectConfiguration Configuration { get; }

    /// <summary>The files that belong to the project by themselves, in the order of reading; empty when there is none.</summary>
    public ImmutableArray<string> Roots { get; }

    /// <summary>What is wrong with <c>delegation.json</c>. A project with faults is not to be compiled.</summary>
    public ImmutableArray<ConfigurationFault> Faults { get; }

    /// <summary>The project that a folder holds.</summary>
    public static Project OfFolder(IProjectFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        (ProjectConfiguration? configuration, ImmutableArray<ConfigurationFault> faults) = ReadConfiguration(files);
        if (configuration.Files.IsEmpty)
        {
            return new Project(files, configuration, [.. SchemeFilesOf(files.List())], faults, isWholeFolder: true);
        }

        // The order of the list is the order of reading; what one pattern finds is sorted.
        var all = files.List().Order(StringComparer.Ordinal).ToList();
        var roots = new List<string>();
        foreach (var pattern in configuration.Files)
        {
            var found = all.Where(file => ProjectPath.Matches(pattern, file)).ToList();
            roots.AddRange(found);
            if (found.Count == 0)
            {
                var meant = Suggestion.Closest(pattern, all) is { } closest ? $"; did you mean \"{closest}\"?" : "";
                faults = faults.Add(new ConfigurationFault(0, 0, $"no file of the project folder fits \"{pattern}\"{meant}"));
            }
        }

        return new Project(files, configuration, [.. roots.Distinct(StringComparer.Ordinal)], faults, isWholeFolder: false);
    }

    /// <summary>The project that one file makes with what it uses.</summary>
    /// <param name="files">The files of the folder that the file lies in.</param>
    /// <param name="name">The name of the file.</param>
    public static Project OfFile(IProjectFiles files, string name)
    {
        ArgumentNullException.ThrowIfNull(files);
        (ProjectConfiguration? configuration, ImmutableArray<ConfigurationFault> faults) = ReadConfiguration(files);
        return new Project(files, configuration, [name], faults, isWholeFolder: false);
    }

    /// <summary>Compiles the project. Nothing is read before something is asked of the result.</summary>
    /// <param name="asOf">The day that <em>today</em> means.</param>
    /// <param name="observer">Is told when each rule starts and ends; none where nobody measures.</param>
    public Compilation Compile(DateOnly asOf, IRuleObserver? observer = null) => new(files, Configuration, Roots, isWholeFolder, asOf, observer);

    /// <summary>Compiles the project for another that joins it: by its own sentences alone.</summary>
    internal Compilation CompileForOther(DateOnly asOf) => new(files, Configuration, Roots, isWholeFolder, asOf, observer: null, followsJoins: false);

    /// <summary>Those of some files whose names end as those of schemes do, sorted.</summary>
    internal static List<string> SchemeFilesOf(IEnumerable<string> files) =>
        [.. files.Where(file => file.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];

    private static (ProjectConfiguration Configuration, ImmutableArray<ConfigurationFault> Faults) ReadConfiguration(IProjectFiles files)
    {
        ProjectFile file = files.Read(ProjectConfiguration.FileName);
        return file.Status switch
        {
            ProjectFileStatus.Read => ProjectConfigurationReader.Read(file.Bytes.AsSpan(), DiagnosticCatalogue.Codes),
            ProjectFileStatus.Missing => (ProjectConfiguration.Default, []),
            _ => (ProjectConfiguration.Default, [new ConfigurationFault(0, 0, "this file cannot be read")]),
        };
    }
}
