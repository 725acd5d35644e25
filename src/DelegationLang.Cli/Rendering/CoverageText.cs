using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Coverage;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Rendering;

/// <summary>The coverage of a scheme for people: the numbers first, then each function and matter with a line for everybody who decides it.</summary>
internal sealed partial class CoverageText(Host host, OpenProject project)
{
    private readonly Palette palette = new(host.HasColour);
    private readonly SchemeCoverage coverage = project.Compilation.Coverage;
    private readonly List<string> exceptional = [];
    private readonly ImmutableArray<CatalogueFamily> families = CatalogueCoverage.Of(project.Compilation.Model, project.Compilation.Coverage.Day);

    /// <summary>Writes it to the output.</summary>
    public void Write()
    {
        Counts();
        Group(CoverageStatus.Decided, "Decided", "a sentence, or the law itself, says who decides");
        Group(CoverageStatus.Reserved, "Reserved", "kept from every delegation for those named");
        Group(CoverageStatus.Silent, "Silent", "no sentence says who decides, so it stays with those named");
        Group(CoverageStatus.InParts, "Only in parts", "sentences speak of parts of it alone; the rest stays with those named");
        Group(CoverageStatus.Unclear, "Unclear", "a sentence about it is in error, and gives nobody authority until it is mended");
        Group(CoverageStatus.Nobody, "Nobody", "nobody may decide it on that day");
        Group(CoverageStatus.Elsewhere, "Of other bodies", "their own schemes say who decides");
        Exceptional();
        NeverMentioned();
        Catalogue();
        ForPlaces();
    }

    private void Counts()
    {
        SchemeCoverage found = coverage;
        string title = project.Compilation.Model.Info.Title;
        Line($"{palette.Strong}{DisplayText.Harmless(title.Length > 0 ? title : project.Path)}{palette.End}");
        Line($"{(found.Subjects.Length == 1 ? "1 function or matter" : found.Subjects.Length.ToString(CultureInfo.InvariantCulture) + " functions and matters")} on {Wording.Day(found.Day)}"
            + (found.IsDayMoved ? " (the nearest day on which the scheme is in force)" : "") + ":");
        Count(CoverageStatus.Decided, "decided", always: true);
        Count(CoverageStatus.Reserved, "reserved", always: true);
        Count(CoverageStatus.Silent, "silent", always: true);
        Count(CoverageStatus.InParts, "decided only in parts");
        Count(CoverageStatus.Unclear, "unclear, because of sentences in error");
        Count(CoverageStatus.Nobody, "that nobody may decide");
        Count(CoverageStatus.Elsewhere, "of other bodies");
        Line(found.HasLawList
            ? Number(found.NeverMentioned.Length) + " that the law speaks of and the scheme never mentions"
            : "    the law libraries that it uses have no list of functions for " + (found.Organisation is null ? "it: the scheme does not say whose it is" : "a body of its kind"));
    }

    private void Count(CoverageStatus status, string words, bool always = false)
    {
        int count = coverage.Count(status);
        if (count > 0 || always)
        {
            Line(Number(count) + " " + words);
        }
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture).PadLeft(6);

    private void Group(CoverageStatus status, string heading, string meaning)
    {
        if (coverage.Count(status) == 0)
        {
            return;
        }

        Line("");
        Line($"{palette.Strong}{heading}{palette.End}: {meaning}");
        var bodies = new List<string>();
        var subjects = new Dictionary<string, List<CoveredSubject>>(StringComparer.Ordinal);
        foreach (CoveredSubject subject in coverage.Subjects)
        {
            if (subject.Status == status)
            {
                Collect(subject, bodies, subjects);
            }
        }

        foreach (string body in bodies)
        {
            Line("");
            foreach (CoveredSubject subject in subjects[body])
            {
                Heading(subject.Subject);
            }

            Line(body);
        }
    }

    // Of a long list of functions that go to the same people nobody wants to read these people for each.
    private void Collect(CoveredSubject subject, List<string> bodies, Dictionary<string, List<CoveredSubject>> subjects)
    {
        string body = string.Join('\n', Body(subject));
        if (!subjects.TryGetValue(body, out List<CoveredSubject>? alike))
        {
            bodies.Add(body);
            subjects.Add(body, alike = []);
        }

        alike.Add(subject);
    }

    private void Heading(SubjectSymbol subject, string reference = "")
    {
        string within = subject.Parent is { } parent ? " within " + parent.DisplayName : "";
        Line($"  {palette.Second}{DisplayText.Harmless(subject.DisplayName)}{palette.End}, {(subject.IsMatter ? "a matter" : "a function")}{DisplayText.Harmless(within)} {Place(subject.Location.File, subject.Location.Line, reference)}");
    }

    private IEnumerable<string> Body(CoveredSubject covered)
    {
        foreach (SubjectDecider decider in covered.Deciders)
        {
            yield return "    " + DisplayText.Harmless(decider.Authority is { } authority ? ByRule(decider, authority) : ByLaw(covered, decider));
        }

        if (covered.Deciders.IsEmpty)
        {
            yield return "    nobody: " + DisplayText.Harmless(covered.WhyNobody);
        }

        if (covered.Status == CoverageStatus.Unclear)
        {
            foreach (SourceReference sentence in covered.Sentences)
            {
                yield return $"    see the sentence in error {Place(sentence.File, sentence.Line)}";
            }
        }

        if (covered.IsCutShort)
        {
            yield return "    there are too many cases to look at: others may decide in some of them";
        }
    }

    // An exceptional power often reaches everything: its terms are told once, at the end.
    private string ByRule(SubjectDecider decider, Authority authority)
    {
        string place = Place(decider.Source.File, decider.Source.Line, decider.Reference);
        var words = new List<string> { Who(decider.Names) };
        Add(words, authority.Limit);
        Add(words, authority.Place);
        words.AddRange(authority.Conditions);
        DateRange life = project.Compilation.Model.Info.InForce;
        Add(words, Wording.Days(new DateRange(
            authority.Days.First > life.First ? authority.Days.First : DateRange.Always.First,
            authority.Days.Last < life.Last ? authority.Days.Last : DateRange.Always.Last)));
        words.AddRange(authority.Steps);
        words.AddRange(authority.Duties);
        if (authority.IsExceptional)
        {
            string line = $"{string.Join(", ", words)}, for {decider.Sentence} {place}";
            if (!exceptional.Contains(line))
            {
                exceptional.Add(line);
            }

            return $"or, by an exceptional power, {Who(decider.Names)} {place}";
        }

        Add(words, authority.IsUnderContract ? "under contract" : "");
        Add(words, decider.About);
        return $"{(authority.IsReserved ? "reserved to " : "")}{string.Join(", ", words)} {place}";
    }

    private void Exceptional()
    {
        if (exceptional.Count == 0)
        {
            return;
        }

        Line("");
        Line($"{palette.Strong}Exceptional powers{palette.End}: they reach what is reserved too");
        Line("");
        foreach (string line in exceptional)
        {
            Line("  " + DisplayText.Harmless(line));
        }
    }

    private string ByLaw(CoveredSubject covered, SubjectDecider decider)
    {
        string who = Who(decider.Names);
        if (covered.Deciders.Length > 1)
        {
            return who + ", whatever is not given away";
        }

        return covered.Status switch
        {
            CoverageStatus.Decided when covered.Sentences is [var sentence, ..] => $"{who}, because it is carved out of what is given away {Place(sentence.File, sentence.Line)}",
            CoverageStatus.Decided when covered.Subject.Owners.Any(owner => owner is PartySymbol { IsOrganisation: false }) => who + ", to whom the law gives it",
            CoverageStatus.Decided => $"{who}, because no sentence about it applies on {Wording.Day(coverage.Day)}",
            _ => who,
        };
    }

    private void NeverMentioned()
    {
        if (coverage.NeverMentioned.IsEmpty || coverage.Organisation is not { } organisation)
        {
            return;
        }

        Line("");
        Line($"{palette.Strong}Never mentioned{palette.End}: the law speaks of these for bodies of this kind ({organisation.Kind.Name}); one that has none of them need not");
        Line("");
        UnmentionedSubject? last = null;
        foreach (UnmentionedSubject unmentioned in coverage.NeverMentioned)
        {
            if (last is not null && !IsToldAlike(last, unmentioned))
            {
                Powers(last);
            }

            Heading(unmentioned.Subject, string.Join("; ", unmentioned.Subject.References));
            last = unmentioned;
        }

        if (last is not null)
        {
            Powers(last);
        }
    }

    // A family a line: the catalogue has hundreds of entries.
    private void Catalogue()
    {
        if (families.All(family => family.NeverMentioned.IsEmpty) || coverage.Organisation is not { } organisation)
        {
            return;
        }

        Line("");
        Line($"{palette.Strong}Of the catalogue{palette.End}: functions and matters for bodies of this kind ({organisation.Kind.Name}) whose names the scheme never uses; it may have others for them, or need none");
        Line("");
        foreach (CatalogueFamily family in families)
        {
            if (!family.NeverMentioned.IsEmpty)
            {
                Line(string.Create(CultureInfo.InvariantCulture, $"  {palette.Second}{family.Family}{palette.End}, {family.NeverMentioned.Length} of {family.Count}: {string.Join(", ", family.NeverMentioned)}"));
            }
        }
    }

    private static bool IsToldAlike(UnmentionedSubject one, UnmentionedSubject other) => one.Powers.SequenceEqual(other.Powers);

    private void Powers(UnmentionedSubject unmentioned)
    {
        foreach (SpeakingPower speaking in unmentioned.Powers)
        {
            Line($"    {(speaking.Covers ? "covered by" : "left out of")} {DisplayText.Harmless(speaking.Power.DisplayName)}");
        }
    }

    private static void Add(List<string> words, string text)
    {
        if (text.Length > 0)
        {
            words.Add(text);
        }
    }

    private static string Who(ImmutableArray<string> names) => Wording.Together(names);

    private string Place(string file, int line, string reference = "") =>
        $"({project.Files.Show(file)}:{line.ToString(CultureInfo.InvariantCulture)}{(reference.Length > 0 ? ", reference " + reference : "")})";

    private void Line(string text) => host.Output.WriteLine(text);
}
