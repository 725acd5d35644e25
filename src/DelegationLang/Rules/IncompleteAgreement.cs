using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL4006: an agreement that does not state what the law asks it to.</summary>
internal sealed class IncompleteAgreement : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4006", "incomplete-agreement", "An agreement that does not state what it must", DiagnosticSeverity.Warning, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        LawBook book = run.Law.Book;
        Dictionary<AgreementSymbol, List<DelegationStatement>>? uses = null;
        foreach (Symbol symbol in run.Model.Symbols)
        {
            if (!book.IsEmpty
                && symbol is AgreementSymbol { IsFromLibrary: false, IsUncertain: false } agreement
                && PowerOf(agreement, book) is PowerSymbol power
                && !run.Judge.Authority.Faults.IsIn(agreement.Declaration)
                && agreement.Owners.Any(owner => owner is PartySymbol party && book.LawOf(party).Binding.Contains(power)))
            {
                uses ??= UsesOf(run);
                Check(run, agreement, power, uses.GetValueOrDefault(agreement, []));
            }
        }
    }

    private static PowerSymbol? PowerOf(AgreementSymbol agreement, LawBook book)
    {
        List<PowerSymbol> ofKind = Footing.PowersOf(agreement.Kind, book);
        return agreement.Under is { Stating.IsEmpty: false } stated ? stated : ofKind.Find(power => !power.Stating.IsEmpty);
    }

    private static Dictionary<AgreementSymbol, List<DelegationStatement>> UsesOf(RuleRun run)
    {
        var uses = new Dictionary<AgreementSymbol, List<DelegationStatement>>(ReferenceEqualityComparer.Instance);
        foreach (DelegationStatement statement in run.Delegations)
        {
            if (statement.Terms.Under?.Symbol is AgreementSymbol agreement && !run.IsInError(statement))
            {
                if (!uses.TryGetValue(agreement, out List<DelegationStatement>? list))
                {
                    uses.Add(agreement, list = []);
                }

                list.Add(statement);
            }
        }

        return uses;
    }

    private void Check(RuleRun run, AgreementSymbol agreement, PowerSymbol power, List<DelegationStatement> uses)
    {
        var words = new HashSet<string>(agreement.Stating.SelectMany(WordsOf), StringComparer.Ordinal);
        string[] missing = [.. power.Stating.Where(item => !WordsOf(item).All(words.Contains))];
        Silence? silent = power.Grants.Any(grant => grant.Reports.Length > 0) ? FindSilence(run, agreement, power, uses) : null;
        if (missing.Length == 0 && silent is null)
        {
            return;
        }

        string name = Phrases.Name(agreement);
        string states = missing.Length == 0 ? "" : $"does not state {Wording.List([.. missing.Select(item => "its " + item)], "or")}";
        string reports = silent is Silence one ? $"says nothing of reporting {one.Reports}, though {Phrases.Holder(one.Statement.Holders[0])} is given functions under it" : "";
        run.Report(new Diagnostic(
            Descriptor,
            agreement.Location,
            $"{name} {states}{(states.Length > 0 && reports.Length > 0 ? ", and " : "")}{reports}")
        {
            Label = missing.Length == 0 ? "no such reports" : "incomplete",
            Related = silent is Silence given
                ? [new RelatedLocation("given under it here", given.Statement.Holders[0].Location)]
                : [],
            Help = Help(agreement, power, missing, silent?.Reports),
            Fixes = missing.Length == 0 && silent is Silence reporting && Fix(run, reporting) is CodeFix fix ? [fix] : [],
        });
    }

    private static CodeFix? Fix(RuleRun run, Silence silent)
    {
        if (!silent.Statement.Terms.ReportingTo.IsEmpty
            || silent.Statement.Delegator is not PartySymbol giver
            || run.Law.BodiesOf(giver) is not [PartySymbol body]
            || run.Bodies.BoardOf(body) is not PartySymbol board)
        {
            return null;
        }

        string words = $"reporting to {Phrases.Writable(board.DisplayName)} {silent.Reports}";
        return new CodeFix($"add {Phrases.Quote(words)}", [new TextEdit(ClauseLocations.EndOf(silent.Statement), " " + words)]);
    }

    private static string Help(AgreementSymbol agreement, PowerSymbol power, string[] missing, string? reports)
    {
        string stating = missing.Length == 0
            ? ""
            : $"{Phrases.Name(power)} asks that the agreement state {Wording.List([.. power.Stating.Select(item => "its " + item)])}: once it does, write `stating {string.Join(", ", power.Stating)}` in the declaration of {Phrases.Name(agreement)}";
        string reporting = reports is null ? "" : $"add `reporting to BOARD {reports}` to the sentence that gives the functions";
        return stating + (stating.Length > 0 && reporting.Length > 0 ? "; " : "") + reporting;
    }

    // The first sentence that gives something under the agreement to a body that has to report, without the reports that the power asks for.
    private static Silence? FindSilence(RuleRun run, AgreementSymbol agreement, PowerSymbol power, List<DelegationStatement> uses)
    {
        foreach (DelegationStatement statement in uses)
        {
            if (statement.Delegator is not PartySymbol giver)
            {
                continue;
            }

            var said = new HashSet<string>(
                statement.Terms.ReportingTo.Concat(agreement.Reporting).SelectMany(reporting => WordsOf(reporting.Frequency)), StringComparer.Ordinal);
            IReadOnlyList<PartySymbol> bodies = run.Law.BodiesOf(giver);
            // A joint appointee acts for the body that gives it, and is not the partner.
            foreach (PartySymbol target in statement.Holders
                .SelectMany(holder => holder.Group.Parties)
                .Where(party => !party.IsRole || !run.Law.BodiesOf(party).Any(bodies.Contains))
                .SelectMany(run.Law.BodiesOf)
                .Where(body => !bodies.Contains(body)))
            {
                string reports = bodies.Select(body => run.Law.Book.LawOf(body).ReportsUnder(power, target)).FirstOrDefault(words => words.Length > 0) ?? "";
                if (!WordsOf(reports).All(word => IsSaid(word, said)))
                {
                    return new Silence(statement, reports);
                }
            }
        }

        return null;
    }

    // Who reports each month has reported each quarter too; the report on a year is one of its own.
    private static bool IsSaid(string frequency, HashSet<string> said) =>
        said.Contains(frequency) || (frequency == "quarterly" && (said.Contains("monthly") || said.Contains("weekly")));

    // The words that count, in the singular: "staff, goods and premises" states "staff and premises".
    private static IEnumerable<string> WordsOf(string text) =>
        text.Split((char[])[' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.ToLowerInvariant())
            .Where(word => word is not ("and" or "the" or "its" or "of"))
            .Select(word => word == "yearly" ? "annually" : word)
            .Select(word => word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word);

    /// <summary>A sentence that gives something under an agreement without the reports that the power asks for.</summary>
    private sealed record Silence(DelegationStatement Statement, string Reports);
}
