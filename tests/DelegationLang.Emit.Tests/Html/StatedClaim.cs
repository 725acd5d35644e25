using System.Globalization;
using AngleSharp.Dom;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Tests.Html;

/// <summary>A statement of authority as it is read back out of a page: what its attributes say, and its visible text.</summary>
internal sealed record StatedClaim(string Party, string Subject, string Claim, string Place, string On, string Basis, string Vat, string Currency)
{
    /// <summary>The lower end; none for none.</summary>
    public decimal? From { get; init; }

    /// <summary>Whether the lower end is outside.</summary>
    public bool IsFromOpen { get; init; }

    /// <summary>The upper end; none for none.</summary>
    public decimal? To { get; init; }

    /// <summary>Whether the upper end is outside.</summary>
    public bool IsToOpen { get; init; }

    /// <summary>Whether other limits beside it must be met too, each with a line of its own after or before this.</summary>
    public bool IsOneOfSeveral { get; init; }

    /// <summary>The places where it is not so although it is elsewhere.</summary>
    public string[] NotPlaces { get; init; } = [];

    /// <summary>Whether it tells of one example, at its very figure: what is so of other figures it leaves open.</summary>
    public bool IsExample { get; init; }

    /// <summary>Whether it says that the party may decide alone.</summary>
    public bool IsAlone => Claim is "decides" or "may" or "reserved";

    /// <summary>Reads an element.</summary>
    public static StatedClaim Of(IElement element)
    {
        string Get(string name) => element.GetAttribute("data-" + name) ?? "";
        decimal? Number(string name) => Get(name) is { Length: > 0 } text ? decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null;
        return new StatedClaim(Get("party"), Get("subject"), Get("claim"), Get("place"), Get("on"), Get("basis"), Get("vat"), Get("currency"))
        {
            From = Number("from"),
            IsFromOpen = element.HasAttribute("data-from-open"),
            To = Number("to"),
            IsToOpen = element.HasAttribute("data-to-open"),
            NotPlaces = Get("not-place").Split("; ", StringSplitOptions.RemoveEmptyEntries),
            IsOneOfSeveral = element.TextContent.Contains("one of several limits", StringComparison.Ordinal),
        };
    }

    /// <summary>The lines of a page in their order, those whose limits must all be met together.</summary>
    public static List<List<StatedClaim>> Together(IEnumerable<StatedClaim> lines)
    {
        var all = new List<List<StatedClaim>>();
        foreach (StatedClaim line in lines)
        {
            if (line.IsOneOfSeveral && all is [.., var last] && last.TrueForAll(other => other.IsBeside(line)))
            {
                last.Add(line);
            }
            else
            {
                all.Add([line]);
            }
        }

        return all;
    }

    /// <summary>What a box or a row of the map should say and does not.</summary>
    public string? MissingFromMap(string text)
    {
        string? amount = To is decimal high ? Wording.Amount(high, Currency.Length == 0 ? "GBP" : Currency) : null;
        string?[] wanted = [amount, Subject.Split(" for ")[0], From is null && To is null ? null : Basis];
        return wanted.FirstOrDefault(part => part is not null && !text.Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What the text should say and does not; none where it says all that the attributes do.</summary>
    public string? MissingFrom(string text)
    {
        string word = Claim switch { "decides" => "decides", "may" => "may decide", "jointly" => "jointly", "reserved" => "reserved", "none" => "no part", _ => "" };
        string money(decimal value) => Wording.Amount(value, Currency.Length == 0 ? "GBP" : Currency);
        string[] wanted =
        [
            word,
            From == To && From is decimal exact ? "of exactly " + money(exact) : From is decimal low ? (IsFromOpen ? "above " : "at least ") + money(low) : "",
            From == To ? "" : To is decimal high ? (IsToOpen ? "below " : "up to ") + money(high) : "",
            Basis,
            Vat,
            Place,
            .. NotPlaces,
        ];
        return wanted.FirstOrDefault(part => !text.Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Figures within, on and just outside the bounds; of an example its own; one none where there are no bounds.</summary>
    public IEnumerable<decimal?> Figures()
    {
        if (From is null && To is null)
        {
            return [null];
        }

        if (IsExample)
        {
            return [From];
        }

        decimal?[] all = [From - 0.01m, From, From + 0.01m, To - 0.01m, To, To + 0.01m];
        return all.Where(figure => figure is >= 0).Distinct();
    }

    /// <summary>Whether a figure lies within its bounds.</summary>
    public bool Holds(decimal? figure) => figure is not decimal value
        || ((From is not decimal low || value > low || (value == low && !IsFromOpen)) && (To is not decimal high || value < high || (value == high && !IsToOpen)));

    /// <summary>
    /// Whether it may hold where another line's figure is known. Value added tax only adds: a figure bounds the one that counts the tax the other way;
    /// what is counted on another basis it leaves open.
    /// </summary>
    public bool MayHold(StatedClaim asked, decimal figure)
    {
        bool isSameVat = Vat.Length == 0 || asked.Vat.Length == 0 || Vat == asked.Vat;
        if (From is null && To is null)
        {
            return isSameVat;
        }

        if (Basis != asked.Basis || Currency != asked.Currency)
        {
            return true;
        }

        return isSameVat ? Holds(figure)
            : Vat == Wording.VatWords(Policy.Vat.Excluding) ? From is not decimal low || low < figure || (low == figure && !IsFromOpen)
            : To is not decimal high || high > figure || (high == figure && !IsToOpen);
    }

    /// <summary>The decision that it is about, for a figure, as questions say it.</summary>
    public string DecisionWorth(decimal? figure) => Subject
        + (Place.Length > 0 ? " at " + Place : "")
        + (figure is decimal value ? " worth " + (Currency.Length == 0 ? "£" : Currency + " ") + value.ToString("0.##########", CultureInfo.InvariantCulture) + (Basis.Length > 0 ? " " + Basis : "") + (Vat.Length > 0 ? " " + Vat : "") : "")
        + (On.Length > 0 ? " on " + Wording.Day(DateOnly.ParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture)) : "");

    // A limit of the same line of the table, that counts something else.
    private bool IsBeside(StatedClaim other) => IsOneOfSeveral && (Claim, Place, On) == (other.Claim, other.Place, other.On)
        && (Basis, Vat, Currency) != (other.Basis, other.Vat, other.Currency);
}
