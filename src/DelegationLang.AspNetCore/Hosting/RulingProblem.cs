using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace DelegationLang.AspNetCore;

/// <summary>Refusals as problem documents (RFC 9457).</summary>
public static class RulingProblem
{
    /// <summary>The type of the problem: a name, not an address.</summary>
    public const string Type = "urn:delegationlang:problem:not-authorised";

    /// <summary>
    /// A refusal as a problem document. Status 403, or 400 where the scheme does not have what was named. <c>detail</c> says why in a sentence; the members beside it say it
    /// as data: <c>reason</c>, <c>post</c>, <c>question</c>, <c>mayDecide</c> (groups of which any is enough), <c>missing</c> (who must still sign, in the same way), <c>stepsFirst</c>, <c>dependsOn</c>,
    /// <c>deputies</c>, <c>reasons</c>, <c>sentences</c> (of the scheme, with file, line and reference) and <c>scheme</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The ruling allows the decision.</exception>
    public static ProblemDetails ToProblem(this DecisionRuling ruling)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        if (ruling.IsAllowed)
        {
            throw new InvalidOperationException("The decision is allowed: there is no problem.");
        }

        bool isUnfit = ruling.Reason == RulingReason.Unfit;
        return new ProblemDetails
        {
            Status = isUnfit ? StatusCodes.Status400BadRequest : StatusCodes.Status403Forbidden,
            Type = Type,
            Title = isUnfit ? "The scheme of delegation says nothing of such a decision." : "The scheme of delegation does not let you decide this.",
            Detail = ruling.Sentence,
            Extensions =
            {
                ["reason"] = DecisionTelemetry.Word(ruling.Reason),
                ["post"] = ruling.Post,
                ["question"] = ruling.Answer?.Question,
                ["mayDecide"] = Groups(ruling.WhoDecides?.Alternatives ?? []),
                ["missing"] = Groups(ruling.Signing?.Missing ?? []),
                ["stepsFirst"] = Texts((ruling.Signing?.Ways ?? []).SelectMany(way => way.Steps).Distinct(StringComparer.Ordinal)),
                ["dependsOn"] = Texts(ruling.Signing?.DependsOn ?? []),
                ["deputies"] = Texts((ruling.Answer?.Deputies ?? []).Concat(ruling.WhoDecides?.Deputies ?? []).Select(deputy => deputy.Party + " " + deputy.When).Distinct(StringComparer.Ordinal)),
                ["reasons"] = Texts(ruling.Answer?.Reasons ?? []),
                ["sentences"] = Texts(ruling.Sentences.Select(Sentence)),
                ["scheme"] = ruling.Answer?.Scheme is { } scheme ? scheme.Title + (scheme.Version.Length > 0 ? ", version " + scheme.Version : "") : null,
            },
        };
    }

    /// <summary>A refusal by the policy objects as a problem document, with the same members as far as they apply.</summary>
    public static ProblemDetails ToProblem(this NotAuthorisedException refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new ProblemDetails
        {
            Status = StatusCodes.Status403Forbidden,
            Type = Type,
            Title = "The scheme of delegation does not let you decide this.",
            Detail = refusal.Message,
            Extensions =
            {
                ["post"] = refusal.Party,
                ["question"] = refusal.Refusal.Question,
                ["mayDecide"] = Groups(refusal.WhoDecides.Alternatives),
                ["missing"] = Groups(refusal.Standing.ActWith),
                ["stepsFirst"] = Texts(refusal.Standing.Steps),
                ["dependsOn"] = Texts(refusal.Standing.DependsOn),
                ["reasons"] = Texts(refusal.Refusal.Reasons),
                ["sentences"] = Texts(refusal.WhoDecides.Chain.Select(Sentence)),
            },
        };
    }

    // As JSON elements, which every program can write: arrays of other types a program that is compiled ahead of time would have to know of.
    private static JsonElement Texts(IEnumerable<string> texts) => Json(writer => Write(writer, texts));

    private static JsonElement Groups(ImmutableArray<ImmutableArray<string>> groups) => Json(writer =>
    {
        writer.WriteStartArray();
        foreach (ImmutableArray<string> group in groups)
        {
            Write(writer, group);
        }

        writer.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter writer, IEnumerable<string> texts)
    {
        writer.WriteStartArray();
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static JsonElement Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static string Sentence(ChainLink link) =>
        $"{link.Party} {link.Via} ({link.Source.File}:{link.Source.Line}{(link.Reference.Length > 0 ? ", reference " + link.Reference : "")})";
}
