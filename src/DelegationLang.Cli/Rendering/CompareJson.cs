using System.Text.Json;
using DelegationLang.Emit.SideBySide;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Authorities;

namespace DelegationLang.Cli.Rendering;

/// <summary>A comparison of bodies as JSON.</summary>
internal static class CompareJson
{
    /// <summary>The whole comparison, on one line.</summary>
    public static string Of(SchemeComparison comparison) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("bodies");
        foreach (ComparedBody body in comparison.Bodies)
        {
            json.WriteStartObject();
            json.WriteString("name", body.Name);
            json.WriteString("path", body.Path);
            json.WriteString("scheme", body.Identity.Title);
            json.WriteString("version", body.Identity.Version);
            json.WriteString("contentHash", body.Identity.ContentHash);
            json.WriteString("day", JsonText.Day(body.Day));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("shared");
        foreach (ComparedSubject subject in comparison.Shared)
        {
            json.WriteStartObject();
            json.WriteString("name", subject.Name);
            json.WriteString("matchedBy", subject.IsOfCatalogue ? "catalogue" : "name");
            Sides(json, "sides", subject.Sides);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Sides(json, "alone", comparison.Alone);
        json.WriteStartObject("summary");
        json.WriteNumber("shared", comparison.Shared.Count);
        json.WriteNumber("byCatalogue", comparison.Shared.Count(subject => subject.IsOfCatalogue));
        json.WriteNumber("byName", comparison.Shared.Count(subject => !subject.IsOfCatalogue));
        json.WriteNumber("alone", comparison.Alone.Count);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void Sides(Utf8JsonWriter json, string name, IReadOnlyList<ComparedSide> sides)
    {
        json.WriteStartArray(name);
        foreach (ComparedSide side in sides)
        {
            json.WriteStartObject();
            json.WriteNumber("body", side.Body);
            json.WriteString("name", side.Name);
            json.WriteStartArray("deciders");
            foreach (ComparedDecider decider in side.Deciders)
            {
                Decider(json, decider);
            }

            json.WriteEndArray();
            if (side.WhyNobody.Length > 0)
            {
                json.WriteString("whyNobody", side.WhyNobody);
            }

            if (side.IsCutShort)
            {
                json.WriteBoolean("isCutShort", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Decider(Utf8JsonWriter json, ComparedDecider decider)
    {
        json.WriteStartObject();
        json.Strings("parties", decider.Parties);
        json.WriteBoolean("byLaw", decider.IsByLaw);
        json.WriteString("words", decider.Words);
        AuthorityJson.Flags(json, decider.Terms);
        AuthorityJson.Terms(json, decider.Terms);
        AuthorityJson.Bounds(json, decider.Terms);
        json.Strings("steps", decider.Terms.Steps);
        json.Strings("duties", decider.Terms.Duties);
        if (decider.Terms.Chain is [.., var last])
        {
            json.WriteString("file", last.Source.File);
            json.WriteNumber("line", last.Source.Line);
            if (last.Reference.Length > 0)
            {
                json.WriteString("reference", last.Reference);
            }
        }

        json.WriteEndObject();
    }
}
