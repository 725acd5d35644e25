using System.Text.Json;
using DelegationLang.Cli.Files;
using DelegationLang.Coverage;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Authorities;
using DelegationLang.Semantics;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Rendering;

/// <summary>The coverage of a scheme as one object, as <c>schemas/coverage.schema.json</c> describes it.</summary>
internal static class CoverageJson
{
    private static readonly CoverageStatus[] Statuses = Enum.GetValues<CoverageStatus>();

    /// <summary>The whole list on one line.</summary>
    public static string Of(OpenProject project) => JsonText.Of(json =>
    {
        SchemeCoverage coverage = project.Compilation.Coverage;
        json.WriteStartObject();
        json.WriteString("scheme", project.Compilation.Model.Info.Title);
        if (coverage.Organisation is { } organisation)
        {
            json.WriteString("organisation", organisation.DisplayName);
            json.WriteString("kind", organisation.Kind.Name);
        }

        json.WriteString("day", JsonText.Day(coverage.Day));
        json.WriteBoolean("hasErrors", project.Compilation.HasErrors);
        json.WriteStartArray("subjects");
        foreach (CoveredSubject subject in coverage.Subjects)
        {
            Subject(json, project, subject);
        }

        json.WriteEndArray();
        json.WriteBoolean("hasLawList", coverage.HasLawList);
        json.WriteStartArray("neverMentioned");
        foreach (UnmentionedSubject unmentioned in coverage.NeverMentioned)
        {
            NeverMentioned(json, project, unmentioned);
        }

        json.WriteEndArray();
        json.WriteStartArray("catalogue");
        foreach (CatalogueFamily family in CatalogueCoverage.Of(project.Compilation.Model, coverage.Day))
        {
            json.WriteStartObject();
            json.WriteString("family", family.Family);
            json.WriteNumber("entries", family.Count);
            json.Strings("neverMentioned", family.NeverMentioned);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("forPlaces");
        foreach (PlaceWork work in coverage.ForPlaces)
        {
            json.WriteStartObject();
            json.WriteString("name", work.Name);
            json.WriteString("source", work.Source);
            json.Strings("subjects", work.Subjects.Select(subject => subject.DisplayName));
            json.Strings("places", work.Places);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("summary");
        json.WriteNumber("subjects", coverage.Subjects.Length);
        foreach (CoverageStatus status in Statuses)
        {
            json.WriteNumber(Word(status), coverage.Count(status));
        }

        json.WriteNumber("neverMentioned", coverage.NeverMentioned.Length);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void Subject(Utf8JsonWriter json, OpenProject project, CoveredSubject covered)
    {
        json.WriteStartObject();
        Named(json, project, covered.Subject);
        if (covered.Subject.Parent is { } parent)
        {
            json.WriteString("within", parent.DisplayName);
        }

        json.WriteString("status", Word(covered.Status));
        json.WriteStartArray("deciders");
        foreach (SubjectDecider decider in covered.Deciders)
        {
            json.WriteStartObject();
            json.Strings("parties", decider.Names);
            json.WriteBoolean("byLaw", decider.Authority is null);
            if (decider.Authority is { } authority)
            {
                json.WriteString("as", decider.Sentence);
                Authority(json, authority);
            }

            json.Strings("duties", decider.Authority?.Duties ?? []);
            Place(json, project, decider.Source);
            Said(json, "reference", decider.Reference);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Sentences(json, project, covered);
        Said(json, "whyNobody", covered.WhyNobody);
        if (covered.IsCutShort)
        {
            json.WriteBoolean("isCutShort", true);
        }

        json.WriteEndObject();
    }

    private static void Authority(Utf8JsonWriter json, Authority authority)
    {
        AuthorityJson.Flags(json, authority);
        AuthorityJson.Terms(json, authority);
        json.Strings("steps", authority.Steps);
    }

    private static void Sentences(Utf8JsonWriter json, OpenProject project, CoveredSubject covered)
    {
        json.WriteStartArray("sentences");
        foreach (SourceReference sentence in covered.Sentences)
        {
            json.WriteStartObject();
            Place(json, project, sentence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void NeverMentioned(Utf8JsonWriter json, OpenProject project, UnmentionedSubject unmentioned)
    {
        json.WriteStartObject();
        Named(json, project, unmentioned.Subject);
        json.Strings("references", unmentioned.Subject.References);
        json.WriteStartArray("powers");
        foreach (SpeakingPower speaking in unmentioned.Powers)
        {
            json.WriteStartObject();
            json.WriteString("power", speaking.Power.DisplayName);
            json.WriteBoolean("covers", speaking.Covers);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Named(Utf8JsonWriter json, OpenProject project, SubjectSymbol subject)
    {
        json.WriteString("name", subject.DisplayName);
        json.WriteString("family", subject.IsMatter ? "matter" : "function");
        json.WriteString("kind", subject.Kind.Name);
        json.WriteString("file", project.Files.Show(subject.Location.File));
        json.WriteNumber("line", subject.Location.Line);
    }

    private static void Place(Utf8JsonWriter json, OpenProject project, SourceReference source)
    {
        json.WriteString("file", project.Files.Show(source.File));
        json.WriteNumber("line", source.Line);
    }

    private static void Said(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }

    private static string Word(CoverageStatus status) => status switch
    {
        CoverageStatus.Decided => "decided",
        CoverageStatus.Reserved => "reserved",
        CoverageStatus.Silent => "silent",
        CoverageStatus.InParts => "inParts",
        CoverageStatus.Elsewhere => "elsewhere",
        CoverageStatus.Unclear => "unclear",
        _ => "nobody",
    };
}
