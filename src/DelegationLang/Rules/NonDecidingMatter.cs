using DelegationLang.Diagnostics;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL3012: a delegated matter that decides nothing.</summary>
internal sealed class NonDecidingMatter : IRule
{
    // Verbs that no name of a kind of decision begins with in any other part of speech.
    private static readonly HashSet<string> PlainVerbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "recommend", "endorse", "propose", "advise", "consider", "receive", "scrutinise", "scrutinize", "oversee", "monitor", "assure", "nominate", "prepare",
    };

    // Words that are as often nouns ("note of meetings", "lead provider"): verbs only where an object plainly follows.
    private static readonly HashSet<string> DoubtfulVerbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "note", "review", "report", "sponsor", "lead",
    };

    private static readonly HashSet<string> StartsOfObjects = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "a", "an", "any", "all", "each", "every", "its", "their", "this", "that", "these", "those", "on", "upon", "to", "and", "or", "how", "whether",
    };

    private static readonly HashSet<string> DecidingVerbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "approve", "agree", "adopt", "decide", "determine", "authorise", "authorize", "award", "sign", "execute", "ratify", "appoint", "remove", "set",
        "suspend", "vary", "establish", "dissolve", "write", "waive", "commit", "incur", "dispose",
    };

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3012", "non-deciding-matter", "A delegated matter that decides nothing", DiagnosticSeverity.Warning, RuleBasis.Local);

    /// <summary>The word or words at the start of a name that plainly are a verb and not a deciding one; none otherwise.</summary>
    internal static string? NonDecidingVerb(string name)
    {
        string[] words = name.Split((char[])[' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            return null;
        }

        bool isPassive = Is(words[0], "be") && (Is(words[1], "consulted") || Is(words[1], "informed"));
        bool isVerb = isPassive
            || PlainVerbs.Contains(words[0])
            || (DoubtfulVerbs.Contains(words[0]) && StartsOfObjects.Contains(words[1]));

        // "Consider and approve the budget" does decide.
        bool goesOnToDecide = false;
        for (int i = 2; i < words.Length; i++)
        {
            goesOnToDecide |= DecidingVerbs.Contains(words[i]) && (Is(words[i - 1], "and") || Is(words[i - 1], "or") || Is(words[i - 1], "then"));
        }

        return !isVerb || goesOnToDecide ? null : isPassive ? words[0] + " " + words[1] : words[0];
    }

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        var said = new HashSet<SourceLocation>();
        var verbs = new Dictionary<SubjectSymbol, string?>(ReferenceEqualityComparer.Instance);
        foreach (DelegationStatement statement in run.Delegations)
        {
            foreach (SubjectReference subject in statement.Subjects)
            {
                // The head of a table names its matter once for all lines.
                if (subject.Symbol is { IsMatter: true } matter
                    && VerbOf(matter) is string verb
                    && said.Add(subject.Location))
                {
                    run.Report(statement, Describe(statement, subject, matter, verb));
                }
            }
        }

        string? VerbOf(SubjectSymbol matter)
        {
            if (!verbs.TryGetValue(matter, out string? verb))
            {
                verbs.Add(matter, verb = NonDecidingVerb(matter.Name));
            }

            return verb;
        }
    }

    private Diagnostic Describe(DelegationStatement statement, SubjectReference subject, SubjectSymbol matter, string verb)
    {
        string holder = statement.Holders.IsEmpty ? "its delegate" : Phrases.Holder(statement.Holders[0]);
        return new Diagnostic(
            Descriptor,
            subject.Location,
            $"to {verb.ToLowerInvariant()} is not to decide: {Phrases.Name(matter)} gives {holder} no authority{Phrases.LocalPractice}")
        {
            Label = $"{Phrases.Quote(verb)} decides nothing",
            Related = [new RelatedLocation("declared here", matter.Location)],
            Help = $"if {holder} is to decide, name the matter by a deciding word, such as `approve`; if not, say `PARTY recommends MATTER to BOARD.`",
        };
    }

    private static bool Is(string word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
