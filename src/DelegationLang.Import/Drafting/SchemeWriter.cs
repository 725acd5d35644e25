using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Import.Reading;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using StepKind = DelegationLang.Import.Reading.DraftStepKind;

namespace DelegationLang.Import.Drafting;

/// <summary>A line of a draft, and the matter that it is about, for finding out what a fault in it concerns.</summary>
/// <param name="Text">The line.</param>
/// <param name="Owner">The key of the matter; empty for none.</param>
internal readonly record struct SchemeLine(string Text, string Owner = "");

/// <summary>Writes the sentences of a draft.</summary>
internal sealed partial class SchemeWriter
{
    private readonly Draft draft;
    private readonly IReadOnlyDictionary<string, string> refused;
    private readonly PartyList parties;
    private readonly ClauseWriter clauses;
    private readonly string organisation;
    private readonly HashSet<string> declared = new(StringComparer.Ordinal);
    private readonly List<string> matters = [];
    private readonly List<string> matterKeys = [];
    private readonly List<string> functions = [];
    private readonly List<string> oversights = [];
    private readonly List<SchemeLine> body = [];
    private bool hasReserved;
    private bool hasDelegated;

    /// <summary>Begins to write.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="refused">Why sentences about a matter cannot stand, by its key: they stay comments.</param>
    public SchemeWriter(Draft draft, IReadOnlyDictionary<string, string> refused)
    {
        this.draft = draft;
        this.refused = refused;
        parties = new PartyList(draft.Organisation, draft.Kind, draft.Board, draft.Scheme.Glossary, draft.Executive, draft.Target);
        clauses = new ClauseWriter(parties, draft.Scheme.Preamble.Vat, IsDeclared);
        organisation = NameWriter.Name(draft.Organisation);
    }

    /// <summary>What was settled on the way, and should be known.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>The key by which a matter is told from others.</summary>
    public static string KeyOf(Power power) => NameKey.Of(NameWriter.Plain(power.Function)) + "\u0001" + NameKey.Of(NameWriter.Plain(power.Matter));

    /// <summary>Writes all sentences.</summary>
    public List<SchemeLine> Write()
    {
        ImmutableArray<MatterGroup> groups = MatterGroup.Of(draft.Rows);
        string section = "";
        var reserved = new List<MatterGroup>();
        foreach (MatterGroup group in groups)
        {
            bool isReserved = IsReservedLine(group) && !refused.ContainsKey(group.Key);
            if (!isReserved || group.Section != section)
            {
                Flush(reserved);
            }

            if (group.Section != section && SectionTitle(group.Section).Length > 0)
            {
                body.Add(new SchemeLine(""));
                body.Add(new SchemeLine("section " + SectionTitle(group.Section)));
                body.Add(new SchemeLine(""));
            }

            section = group.Section;
            if (isReserved)
            {
                reserved.Add(group);
                if (reserved.Count == MostListed)
                {
                    Flush(reserved);
                }

                continue;
            }

            WriteGroup(group);
        }

        Flush(reserved);
        return [.. draft.Target is null ? Head() : Declarations(), .. body];
    }

    /// <summary>The sentences that some powers would be, as a question shows them.</summary>
    public ImmutableArray<string> Preview(ImmutableArray<Power> powers)
    {
        if (powers.IsEmpty)
        {
            return [];
        }

        ImmutableArray<Power> settled = BandChain.Settle(powers, "", draft.Board, []);
        return [.. Sentences(settled).Select(line => line.Text)];
    }

    private bool IsDeclared(string name) => draft.Target?.Declares(NameWriter.Plain(name)) == true;

    private static string Known(Power power) => power.Alias.Length > 0 ? $" known as {NameWriter.Quoted(power.Alias)}" : "";

    private bool IsReservedLine(MatterGroup group) =>
        group.Powers is [{ Kind: not PowerKind.Residual and not PowerKind.Oversight } only] && !only.Band.IsBounded && only.Conditions.IsEmpty && only.Steps.All(step => step.Kind == DraftStepKind.Report) && IsBoards(only) && only.Function.Length == 0;

    // A line of a list of reserved matters has no steps: who is told of it is noted.
    private static Power WithoutSteps(Power power) => power with
    {
        Steps = [],
        Notes = power.Steps.IsEmpty ? power.Notes : power.Notes.Add("reported to " + string.Join(", ", power.Steps.SelectMany(step => step.Parties))),
    };

    private bool IsBoards(Power power) =>
        (power.Kind == PowerKind.Reserved && power.Deciders.Any.IsEmpty) || (power.Deciders is { Any: [var one], With.IsEmpty: true, Count: 0 } && NameKey.Of(parties.Of(one)) == NameKey.Of(draft.Board));

    private void Flush(List<MatterGroup> reserved)
    {
        if (reserved.Count == 0)
        {
            return;
        }

        hasReserved = true;
        body.Add(new SchemeLine($"matters of {organisation} reserved to {NameWriter.Name(draft.Board)}:"));
        for (int i = 0; i < reserved.Count; i++)
        {
            MatterGroup group = reserved[i];
            string end = i == reserved.Count - 1 ? "." : "";
            string written = clauses.Clauses(WithoutSteps(group.Powers[0]));
            body.Add(new SchemeLine($"  - {NameWriter.Name(group.Powers[0].Matter)}{Known(group.Powers[0])}{written}{end} // {CommentText(group.PlaceWords)}", group.Key));
        }

        reserved.Clear();
    }

    private void WriteGroup(MatterGroup group)
    {
        if (refused.TryGetValue(group.Key, out string? reason) && group.Powers.Length > 0)
        {
            Comment($"not understood: {group.PlaceWords}: {group.Words}");
            Comment($"  {reason}");
            return;
        }

        foreach (DraftRow row in group.Rows.Where(row => row.IsOpen))
        {
            Comment($"not understood: {row.Row.Place}: {row.Row.Words}");
            Comment(FormattableString.Invariant($"  question {row.Question?.Number}{(draft.Target is null ? " of import.md" : "")}: {row.Row.Question?.Ask}"));
        }

        foreach (DraftRow row in group.Rows.Where(row => row is { IsOpen: false, Powers.IsEmpty: true }))
        {
            Comment($"{row.Row.Place}: {row.Row.Words}{(row.Row.Reason.Length > 0 ? " (" + row.Row.Reason + ")" : "")}");
        }

        if (group.Powers.IsEmpty)
        {
            return;
        }

        Comment(group.PlaceWords + (group.Reason.Length > 0 ? ": " + group.Reason : ""));
        ImmutableArray<Power> settled = BandChain.Settle(group.Powers, group.PlaceWords, draft.Board, Remarks);
        Declare(settled[0]);
        if (settled[0].Kind == PowerKind.Residual)
        {
            CommentOpen();
        }

        foreach (SchemeLine line in Sentences(settled))
        {
            body.Add(line with { Owner = group.Key });
        }
    }

    private void Declare(Power power)
    {
        if (power.Kind == PowerKind.Residual)
        {
            return;
        }

        if (declared.Add(NameKey.Of(NameWriter.Plain(power.Matter))) && !IsDeclared(power.Matter))
        {
            matters.Add(NameWriter.Name(power.Matter) + Known(power));
            matterKeys.Add(KeyOf(power));
        }

        if (power.Kind == PowerKind.Oversight)
        {
            oversights.Add(power.Matter);
        }

        if (power.Function.Length > 0 && !IsDeclared(power.Function) && !functions.Exists(function => NameKey.Of(function) == NameKey.Of(power.Function)))
        {
            functions.Add(power.Function);
        }
    }

    private IEnumerable<SchemeLine> Sentences(ImmutableArray<Power> powers)
    {
        Power first = powers[0];
        string subject = NameWriter.Name(first.Matter) + (first.Function.Length > 0 ? " for " + NameWriter.Name(first.Function) : "");
        hasDelegated = true;
        if (first.Kind == PowerKind.Residual)
        {
            string except = oversights.Count == 0 ? "" : " except " + string.Join(", ", oversights.Select(NameWriter.Name));
            yield return new SchemeLine($"{organisation} delegates all other matters to {clauses.Deciders(first.Deciders)}{except}{clauses.Clauses(first)}.");
        }
        else if (first.Kind == PowerKind.Oversight)
        {
            foreach (string party in first.Deciders.Any)
            {
                yield return new SchemeLine($"{NameWriter.Name(parties.Of(party))} oversees {subject}.");
            }
        }
        else if (powers.Length == 1 && !IsBoards(first))
        {
            yield return new SchemeLine(first.Kind == PowerKind.Reserved
                ? $"{organisation} reserves {subject} to {clauses.Deciders(first.Deciders)}{clauses.Clauses(first)}."
                : $"{organisation} delegates {subject} to {clauses.Deciders(first.Deciders)}{clauses.Clauses(first)}.");
        }
        else if (powers.Length == 1 && !first.Band.IsBounded && first.Steps.All(step => step is { Kind: DraftStepKind.Recommend, Count: 0 }))
        {
            foreach (DraftStep step in first.Steps)
            {
                foreach (string party in step.Parties)
                {
                    yield return new SchemeLine($"{NameWriter.Name(parties.Of(party))} recommends {subject} to {NameWriter.Name(draft.Board)}.");
                }
            }

            yield return new SchemeLine($"{organisation} reserves {subject} to {NameWriter.Name(draft.Board)}{clauses.Clauses(first with { Steps = [] })}.");
        }
        else
        {
            yield return new SchemeLine($"limits for {subject} of {organisation}:");
            ImmutableArray<Power> lines = Joined(powers);
            for (int i = 0; i < lines.Length; i++)
            {
                string who = IsBoards(lines[i]) ? NameWriter.Name(draft.Board) : clauses.Deciders(lines[i].Deciders);
                yield return new SchemeLine($"  - {who}{clauses.Clauses(lines[i])}{(i == lines.Length - 1 ? "." : "")}");
            }
        }
    }

    // Two posts with the same limit are either of them: in a table the first line would have it alone.
    private static ImmutableArray<Power> Joined(ImmutableArray<Power> powers)
    {
        var lines = new List<Power>();
        foreach (Power power in powers)
        {
            int same = lines.FindIndex(line => line.Band == power.Band && line.Kind == power.Kind && line.From == power.From && line.Until == power.Until && line.Conditions.SequenceEqual(power.Conditions)
                && line.Steps.SequenceEqual(power.Steps) && line.Deciders is { With.IsEmpty: true, Count: 0, Any.IsEmpty: false } && power.Deciders is { With.IsEmpty: true, Count: 0, Any.IsEmpty: false });
            if (same >= 0)
            {
                Power line = lines[same];
                lines[same] = line with { Deciders = line.Deciders with { Any = [.. line.Deciders.Any, .. power.Deciders.Any] }, Notes = [.. line.Notes, .. power.Notes] };
            }
            else
            {
                lines.Add(power);
            }
        }

        return [.. lines];
    }

    private void CommentOpen()
    {
        foreach (DraftRow row in draft.Rows.Where(row => row.IsOpen))
        {
            Comment($"open, so not declared and not reached by this sentence: {row.Row.Place}: {row.Row.Words}");
        }
    }
}
