using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DelegationLang.Coverage;
using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Rules;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;
using DelegationLang.Workspaces.Exemptions;
using DelegationLang.Workspaces.Joining;

namespace DelegationLang.Workspaces;

/// <summary>
/// A project and everything that follows from it, from its texts to what its scenarios come to. Each phase runs when something first asks for
/// it, once; nothing changes afterwards, so that a compilation may be read from many threads.
/// </summary>
public sealed class Compilation
{
    private readonly Lazy<LoadedSources> sources;
    private readonly Lazy<SchemeModel> model;
    private readonly Lazy<DecidingRun> decided;
    private readonly Lazy<RuleResult> rules;
    private readonly Lazy<DecisionEngine> engine;
    private readonly Lazy<JoinedSchemes?> joined;
    private readonly Lazy<ScenarioResult[]> scenarios;
    private readonly Lazy<HashSet<string>> bodiesElsewhere;
    private readonly Lazy<SchemeCoverage> coverage;
    private readonly Lazy<Report> report;
    private readonly Lazy<Report> errors;
    private readonly Lazy<HashSet<string>> projectFiles;
    private readonly Lazy<Project?> formerProject;
    private readonly Lazy<Compilation?> former;

    internal Compilation(
        IProjectFiles files, ProjectConfiguration configuration, ImmutableArray<string> roots, bool leavesOutSuperseded, DateOnly asOf, IRuleObserver? observer, bool followsJoins = true)
    {
        AsOf = asOf;
        Configuration = configuration;
        sources = new(() => new SourceLoader(new SourceStore(files, leavesOutSuperseded)).Load(roots, leavesOutSuperseded));
        model = new(() => Binder.Bind(Trees, LibraryTrees, sources.Value.Names, isIncomplete: LacksFiles));
        decided = new(() => RuleSet.Decide(Model, new RuleContext(asOf) { ReadSuperseded = () => SupersededSources.Read(files, Model.Info) }, observer));
        rules = new(() => RuleSet.Finish(decided.Value, observer));
        engine = new(() => decided.Value.Run.Engine);
        joined = new(() => followsJoins && !Model.Joins.IsEmpty ? JoinedSchemes.Of(files, Model, Engine, asOf) : null);
        scenarios = new(() => [.. Model.Scenarios.Where(scenario => !scenario.HasErrors).Select(Try)]);
        bodiesElsewhere = new(BodiesElsewhere);
        coverage = new(() => CoverageSurvey.Of(Model, Engine, StatementsInError, asOf));
        report = new(() => Report.Of(this, sources.Value.Diagnostics, rules.Value.Diagnostics, configuration));
        errors = new(() => Report.Of(this, sources.Value.Diagnostics, decided.Value.Result.Diagnostics, configuration));
        formerProject = new(() => SupersededSources.ProjectOf(files, Model.Info) is { Faults.IsEmpty: true, Roots.IsEmpty: false } project ? project : null);
        former = new(() => FormerProject?.Compile(asOf));
        projectFiles = new(() => new HashSet<string>(Trees.Select(tree => tree.Source.FileName), StringComparer.Ordinal));
    }

    /// <summary>The day that <em>today</em> means.</summary>
    public DateOnly AsOf { get; }

    /// <summary>What <c>delegation.json</c> says.</summary>
    public ProjectConfiguration Configuration { get; }

    /// <summary>The files of the project in the order of reading: each before those that it uses.</summary>
    public ImmutableArray<SyntaxTree> Trees => sources.Value.ProjectTrees;

    /// <summary>The texts of the project in the order of reading.</summary>
    public ImmutableArray<SourceText> Sources => Trees.Select(tree => tree.Source);

    /// <summary>The names that the project and its libraries declare, with which all its texts are read.</summary>
    public NameTable Names => sources.Value.Names;

    /// <summary>The libraries that they use.</summary>
    public ImmutableArray<SyntaxTree> LibraryTrees => sources.Value.LibraryTrees;

    /// <summary>Files that belong to the project by themselves and could not be read. A project with any is not worth reporting on.</summary>
    public ImmutableArray<UnreadableFile> UnreadableFiles => sources.Value.Unreadable;

    /// <summary>The scheme with every name resolved.</summary>
    public SchemeModel Model => model.Value;

    /// <summary>The statements that give nobody authority because a rule found an error in them.</summary>
    public IReadOnlySet<Statement> StatementsInError => decided.Value.Result.InError;

    /// <summary>Runs the rules to the end, those too that only remark; whoever shows what a compilation takes can tell their time from the rest.</summary>
    public void RunRules() => _ = rules.Value;

    private bool RaisesToError() =>
        Configuration.Severities.Any(setting => setting.Severity == DiagnosticSeverity.Error && !DiagnosticCatalogue.Descriptors.Any(descriptor => descriptor.Code == setting.Code && descriptor.DefaultSeverity == DiagnosticSeverity.Error));

    private bool LacksFiles => sources.Value.Diagnostics.Any(finding => finding.Code == WorkspaceDiagnostics.UnusableFile.Code);

    /// <summary>Whether the project holds no scheme sentence, so that nothing in it is in force. Reported as an error whatever the configuration says.</summary>
    public bool LacksScheme => SchemeFault is not null;

    internal Diagnostic? SchemeFault => LacksFiles ? null : MissingScheme.Find(Trees);

    /// <summary>What answers questions about the scheme; it answers from the sound sentences even where others are in error.</summary>
    public DecisionEngine Engine => engine.Value;

    /// <summary>
    /// What answers questions by the scheme and those that it joins: what its own sentences leave with another body goes on by the scheme of that body. The same
    /// as <see cref="Engine"/> where it joins none.
    /// </summary>
    public DecisionEngine JoinedEngine => joined.Value?.Engine ?? Engine;

    /// <summary>The files of joined schemes as answers name them: from the project folder, with a dot before them.</summary>
    public IEnumerable<string> JoinedFiles => JoinedOthers
        .SelectMany(other => other.Space.Rules.Select(rule => rule.Source).Concat(other.Space.Parties.Select(party => party.Source)).Concat(other.Space.Subjects.Select(subject => subject.Source)))
        .Select(source => source.File)
        .Where(file => file is ['.', ..])
        .Distinct(StringComparer.Ordinal);

    /// <summary>The first file of the scheme that a sentence joins, as answers name it; none where it could not be read from its sentences.</summary>
    /// <param name="from">The file that the sentence stands in.</param>
    /// <param name="target">What it names.</param>
    public string? JoinedFileOf(string from, string target) => JoinedOthers
        .FirstOrDefault(other => other.IsDirect && other.Statement.TargetLocation.File == from && other.Statement.Target == target)?.SchemeFile;

    /// <summary>The sentence of a joined scheme at a place that an answer names; none where it stands in none.</summary>
    public SourceLocation? JoinedSentenceAt(SourceReference source)
    {
        foreach (OtherScheme other in JoinedOthers)
        {
            if (other.Find(source) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The schemes of other bodies that it joins, those that could be read.</summary>
    internal ImmutableArray<OtherScheme> JoinedOthers => joined.Value?.Schemes ?? [];

    /// <summary>Whether a scheme that it joins, or that such a one joins in its turn, cannot be used, so that answers stop where they would go on into it.</summary>
    public bool LacksJoined => joined.Value?.LacksAny ?? false;

    /// <summary>What is wrong with joining them.</summary>
    internal ImmutableArray<Diagnostic> JoinFindings => joined.Value?.Diagnostics ?? [];

    /// <summary>What is reported as an error, without the rules that find none by default.</summary>
    internal IEnumerable<Diagnostic> Errors => errors.Value.Reported.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    // A scenario may expect what the scheme itself says, or how that goes on in the schemes of others.
    private ScenarioResult Try(ScenarioStatement scenario)
    {
        ScenarioResult result = JoinedEngine.Run(scenario, AsOf);
        return result.Passed || ReferenceEquals(JoinedEngine, Engine) || Engine.Run(scenario, AsOf) is not { Passed: true } own
            ? result with { Waits = LacksJoined && !result.Passed && (result.Answer.Outcome == Outcome.Error || result.Answer.Deciders.Any(bodiesElsewhere.Value.Contains)) }
            : own;
    }

    // The bodies with whom answers end since their schemes are not here.
    private HashSet<string> BodiesElsewhere()
    {
        HashSet<string> known = [.. JoinedOthers.Select(other => other.Body.DisplayName), Model.OwnOrganisation?.DisplayName ?? ""];
        return [.. JoinedEngine.Space.Definition.Parties.Where(party => party.Kind == PartyKind.Organisation && !known.Contains(party.Name)).Select(party => party.Name)];
    }

    /// <summary>What came of the scenarios that could be read, in the order of the text.</summary>
    public ImmutableArray<ScenarioResult> Scenarios => ImmutableCollectionsMarshal.AsImmutableArray(scenarios.Value);

    /// <summary>Who decides each function and matter, and what is passed over; of sentences in error what they would say is left out.</summary>
    public SchemeCoverage Coverage => coverage.Value;

    /// <summary>Everything to report, sorted by file and place, with the severities of the configuration; what is off is left out.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => ImmutableCollectionsMarshal.AsImmutableArray(report.Value.Reported);

    /// <summary>
    /// What is not reported because authors exempted it, with their reasons, sorted as the diagnostics are. Exempted or not, a sentence in error
    /// gives nobody authority.
    /// </summary>
    public ImmutableArray<ExemptedDiagnostic> Exempted => ImmutableCollectionsMarshal.AsImmutableArray(report.Value.Exempted);

    /// <summary>
    /// The version that the scheme supersedes, for comparison only; none where it names none, or where that cannot be read. The names of its files are those
    /// from its own folder.
    /// </summary>
    public Compilation? Former => former.Value;

    /// <summary>The same version before it is compiled, for whoever keeps what came of it from one compilation to the next.</summary>
    public Project? FormerProject => formerProject.Value;

    /// <summary>
    /// Whether anything is reported as an error. Where nobody has asked for the report yet, and the configuration makes no error of what is none by
    /// default, the rules that find none are not run for it.
    /// </summary>
    public bool HasErrors =>
        (report.IsValueCreated || RaisesToError() ? report : errors).Value.Reported.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Whether a name in a message or a chain is that of a file of the project, and not of a library.</summary>
    public bool IsProjectFile(string file) => projectFiles.Value.Contains(file);
}
