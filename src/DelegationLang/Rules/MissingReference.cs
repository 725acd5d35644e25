using System.Globalization;
using DelegationLang.Diagnostics;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL8001: deciding sentences without a reference, or a reference used twice.</summary>
internal sealed class MissingReference : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL8001", "missing-reference", "A deciding sentence without a reference, or a reference used twice", DiagnosticSeverity.Info);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        var uses = new Dictionary<string, List<Use>>(StringComparer.OrdinalIgnoreCase);
        var order = new List<string>();
        var seen = new HashSet<SourceLocation>();
        Statement? silent = null;
        int others = 0;
        foreach (DelegationStatement statement in run.Delegations)
        {
            if (!run.IsInError(statement))
            {
                Check(statement);
            }
        }

        foreach (ReservationStatement statement in run.Model.Reservations)
        {
            if (!run.IsInError(statement))
            {
                Check(statement);
            }
        }

        foreach (string reference in order)
        {
            if (uses[reference] is { Count: > 1 } all)
            {
                run.Report(all[1].Statement, UsedAgain(all));
            }
        }

        if (silent is not null)
        {
            run.Report(WithoutReference(silent, others));
        }

        void Check(Statement statement)
        {
            if (statement.Terms.References.IsEmpty)
            {
                // What one sentence says of several stands at one place.
                if (statement is not DelegationStatement { Table: not null } && seen.Add(statement.Location))
                {
                    others += silent is null ? 0 : 1;
                    silent = silent is null || statement.Order < silent.Order ? statement : silent;
                }

                return;
            }

            foreach (string reference in statement.Terms.References)
            {
                string key = reference.Trim();
                if (!uses.TryGetValue(key, out List<Use>? known))
                {
                    uses.Add(key, known = []);
                    order.Add(key);
                }

                SourceLocation? location = LocationOf(statement, reference);
                if (known.Count == 0)
                {
                    known.Add(new Use(statement, location ?? statement.Location, key));
                }
                else if (location is SourceLocation again && !known.Exists(use => AreOneSentence(use.Statement, statement) || AreOfOneTable(use.Statement, statement) || AreOneRow(use.Statement, statement)))
                {
                    known.Add(new Use(statement, again, key));
                }
            }
        }
    }

    // A sentence that names a class says the same of each of its members.
    private static bool AreOneSentence(Statement one, Statement other) => ReferenceEquals(one.Syntax, other.Syntax);

    private static bool AreOfOneTable(Statement one, Statement other) =>
        one is DelegationStatement { Table: LimitsTable table } && other is DelegationStatement line && ReferenceEquals(table, line.Table);

    // The tiers of one row of a scheme: sentences about the same, of which one may be about a part.
    private static bool AreOneRow(Statement one, Statement other)
    {
        SubjectSymbol?[] first = SubjectsOf(one);
        SubjectSymbol?[] second = SubjectsOf(other);
        return one.Terms.For.Select(function => function.Symbol).SequenceEqual(other.Terms.For.Select(function => function.Symbol)) && (IsIn(first, second) || IsIn(second, first));
    }

    private static bool IsIn(SubjectSymbol?[] inner, SubjectSymbol?[] outer) =>
        inner.All(subject => subject is not null && outer.Any(whole => whole is not null && subject.IsWithin(whole)));

    private static SubjectSymbol?[] SubjectsOf(Statement statement) => statement switch
    {
        DelegationStatement delegation => [.. delegation.Subjects.Select(subject => subject.Symbol)],
        ReservationStatement reservation => [.. reservation.Subjects.Select(subject => subject.Symbol)],
        _ => [],
    };

    // What `every delegation` adds stands in many sentences by intent, and not in their own words.
    private static SourceLocation? LocationOf(Statement statement, string reference)
    {
        foreach (ClauseSyntax clause in ClauseLocations.ClausesOf(statement))
        {
            if (clause is TextClauseSyntax { Kind: ClauseKind.Reference } text && string.Equals(text.Text.Text, reference, StringComparison.Ordinal))
            {
                return new SourceLocation(statement.Location.Source, clause.Span);
            }
        }

        return null;
    }

    private Diagnostic WithoutReference(Statement statement, int others)
    {
        string what = others switch
        {
            0 => "this deciding sentence has no reference",
            1 => "this deciding sentence and one other have no reference",
            _ => $"this deciding sentence and {others.ToString(CultureInfo.InvariantCulture)} others have no reference",
        };
        SourceLocation location = statement switch
        {
            DelegationStatement delegation => delegation.DelegatorLocation,
            ReservationStatement { Syntax: DecidingSyntax } reservation => reservation.ReserverLocation,
            ReservationStatement { Subjects.IsEmpty: false } line => line.Subjects[0].Location,
            _ => statement.Location,
        };
        return new Diagnostic(Descriptor, location, what)
        {
            Label = "cannot be cited",
            Help = "number the rows: `reference \"4.2\"` at the end of each sentence",
        };
    }

    private Diagnostic UsedAgain(List<Use> uses)
    {
        string times = uses.Count == 2 ? "twice" : $"{uses.Count.ToString(CultureInfo.InvariantCulture)} times";
        return new Diagnostic(Descriptor, uses[1].Location, $"the reference {Phrases.Quote(uses[1].Text)} is used {times}")
        {
            Label = "used here again",
            Related =
            [
                new RelatedLocation("used first here", uses[0].Location),
                .. uses.Skip(2).Select(use => new RelatedLocation("and used here", use.Location)),
            ],
            Help = "give each row a number of its own",
        };
    }

    private sealed record Use(Statement Statement, SourceLocation Location, string Text);
}
