using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DelegationLang.Import.Reading;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using PartyReader = DelegationLang.Import.Reading.HolderReader;
using StepKind = DelegationLang.Import.Reading.DraftStepKind;

namespace DelegationLang.Import.Drafting;

/// <summary>Writes the clauses of a power, and remembers what they need declared: facts, measures, bases.</summary>
/// <param name="parties">The parties.</param>
/// <param name="vat">Whether sums count tax, where they do not say themselves.</param>
/// <param name="isDeclared">Whether a name needs no declaration.</param>
internal sealed class ClauseWriter(PartyList parties, DraftVat vat, Func<string, bool> isDeclared)
{
    private static readonly string[] Numbers = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private readonly SortedDictionary<string, string> facts = new(StringComparer.Ordinal);

    /// <summary>The sentences that declare what the clauses need.</summary>
    public IEnumerable<string> Declarations => facts.Values;

    /// <summary>Those who decide.</summary>
    public string Deciders(Deciders deciders)
    {
        string[] any = [.. deciders.Any.Select(Party).Distinct(StringComparer.Ordinal)];
        string[] with = [.. deciders.With.Select(Party).Distinct(StringComparer.Ordinal)];
        string who = deciders.Count > 0 ? $"{Numbers[deciders.Count]} of {string.Join(", ", any)}" : string.Join(" or ", any);
        return with.Length == 0 ? who : $"{who} jointly with {string.Join(" jointly with ", with)}";
    }

    /// <summary>All clauses of a power but who decides.</summary>
    public string Clauses(Power power)
    {
        var text = new StringBuilder();
        text.Append(Band(power));
        DraftCondition[] conditions = [.. power.Conditions.DistinctBy(condition => (NameKey.Of(condition.Words), condition.Holds))];
        Append(text, " when ", conditions.Where(condition => condition.Holds).Select(Fact));
        Append(text, " unless ", conditions.Where(condition => !condition.Holds).Select(Fact));
        text.Append(power.From is { } from ? $" from {DateLiteral.Format(from)}" : "").Append(power.Until is { } until ? $" until {DateLiteral.Format(until)}" : "");
        var notes = new List<string>(power.Notes);
        foreach (DraftStepKind kind in Enum.GetValues<DraftStepKind>())
        {
            AppendSteps(text, kind, [.. power.Steps.Where(step => step.Kind == kind)], notes);
        }

        text.Append(power.RecordedIn.Length > 0 ? $" recorded in {NameWriter.Quoted(power.RecordedIn)}" : "");
        text.Append(power.Reference.Length > 0 ? $" reference {NameWriter.Quoted(power.Reference)}" : "");
        string note = NameWriter.Plain(string.Join("; ", notes.Distinct(StringComparer.Ordinal)));
        return text.Append(note.Length > 0 ? $" note {NameWriter.Quoted(note)}" : "").ToString();
    }

    /// <summary>A sum as the language writes it.</summary>
    public static string Money(decimal value, Band band) => AmountTokens.Write(value, band.Currency);

    private string Party(string name) => NameWriter.Name(parties.Of(name));

    private string Band(Power power)
    {
        Band band = power.Band;
        var text = new StringBuilder();
        text.Append(band.Lower is { } lower ? $" {(band.IsLowerIncluded ? "at least" : "above")} {Money(lower, band)}" : "");
        if (band.Upper is { } upper)
        {
            text.Append(band.Share is { } share
                ? $" up to the lower of {Money(upper, band)}, {share.ToString("0.####", CultureInfo.InvariantCulture)}% of {Measure(band.ShareOf, power.Matter)}"
                : $" {(band.IsUpperIncluded ? "up to" : "below")} {Money(upper, band)}");
        }

        if (text.Length == 0)
        {
            return "";
        }

        text.Append(band.Basis switch { "" or "?" => "", "year" => " per year", "contract" => " per contract", "total" => " in total", "decision" => " per decision", var own => " per " + Basis(own) });
        return text.Append((band.Vat == DraftVat.Unsaid ? vat : band.Vat) switch { DraftVat.Including => " including VAT", DraftVat.Excluding => " excluding VAT", _ => "" }).ToString();
    }

    private string Basis(string name)
    {
        string plain = NameWriter.Name(name);
        Need("3" + name, name, $"{plain} is a basis.");
        return plain;
    }

    // "the heading from which the money is taken", in a matter about budget headings, is the budget heading.
    private string Measure(string words, string matter)
    {
        string noun = HolderReader.Name(words.Split([" from ", " of ", " for ", " which ", " that ", " in ", " to "], StringSplitOptions.None)[0]);
        string[] within = matter.ToLowerInvariant().Split(' ');
        int at = Array.FindIndex(within, word => word == noun || word == noun + "s");
        string name = at > 0 && !noun.Contains(' ', StringComparison.Ordinal) && within[at - 1] is not ("the" or "of" or "a" or "between" or "each" or "any" or "and") ? within[at - 1] + " " + noun : noun;
        Need("2" + name, name, $"{NameWriter.Name(name)} is a measure in pounds.");
        return NameWriter.Name(name);
    }

    private string Fact(DraftCondition condition)
    {
        string name = NameWriter.Name(condition.Words);
        Need("1" + NameKey.Of(condition.Words), condition.Words, $"{name} is a condition, normally {(condition.IsNormally ? "true" : "false")}.");
        return name;
    }

    private void Need(string key, string name, string declaration)
    {
        if (!isDeclared(name))
        {
            facts.TryAdd(key, declaration);
        }
    }

    private void AppendSteps(StringBuilder text, DraftStepKind kind, ImmutableArray<DraftStep> steps, List<string> notes)
    {
        if (steps.IsEmpty)
        {
            return;
        }

        string words = kind switch
        {
            DraftStepKind.Consult => " after consulting ",
            DraftStepKind.Recommend => " after recommendation of ",
            DraftStepKind.Approve => " after approval of ",
            DraftStepKind.Ratify => " ratified by ",
            _ => " reporting to ",
        };
        foreach (DraftStep counted in steps.Where(step => step.Count > 0))
        {
            text.Append(words).Append(Numbers[counted.Count]).Append(" of ").AppendJoin(", ", counted.Parties.Select(Party));
        }

        string[] all = [.. steps.Where(step => step.Count == 0).SelectMany(step => step.Parties).Select(Party).Distinct(StringComparer.Ordinal)];
        if (kind is DraftStepKind.Ratify or DraftStepKind.Report && all.Length > 1)
        {
            notes.Add((kind == DraftStepKind.Report ? "also reported to " : "also ratified by ") + string.Join(", ", all[1..]));
            all = all[..1];
        }

        Append(text, words, all);
    }

    private static void Append(StringBuilder text, string words, IEnumerable<string> items)
    {
        string[] all = [.. items.Distinct(StringComparer.Ordinal)];
        if (all.Length > 0)
        {
            text.Append(words).AppendJoin(", ", all);
        }
    }
}
