using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>One run of the rules over one scheme: what they share, and where they report.</summary>
internal sealed class RuleRun
{
    private readonly List<Finding> findings = [];
    private readonly HashSet<FoundAt> ofHeads = [];
    private readonly Dictionary<SourceLocation, Diagnostic> errors = [];
    private readonly HashSet<SourceLocation> silenced = [];
    private readonly Dictionary<SourceLocation, Statement> firstInError = [];
    private readonly Dictionary<int, Statement> firstByNumber = [];
    private LawfulnessJudge? law;
    private PlaceGifts? placeGifts;
    private NamingIndex? naming;
    private Silence? silence;
    private DecisionEngine? engine;
    private SearchedSpace? space;

    public RuleRun(SchemeModel model, RuleContext context)
    {
        Model = model;
        Context = context;
        Judge = Judge.Of(model);
        Bodies = new Bodies(model);
        Delegations = [.. model.Delegations.Where(statement => !statement.HasErrors)];
    }

    /// <summary>The scheme.</summary>
    public SchemeModel Model { get; }

    /// <summary>What is known beside the scheme.</summary>
    public RuleContext Context { get; }

    /// <summary>Who holds what, and the verdicts on the delegations.</summary>
    public Judge Judge { get; }

    /// <summary>Who is one and the same.</summary>
    public Seats Seats => Judge.Authority.Index.Seats;

    /// <summary>Which boards and committees there are, and who leads them.</summary>
    public Bodies Bodies { get; }

    /// <summary>What parties at places are given.</summary>
    public PlaceGifts PlaceGifts => placeGifts ??= new PlaceGifts(this);

    /// <summary>The deciding sentences by what they name.</summary>
    public NamingIndex Naming => naming ??= new NamingIndex(Model, Seats, Judge.Authority.Index.Lines);

    /// <summary>What the scheme passes over in silence.</summary>
    public Silence Silence => silence ??= new Silence(Model, Naming, Judge.Authority.Ownership, Judge.Authority.Faults);

    /// <summary>
    /// What the evaluator makes of the scheme, searched for gaps and overlaps: for rules that run when those that find errors have run.
    /// </summary>
    public SearchedSpace Space => space ??= new SearchedSpace(Model, Engine);

    /// <summary>
    /// The evaluator of the scheme. Sentences in which an error was found give nothing in it, so it is of use when the rules that find errors have run.
    /// </summary>
    public DecisionEngine Engine => LazyInitializer.EnsureInitialized(ref engine, () => DecisionEngine.Create(Model, InError(), Law.Limits));

    /// <summary>The tables whose figures cannot be compared, as far as the rule about that has run: what they seem to leave open says nothing yet.</summary>
    public HashSet<LimitsTable> IncomparableTables { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The delegations that reading and name resolution found no error in: only of these is there more to say.</summary>
    public ImmutableArray<DelegationStatement> Delegations { get; }

    /// <summary>The verdicts of one kind, in the order of the text.</summary>
    public IEnumerable<T> Verdicts<T>()
        where T : Verdict => Judge.Verdicts.OfType<T>();

    /// <summary>What the law has against the sentences. Made when the first rule of law asks for it: sentences that are in error by then are left alone.</summary>
    public LawfulnessJudge Law => law ??= LawfulnessJudge.Of(this);

    /// <summary>What the law has against the sentences, of one kind, in the order of the text.</summary>
    public IEnumerable<T> LegalVerdicts<T>()
        where T : LegalVerdict => Law.Verdicts.OfType<T>();

    /// <summary>Reports a finding about a statement. What is wrong with the head of a table is said once, and puts all its lines in error.</summary>
    public void Report(Statement about, Diagnostic finding)
    {
        finding = NoWorseThanByDefault(finding);
        if (about is DelegationStatement { Table: not null } && !ofHeads.Add(new FoundAt(finding.Code, finding.Location)))
        {
            if (IsError(finding))
            {
                silenced.Add(about.Location);
                PutInError(about);
            }

            return;
        }

        finding = WithTakeover(about, finding);
        findings.Add(new Finding(about, finding));
        if (IsError(finding))
        {
            errors.TryAdd(about.Location, finding);
            PutInError(about);
        }
    }

    /// <summary>
    /// Reports what the law has against a sentence. Where it is against something that the sentence only reaches, the sentence holds for the rest, and
    /// of the lines of a table whose head says so the first alone is told.
    /// </summary>
    public void Report(LegalVerdict verdict, Diagnostic finding)
    {
        if (verdict.Reached is not Reached reached)
        {
            Report(verdict.Statement, finding);
        }
        else if (verdict.Statement is not DelegationStatement { Table: not null } || ofHeads.Add(new FoundAt(finding.Code, finding.Location)))
        {
            findings.Add(new Finding(verdict.Statement, reached.Tell(finding)));
        }
    }

    /// <summary>Whether a statement is known by now to be in error: by reading or name resolution, or by a rule that has run. Rules run in the order of <see cref="RuleSet"/>.</summary>
    public bool IsInError(Statement statement) => statement.HasErrors || IsFoundInError(statement);

    /// <summary>Reports a finding about the scheme as a whole.</summary>
    public void Report(Diagnostic finding) => findings.Add(new Finding(null, NoWorseThanByDefault(finding)));

    /// <summary>The findings that stand: of a statement in error its first error alone, in the order in which the rules ran.</summary>
    public RuleResult ToResult()
    {
        var order = new Dictionary<SourceText, int>(ReferenceEqualityComparer.Instance);
        foreach (SyntaxTree tree in Model.Trees)
        {
            order.TryAdd(tree.Source, order.Count);
        }

        IEnumerable<Diagnostic> standing = findings
            .Where(pair => pair.About is not Statement about
                || (!silenced.Contains(about.Location) && (errors.TryGetValue(about.Location, out Diagnostic? error) ? ReferenceEquals(error, pair.Diagnostic) : !firstByNumber.ContainsKey(about.Order))))
            .Select(pair => pair.Diagnostic)
            .OrderBy(finding => order.GetValueOrDefault(finding.Location.Source, int.MaxValue))
            .ThenBy(finding => finding.Location.Span.Start)
            .ThenBy(finding => finding.Code, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal);
        return new RuleResult([.. standing], InError()) { Law = Law.Limits };
    }

    private ImmutableHashSet<Statement> InError() => errors.Count + silenced.Count == 0
        ? []
        : [.. ((Statement[])[.. Model.Delegations, .. Model.Reservations, .. Model.Deputies, .. Model.Involvements, .. Model.Successions]).Where(IsFoundInError)];

    // A sentence is in error with all that becomes of it: for each holder, on different days, and where another sentence puts a limit in the place of its own for a time. What is
    // wrong with it only since somebody took over is wrong with it from that day on.
    private bool IsFoundInError(Statement statement) =>
        silenced.Contains(statement.Location)
        || (errors.ContainsKey(statement.Location) && IsFrom(firstInError[statement.Location], statement))
        || (firstByNumber.TryGetValue(statement.Order, out Statement? first) && IsFrom(first, statement));

    private static bool IsFrom(Statement first, Statement statement) => SinceOf(first) <= (statement.Terms.From ?? DateOnly.MinValue);

    private static DateOnly SinceOf(Statement statement) => statement.Terms.Successions.IsEmpty ? DateOnly.MinValue : statement.Terms.From ?? DateOnly.MinValue;

    private void PutInError(Statement about)
    {
        if (!firstInError.TryGetValue(about.Location, out Statement? first) || SinceOf(about) < SinceOf(first))
        {
            firstInError[about.Location] = about;
        }

        foreach (int number in NumbersOf(about))
        {
            if (!firstByNumber.TryGetValue(number, out Statement? earliest) || SinceOf(about) < SinceOf(earliest))
            {
                firstByNumber[number] = about;
            }
        }
    }

    // By which sentence somebody stands where the sentence names another.
    private static Diagnostic WithTakeover(Statement about, Diagnostic finding) => about.Terms.Successions.IsEmpty || !IsError(finding) ? finding : finding with
    {
        Related =
        [
            .. finding.Related,
            .. about.Terms.Successions.Where(one => one.Sentence.Location != finding.Location)
                .Select(one => new RelatedLocation($"{Phrases.Name(one.Sentence.Successor)} takes over from {Phrases.Name(one.Predecessor)} by this sentence", one.Sentence.Location)),
        ],
    };

    // What is wrong with such a limit, or with whoever takes a part for another, says nothing of the sentence in which it stands.
    private static int[] NumbersOf(Statement statement) => statement.Terms.Temporarily is not null || statement.Syntax is Syntax.InvolvementSyntax ? [] : [statement.Order];

    // A rule that is no error by default only remarks on the scheme: it runs when it is settled which sentences have effect, so it cannot take that from one.
    private static Diagnostic NoWorseThanByDefault(Diagnostic finding) =>
        IsError(finding) && finding.Descriptor.DefaultSeverity != DiagnosticSeverity.Error ? finding with { Severity = finding.Descriptor.DefaultSeverity } : finding;

    // A rule may give one of its findings less weight than the others; configuration comes later and changes only the report.
    private static bool IsError(Diagnostic finding) => finding.Severity == DiagnosticSeverity.Error;

    private sealed record Finding(Statement? About, Diagnostic Diagnostic);

    private sealed record FoundAt(string Code, SourceLocation Location);
}
