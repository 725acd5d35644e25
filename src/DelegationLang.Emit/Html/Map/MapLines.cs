using System.Globalization;
using DelegationLang.Emit.Html.Site;
using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Map;

/// <summary>Entries of the decision map as lines: what, <b>how much</b>, on what conditions and by which reference.</summary>
internal sealed class MapLines(PageContext context, MapEntries entries)
{
    private const int MostNames = 14;

    private readonly AuthorityLines claims = new(context);

    /// <summary>An entry without its party: subjects, how much, with whom, on what conditions, when, and the reference.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="withSubjects">Whether it names what is decided.</param>
    /// <param name="party">The party to begin with; none to leave it out.</param>
    /// <param name="said">Conditions that the map has said already.</param>
    /// <param name="saidDays">The days that the map has said already.</param>
    /// <param name="at">The place that it is told for; -1 for its own.</param>
    /// <param name="amount">How much in other words, where the map has said a part of them.</param>
    /// <param name="subjects">The subjects in other words.</param>
    /// <param name="where">The place in other words.</param>
    /// <param name="of">The subject that it is told of; none for the first of its own.</param>
    public MapItemView Item(
        MapEntry entry,
        bool withSubjects = true,
        Segment? party = null,
        IReadOnlyCollection<string>? said = null,
        DateRange? saidDays = null,
        int at = -1,
        string? amount = null,
        LineView? subjects = null,
        TableSubject? of = null,
        string? where = null)
    {
        var line = new LineBuilder();
        if (party is not null)
        {
            line.Add(party);
            string company = entry.Words.Company;
            line.Text(company.Length > 0 ? " jointly " + company : "");
        }

        if (withSubjects)
        {
            line.Text(line.IsEmpty ? "" : ": ").AddLine(subjects ?? Subjects(entry.Subjects));
        }

        if (party is null && entry.Words.Company.Length > 0)
        {
            line.Text((line.IsEmpty ? "" : ", ") + "jointly " + entry.Words.Company);
        }

        if ((amount ?? Amount(entry)) is { Length: > 0 } limit)
        {
            line.Text(line.IsEmpty ? "" : " ").Add(new Segment(limit) { IsStrong = true });
        }

        if (at < 0 && (where ?? entry.Words.Place) is { Length: > 0 } place)
        {
            line.Text(" " + place);
        }

        string[] terms = [.. entry.Words.Conditions.Where(condition => said?.Contains(condition) != true), .. entry.Words.Steps, .. entry.Words.Duties, .. entry.Words.IsUnderContract ? (string[])["under contract"] : []];
        line.Text(terms.Length > 0 ? (line.IsEmpty ? "(" : " (") + string.Join("; ", terms) + ")" : "");
        DateRange days = entry.Row.Days == saidDays ? DateRange.Always : context.WithinLife(entry.Row.Days);
        line.Text(days == DateRange.Always ? "" : (line.IsEmpty ? "" : " ") + Wording.Days(days));
        line.Each(References(entry));

        ClaimView? claim = claims.Claims(of is { } subject ? entry.Row with { Function = subject.Function, Matter = subject.Matter } : entry.Row, at);
        return new MapItemView(Told(line.ToLine(days == DateRange.Always ? "" : "dated") with { Claim = claim }, entry.Statement(context)), Day(days.HasFirst ? days.First : null), Day(days.HasLast ? days.Last : null));
    }

    /// <summary>How much, in words: <c>up to £25 million per contract</c>; empty for any amount.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="isUpperAlone">Whether the lower end goes without saying, where there is an upper one.</param>
    /// <param name="counts">What amounts count where that is said already: <c> per contract</c>; empty to say it.</param>
    public string Amount(MapEntry entry, bool isUpperAlone = false, string counts = "")
    {
        AmountInterval[] asked = AuthorityLines.AskedAbout(entry.Words);
        string[] words =
        [
            .. asked.Select(amount => Without(AuthorityTable.WordsOf(isUpperAlone && amount.To is not null && amount.To != amount.From ? amount with { From = null, IsFromIncluded = false } : amount), counts)),
            .. context.Authorities.LimitsByShare(entry.Row),
        ];
        string vat = entry.Words.GivenVat != Vat.Unstated && !Array.Exists(asked, amount => amount.Vat != Vat.Unstated) ? " for figures " + Wording.VatWords(entry.Words.GivenVat) : "";
        return string.Join(", and ", words) + vat;
    }

    /// <summary>What amounts of an entry count, with a space before it: <c> per contract excluding VAT</c>; empty where it has none, or several that differ.</summary>
    public static string Counts(MapEntry entry)
    {
        string[] all = [.. AuthorityLines.AskedAbout(entry.Words).Select(amount => " " + Wording.BasisWords(amount.Basis) + (amount.Vat == Vat.Unstated ? "" : " " + Wording.VatWords(amount.Vat))).Distinct()];
        return all is [var only] && !entry.Row.Terms.Shares.Any(share => share.Measure < 0) ? only : "";
    }

    /// <summary>
    /// The names of subjects: what lies within another of them goes without saying, what lies within but is not among them is named after <c>but not</c>.
    /// </summary>
    /// <param name="subjects">The subjects.</param>
    /// <param name="said">Subjects that the map has named: of these only those that are not among the others are told.</param>
    public LineView Subjects(IReadOnlyList<TableSubject> subjects, IReadOnlyList<TableSubject>? said = null)
    {
        var all = new HashSet<TableSubject>(subjects);
        TableSubject[] tops = [.. subjects.Where(subject => !SubjectGroups.Wider(context, subject).Any(all.Contains))];
        TableSubject[] apart = subjects.Count == 1 ? [] : [.. subjects.SelectMany(entries.PartsOf).Where(subject => !all.Contains(subject))];
        var line = new LineBuilder();
        if (said is null || apart.Length == 0 || !said.Where(subject => !SubjectGroups.Wider(context, subject).Any(said.Contains)).All(tops.Contains))
        {
            Names(line, [.. tops.Select(subject => context.SubjectOf(subject.Function, subject.Matter))], "and");
        }

        if (apart.Length > 0)
        {
            Names(line.Text(line.IsEmpty ? "not " : ", but not "), [.. apart.Select(subject => LineBuilder.Of(context.SubjectLink(subject.Function)))], "or");
        }

        return line.ToLine();
    }

    private static void Names(LineBuilder line, LineView[] names, string conjunction)
    {
        for (int i = 0; i < names.Length && i < MostNames; i++)
        {
            line.Text(i == 0 ? "" : i == names.Length - 1 ? " " + conjunction + " " : ", ").AddLine(names[i]);
        }

        line.Text(names.Length > MostNames ? FormattableString.Invariant($" and {names.Length - MostNames} more") : "");
    }

    /// <summary>The references of the sentence by which it is held, each a link to it.</summary>
    public IEnumerable<Segment> References(MapEntry entry) => entry.Statement(context) is { } statement ? References(statement) : [];

    /// <summary>The references of a sentence, each a link to it.</summary>
    public IEnumerable<Segment> References(Statement statement) =>
        statement.Terms.References.Select(reference => new Segment(reference, context.Addresses.Of(statement.Location)));

    /// <summary>A line that tells a sentence, with the sentence's address where the page leads into the text.</summary>
    public LineView Told(LineView line, Statement? statement) => context.LeadsIntoText && statement is not null ? line with { Sentence = context.Addresses.Of(statement.Location) } : line;

    private static string Without(string words, string ending) => ending.Length > 0 && words.EndsWith(ending, StringComparison.Ordinal) ? words[..^ending.Length] : words;

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
