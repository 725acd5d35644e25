using System.Collections.Immutable;

namespace DelegationLang.Import.Reading;

/// <summary>The choices that questions about rows have, and the powers that each would give.</summary>
internal sealed partial class DocumentRowReader
{
    private static readonly Choice Leave = new("Nothing; leave it as a comment.", []);

    private static ImmutableArray<Choice> BoardChoice(Power power) =>
        [new Choice("The governing body alone.", [power with { Kind = PowerKind.Reserved, Deciders = new Deciders([], []) }]), Leave];

    private static RowResult Blank(RowContext context)
    {
        RawRow row = context.Row;
        Power power = context.Template with { Kind = PowerKind.Reserved, Band = context.Value ?? context.MatterBand ?? Band.Any };
        string said = row.Decider.Length == 0 ? "nothing stands there" : $"“{row.Decider}”";
        return Ask(row, $"Who decides? For that, {said}: nobody, forgotten, or not delegated?", BoardChoice(power));
    }

    private static ImmutableArray<Choice> UnclearChoices(Power power, ImmutableArray<string> all, string one) =>
    [
        new Choice("Together.", [power with { Deciders = new Deciders([all[0]], all[1..]) }]),
        new Choice("Each alone.", [power with { Deciders = new Deciders(all, []) }]),
        new Choice($"{all[0]}, after consulting the others.", [power with { Deciders = Deciders.Of(all[0]), Steps = power.Steps.Add(new DraftStep(DraftStepKind.Consult, all[1..])) }]),
        .. one.Length == 0 ? (Choice[])[] : [new Choice($"They are one post or body, called “{one}”.", [power with { Deciders = Deciders.Of(one) }])],
        Leave,
    ];

    private static ImmutableArray<Choice> CompanionChoices(Power power, ImmutableArray<string> companions) =>
    [
        new Choice("Together.", [power with { Deciders = power.Deciders with { With = companions } }]),
        new Choice("After consulting.", [power with { Steps = power.Steps.Add(new DraftStep(DraftStepKind.Consult, companions)) }]),
        Leave,
    ];

    private ImmutableArray<Choice> AboveChoices(Power template)
    {
        Power[] above = last is null ? [] : [.. Results.AsEnumerable().Reverse().TakeWhile(result => result.Powers.Length > 0 && result.Powers[0].Matter == last.Powers.FirstOrDefault()?.Matter).SelectMany(result => result.Powers).Reverse()];
        return above.Length == 0 ? [Leave] :
        [
            new Choice("As all of them.", [.. above.Select(power => power with { Matter = template.Matter, Reference = template.Reference, Notes = template.Notes })]),
            new Choice("As the last of them.", [above[^1] with { Matter = template.Matter, Reference = template.Reference, Notes = template.Notes }]),
            Leave,
        ];
    }

    private ImmutableArray<Choice> WithoutValue(RowContext context, List<Tier> read) =>
        read is [{ Party.Outcome: PartyOutcome.Read } tier] ? [new Choice("Any amount: no limit is written, which is the widest that the document could mean.", [context.PowerOf(tier.With(context.Extras), glossary)]), Leave] : [Leave];

    // All that the row gives, its sums taken as upper ends.
    private ImmutableArray<Choice> WithUpperEnds(RowContext context, List<Tier> read)
    {
        RowContext settled = context with { Value = UpperEnd(context.Value), MatterBand = UpperEnd(context.MatterBand) };
        RowResult result = Decided(settled, [.. read.Select(tier => tier with { Band = UpperEnd(tier.Band) })]);
        return result.State == RowState.Understood ? [new Choice("Yes, up to and including it.", result.Powers), Leave] : [Leave];
    }

    private static Band? UpperEnd(Band? band) => band is { IsBare: true } bare ? bare with { IsBare = false } : band;

    private static ImmutableArray<Choice> ExceptedChoices(Power power)
    {
        Band band = power.Band with { IsExcepted = false };
        return band switch
        {
            { Lower: not null, Upper: null } => [new Choice($"{(band.IsLowerIncluded ? "Below" : "Up to")} {AmountTokens.Write(band.Lower ?? 0, band.Currency)}.", [power with { Band = ExceptedSums.OtherSide(band) }]), Leave],
            { Lower: null, Upper: not null } => [new Choice($"Up to {AmountTokens.Write(band.Upper ?? 0, band.Currency)}.", [power with { Band = band with { IsUpperIncluded = true } }]), new Choice($"Only above {AmountTokens.Write(band.Upper ?? 0, band.Currency)}.", [power with { Band = band with { Lower = band.Upper, IsLowerIncluded = false, Upper = null } }]), Leave],
            _ => [Leave],
        };
    }

    // Two columns name who decides: which counts, and how they go together, nobody can tell.
    private RowResult Against(RawRow row, RowResult result)
    {
        if (result.State != RowState.Understood || row.Rival.Length == 0 || HolderReader.IsBlank(row.Rival))
        {
            return result;
        }

        RowResult other = ReadOne(row with { Decider = row.Rival, Rival = "" });
        return Ask(row, $"Two columns say who decides: “{row.Decider}” and “{row.Rival.Replace('\n', ' ')}”. Which counts?",
            [.. Joint(result, other), new Choice($"{row.Decider}, alone.", result.Powers), .. other.State == RowState.Understood ? (Choice[])[new Choice($"{row.Rival.Replace('\n', ' ')}, alone.", other.Powers)] : [], Leave]);
    }

    private static IEnumerable<Choice> Joint(RowResult one, RowResult other) =>
        one.Powers is [{ Deciders: { With.IsEmpty: true, Count: 0 } first } power] && other.Powers is [{ Deciders: { With.IsEmpty: true, Count: 0, Any: [var second] } }] && !first.Any.IsEmpty
            ? [new Choice("Together.", [power with { Deciders = first with { With = [second] } }]), new Choice("Either of them alone.", [power with { Deciders = first with { Any = [.. first.Any, second] } }])]
            : [];

    private static RowResult Ask(RawRow row, string question, ImmutableArray<Choice> choices) =>
        new(row.Place, row.Words, RowState.Asked) { Question = new Question(question, choices.IsEmpty ? [Leave] : choices) };

    private static string Listed(ImmutableArray<string> names) => string.Join(", ", names[..^1]) + " and " + names[^1];

    private sealed record RowContext(RawRow Row, Power Template, Band? Value, Band? MatterBand, Tier Extras)
    {
        /// <summary>The power of a tier of this row.</summary>
        public Power PowerOf(Tier tier, Glossary glossary)
        {
            Band stated = Value is null || MatterBand is null ? Value ?? MatterBand ?? Band.Any : Value.Within(MatterBand);
            Band own = tier.Band is { IsBounded: true, Basis: not "?" } ? tier.Band.Within(stated) : tier.Band is { Basis: "?" } or { IsBounded: true } or { Share: not null } ? tier.Band : stated;
            DraftVat vat = tier.Band is { Vat: not DraftVat.Unsaid } band ? band.Vat : own.Vat != DraftVat.Unsaid ? own.Vat : Row.Vat;
            string basis = own.Basis.Length > 0 ? own.Basis : tier.Band?.Basis is { Length: > 0 } counted ? counted : own.IsBounded ? Row.Basis : "";
            return Template with
            {
                // Of anybody but the governing body, "only" says that it goes no further, as is so in any case.
                Kind = tier.Party.Outcome == PartyOutcome.Reserved && !(tier.Party.Detail == "only" && !Titles.IsGroup(tier.Party.Deciders.Any[0])) ? PowerKind.Reserved : PowerKind.Delegated,
                Deciders = tier.Party.Deciders,
                Band = own with { Vat = own.IsBounded ? vat : DraftVat.Unsaid, Basis = basis },
                Steps = [.. Template.Steps, .. tier.Steps.Select(step => step with { Parties = [.. step.Parties.SelectMany(party => glossary.MembersOf(party) is { IsEmpty: false } members ? members : [party])] })],
                Conditions = [.. Template.Conditions, .. tier.Conditions],
                Notes = [.. Template.Notes, .. tier.Notes],
                RecordedIn = tier.RecordedIn,
                From = Tier.Later(Template.From, tier.From),
                Until = Tier.Earlier(Template.Until, tier.Until),
            };
        }
    }
}
