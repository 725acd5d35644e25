using System.Collections.Immutable;
using DelegationLang.Import.Documents;
using DelegationLang.Syntax;

namespace DelegationLang.Import.Reading;

/// <summary>Makes powers of rows, or the question that has to be answered first. It goes through the rows in order: rows point to those above them.</summary>
/// <param name="tiers">Reads cells.</param>
/// <param name="glossary">What words mean.</param>
internal sealed partial class DocumentRowReader(TierReader tiers, Glossary glossary)
{
    private readonly Dictionary<string, RowResult> byReference = new(StringComparer.Ordinal);
    private RowResult? last;
    private string lastValue = "";
    private bool isLastValueOpen;
    private string lastMatter = "";

    /// <summary>What became of the rows so far.</summary>
    public List<RowResult> Results { get; } = [];

    /// <summary>Reads the next row.</summary>
    public void Read(RawRow row)
    {
        RowResult result = Against(row, ReadOne(row)) with { Section = row.Section };
        result = result with { MatterKey = lastMatter, IsPointer = row.Decider.StartsWith("see ", StringComparison.OrdinalIgnoreCase) || row.Decider.StartsWith("refer to", StringComparison.OrdinalIgnoreCase) };
        Add(result, row.Reference);
    }

    /// <summary>A power with what stands beside its row: steps, conditions, notes; none where a sum stands there that has to be asked about.</summary>
    public Power? Beside(Power power, IEnumerable<string> texts)
    {
        Tier extras = texts.Aggregate(new Tier(), (all, text) => all.With(tiers.ReadExtras(text)));
        bool isUnclear = extras.Band is { Basis: "?" } or { IsExcepted: true } || (extras.Band is { IsBounded: true } && power.Band.IsBounded) || !extras.Companions.IsEmpty || extras.Doubt.Length > 0;
        return isUnclear ? null : power with
        {
            Band = extras.Band is { IsBounded: true } limit ? limit : extras.Band is { Vat: not DraftVat.Unsaid } tax && power.Band.IsBounded ? power.Band with { Vat = tax.Vat } : power.Band,
            Steps = [.. power.Steps, .. extras.Steps],
            Conditions = [.. power.Conditions, .. extras.Conditions],
            Notes = [.. power.Notes, .. extras.Notes],
        };
    }

    /// <summary>What would come of a row, without adding it.</summary>
    public RowResult Try(RawRow row) => ReadOne(row) with { Section = row.Section };

    /// <summary>Adds what came of a row that somebody else read.</summary>
    public void Add(RowResult result, string reference)
    {
        Results.Add(result);
        last = result;
        if (reference.Length > 0)
        {
            byReference[reference] = result;
        }
    }

    private RowResult ReadOne(RawRow row)
    {
        MatterText matter = MatterReader.Read(row.Matter);
        bool isContinued = NameKey.Of(matter.Name) == lastMatter;
        bool wasOpen = isContinued && isLastValueOpen;
        lastMatter = NameKey.Of(matter.Name);
        row = row.Vat == DraftVat.Unsaid ? row with { Vat = matter.Vat } : row;
        string decider = row.Decider.Length == 0 && row.IsReservedSection ? "Reserved" : row.Decider;
        (Band? value, bool isOpen, bool isAbove) = ValueOf(row);
        List<Tier> read = tiers.Read(decider);
        if (isOpen && tiers.ReadExtras(row.Value) is { Conditions.IsEmpty: false, Notes.IsEmpty: true, Companions.IsEmpty: true })
        {
            // "Within approved budget" in the column of sums is a fact, and no sum.
            (isOpen, row) = (false, row with { Extras = row.Extras.Add(row.Value) });
        }

        if (isOpen && ValueText.Apart(row.Value) is ({ } band, var beside))
        {
            (value, isOpen, row) = (band with { IsBare = band.IsBare && !row.IsValueUpperEnd }, false, row with { Extras = beside.Length > 0 ? row.Extras.Add(beside) : row.Extras });
        }

        isLastValueOpen = isOpen || (wasOpen && (value?.IsAbovePrevious ?? false));
        Tier extras = row.Extras.Aggregate(new Tier(), (all, text) => all.With(tiers.ReadExtras(text)));
        Power template = new()
        {
            Matter = matter.Name,
            Alias = matter.Alias,
            Function = row.Function,
            Reference = row.Reference.Length > 0 ? row.Reference : matter.Number,
            Steps = row.Steps,
            Conditions = row.Conditions,
            Notes = matter.Note.Length > 0 ? row.Notes.Add(matter.Note) : row.Notes,
            From = row.From,
            Until = row.Until,
        };
        var context = new RowContext(row, template, value, matter.Band, extras);
        if (!matter.Name.Any(char.IsLetter))
        {
            return Ask(row, "What is decided in this row?", []);
        }

        if (Refusals.Begins(row.Matter))
        {
            return new RowResult(row.Place, row.Words, RowState.Skipped) { Reason = "It refuses something, and gives no power." };
        }

        if (Refusals.Stands(row.Matter))
        {
            return Ask(row, "These words refuse something. What is given, if anything, has to be written by hand.", []);
        }

        bool isBlank = read.All(tier => tier.Party.Outcome == PartyOutcome.Blank);
        if (isAbove && read is [{ Party.Outcome: PartyOutcome.AsAbove }])
        {
            return Ask(row, "“As above” stands for the amount and for who decides: the tier just above, or all that the matter above has?", AboveChoices(template));
        }

        if (read is [{ Party.Outcome: PartyOutcome.AsAbove } above])
        {
            return AsAbove(context, above);
        }

        if (isBlank)
        {
            return Blank(context);
        }

        if (isOpen || (wasOpen && value is { IsAbovePrevious: true }))
        {
            return Ask(row, row.Value.Length > 0 ? $"Up to how much is this? The document says “{row.Value}”." : "Up to how much is this?", WithoutValue(context, read));
        }

        if (matter.HasShare)
        {
            return Ask(row, "What is the share in these words a share of? It needs a figure of its own.", []);
        }

        return Decided(context, read);
    }

    private RowResult Decided(RowContext context, List<Tier> read)
    {
        RawRow row = context.Row;
        string matter = context.Template.Matter;
        var powers = new List<Power>();
        foreach (Tier tier in read)
        {
            Tier full = tier.With(context.Extras);
            Power power = context.PowerOf(full, glossary);
            if (full.Band is { Basis: "?" } || power.Band is { Basis: "?" })
            {
                return Ask(row, "What does the amount count? The document names several things at once.", []);
            }

            if (power.Band.IsExcepted)
            {
                return Ask(row, "The sum stands in an exception or a refusal. Up to how much may be decided?", ExceptedChoices(power));
            }

            if (power.Band.IsBare)
            {
                return Ask(row, $"Is the sum an upper limit? The document says “{(row.Value.Length > 0 ? row.Value : tier.Words)}”.", WithUpperEnds(context, read));
            }

            switch (full.Party.Outcome)
            {
                case PartyOutcome.Unknown:
                    return Ask(row, "Who decides? In these words nobody is named who could.", BoardChoice(power));
                case PartyOutcome.Blank:
                    return Blank(context);
                case PartyOutcome.AsAbove:
                    return Ask(row, "What is “as above” as?", []);
                case PartyOutcome.Unclear:
                    return Ask(row, $"{Listed(full.Party.Deciders.Any)}: together, or each alone{(full.Party.Detail.Length > 0 ? ", or one title" : "")}?", UnclearChoices(power, full.Party.Deciders.Any, full.Party.Detail));
                default:
                    break;
            }

            if (full.Doubt.Length > 0)
            {
                return Ask(row, $"The document says “{full.Doubt}”. Does that leave the power as it is?", [.. read.Count == 1 ? (Choice[])[new Choice("Yes, and it is kept as a note.", [power with { Notes = power.Notes.Add(full.Doubt) }])] : [], Leave]);
            }

            if (!full.Companions.IsEmpty)
            {
                return Ask(row, $"“{full.Words}{(context.Extras.Companions.IsEmpty ? "" : " " + string.Join(' ', row.Extras))}”: do they decide together, or is one of them asked first?", CompanionChoices(power, full.Companions));
            }

            if (full.Party.Deciders.Any.FirstOrDefault(party => Titles.IsLevel(party) && NameKey.Of(glossary.Canonical(party)) == NameKey.Of(party) && glossary.MembersOf(party).IsEmpty) is { } level)
            {
                return Ask(row, $"Who is “{level}”? The document does not say which posts have it.", []);
            }

            ImmutableArray<string> members = glossary.MembersOf(full.Party.Deciders.Any is [var one, ..] ? one : "");
            if (!members.IsEmpty)
            {
                return Ask(row, $"{full.Party.Deciders.Any[0]} stands for {Listed(members)}: each alone, or together?", UnclearChoices(power, members, ""));
            }

            powers.Add(power);
        }

        return Sort(context, powers, matter);
    }

    // What kind of sentence the matter makes of it.
    private RowResult Sort(RowContext context, List<Power> powers, string matter)
    {
        RawRow row = context.Row;
        bool isReserved = powers.All(power => power.Kind == PowerKind.Reserved);
        if (MatterReader.IsExceptional(matter))
        {
            return Ask(row, "This is a power over what is reserved. When does it count, and who confirms it afterwards? Write it by hand, with `even if reserved`.", []);
        }

        if (MatterReader.IsOversight(matter) && powers.Count == 1)
        {
            Power oversight = powers[0] with { Kind = PowerKind.Oversight };
            return isReserved
                ? Ask(row, "These words name no decision. Is it for the governing body?", [new Choice("Yes, it is reserved.", [.. powers]), Leave])
                : new RowResult(row.Place, row.Words, RowState.Understood) { Powers = [oversight], Reason = "Whoever looks after something decides nothing." };
        }

        if (MatterReader.IsNoDecision(matter))
        {
            return Ask(row, "These words name no decision. What is decided, if anything?", [new Choice("As the row says.", [.. powers]), Leave]);
        }

        if (MatterReader.IsResidual(matter))
        {
            return isReserved ? new RowResult(row.Place, row.Words, RowState.Understood) { Reason = "What is not named stays with the governing body in any case." }
                : new RowResult(row.Place, row.Words, RowState.Understood) { Powers = [.. powers.Select(power => power with { Kind = PowerKind.Residual })] };
        }

        if (MatterReader.IsRestOfAKind(matter))
        {
            return Ask(row, "This is the rest of something, not of the whole scheme. Is it a matter of its own?", [new Choice("Yes, with these words as its name.", [.. powers]), Leave]);
        }

        return new RowResult(row.Place, row.Words, RowState.Understood) { Powers = [.. powers] };
    }

    private RowResult AsAbove(RowContext context, Tier above)
    {
        RowResult? meant = above.Party.Detail.Length == 0 ? last : byReference.GetValueOrDefault(above.Party.Detail);
        RawRow row = context.Row;
        if (meant is null)
        {
            return Ask(row, $"Which row is “{row.Decider}”? There is none of that number above.", []);
        }

        Power[] powers = [.. meant.Powers.Where(power => power.Kind is PowerKind.Delegated or PowerKind.Reserved)];
        bool isBounded = powers.Any(power => power.Band.IsBounded);
        if (meant.State != RowState.Understood || powers.Length != 1)
        {
            return Ask(row, powers.Length > 1 ? "The row that this points to has several tiers. Which are meant?" : "The row that this points to is open itself. Who decides?", AboveChoices(context.Template));
        }

        Power copy = context.PowerOf(new Tier().With(context.Extras), glossary) with { Deciders = powers[0].Deciders, Kind = powers[0].Kind };
        if (isBounded && !copy.Band.IsBounded && row.Value.Length == 0)
        {
            return Ask(row, "The row that this points to has a limit. Does it count here too?", [new Choice("Yes.", [copy with { Band = powers[0].Band }]), new Choice("No, any amount: no limit is written.", [copy]), Leave]);
        }

        return Sort(context, [copy], context.Template.Matter) is { State: RowState.Understood } understood
            ? understood with { Reason = $"“{row.Decider}” was read as {meant.Place}." }
            : Sort(context, [copy], context.Template.Matter);
    }

    // The sums of the row: a band; whether it says one that cannot be read; whether it says "as above".
    private (Band? Band, bool IsOpen, bool IsAbove) ValueOf(RawRow row)
    {
        string text = row.Value.Trim();
        PartyOutcome blank = new HolderReader(_ => false).Read(text).Outcome;
        if (text.Length == 0)
        {
            return (null, false, false);
        }

        if (blank == PartyOutcome.AsAbove)
        {
            return lastValue.Length == 0 ? (null, true, true) : (BandReader.Whole(lastValue), false, true);
        }

        lastValue = text;
        if (blank == PartyOutcome.Blank)
        {
            bool isToCome = text.StartsWith("tb", StringComparison.OrdinalIgnoreCase) || text.StartsWith("to be", StringComparison.OrdinalIgnoreCase) || text.Contains('?', StringComparison.Ordinal);
            return (null, isToCome, false);
        }

        Band? band = BandReader.Whole(text);
        if (band is { Basis: "?" })
        {
            return (null, true, false);
        }

        return band is null ? (null, true, false) : (band with { IsBare = band.IsBare && !row.IsValueUpperEnd }, false, false);
    }
}
