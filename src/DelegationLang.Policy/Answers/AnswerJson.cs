using System.Collections.Immutable;
using System.Text.Json;
using DelegationLang.Policy.Authorities;

namespace DelegationLang.Policy.Answers;

/// <summary>An answer as JSON: what <c>delegation ask --json</c> prints, and what an <see cref="Answer"/> is serialised to.</summary>
internal static class AnswerJson
{
    /// <summary>The answer on one line.</summary>
    public static string Of(Answer answer) => JsonText.Of(json => Write(json, answer));

    /// <summary>Writes the answer as an object: its question, its members, and which scheme gave it.</summary>
    public static void Write(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartObject();
        json.WriteString("question", answer.Question);
        Members(json, answer);
        AuthorityJson.Steps(json, answer.StepData);
        if (answer.Scheme is { } scheme)
        {
            json.WriteString("scheme", scheme.Title);
            json.WriteString("version", scheme.Version);
            json.WriteString("contentHash", scheme.ContentHash);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the members of an answer into an object that is open.</summary>
    public static void Members(Utf8JsonWriter json, Answer answer)
    {
        json.WriteString("outcome", Word(answer.Outcome));
        json.Strings("deciders", answer.Deciders);
        json.WriteBoolean("jointly", answer.Jointly);
        json.WriteStartArray("alternatives");
        foreach (ImmutableArray<string> group in answer.Alternatives)
        {
            json.WriteStartArray();
            foreach (string name in group)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        Deputies(json, answer.Deputies);
        json.Strings("exceptional", answer.Exceptional);
        json.WriteBoolean("underContract", answer.UnderContract);
        json.Strings("assumed", answer.Assumed);
        json.Strings("steps", answer.Steps);
        json.Strings("duties", answer.Duties);
        if (!answer.Following.IsEmpty)
        {
            json.Strings("following", answer.Following);
        }

        if (!answer.Involved.IsEmpty)
        {
            Involved(json, answer.Involved);
        }

        Chain(json, answer.Chain);
        json.Strings("keepAuthority", answer.KeepAuthority);
        json.Strings("dependsOn", answer.DependsOn);
        Cases(json, "cases", answer.Cases);
        if (!answer.ForFunctions.IsEmpty)
        {
            Cases(json, "forFunctions", answer.ForFunctions);
        }

        json.Strings("reasons", answer.Reasons);
        if (!answer.Authorities.IsEmpty)
        {
            Authorities(json, answer.Authorities);
        }

        if (answer.Outcome == Outcome.Error || answer.Message.Length > 0)
        {
            json.WriteString("message", answer.Message);
        }

        if (answer.Day != default)
        {
            json.WriteString("day", JsonText.Day(answer.Day));
        }
    }

    private static void Cases(Utf8JsonWriter json, string name, ImmutableArray<AnswerCase> cases)
    {
        json.WriteStartArray(name);
        foreach (AnswerCase one in cases)
        {
            json.WriteStartObject();
            json.Strings("when", one.When);
            Members(json, one.Answer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An outcome as JSON has it.</summary>
    public static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Decided => "decided",
        Outcome.Reserved => "reserved",
        Outcome.Depends => "depends",
        Outcome.Nobody => "nobody",
        Outcome.Yes => "yes",
        Outcome.No => "no",
        _ => "error",
    };

    private static void Deputies(Utf8JsonWriter json, ImmutableArray<DeputyAnswer> deputies)
    {
        json.WriteStartArray("deputies");
        foreach (DeputyAnswer deputy in deputies)
        {
            json.WriteStartObject();
            json.WriteString("party", deputy.Party);
            json.WriteString("for", deputy.For);
            json.WriteString("when", deputy.When);
            Source(json, deputy.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Involved(Utf8JsonWriter json, ImmutableArray<InvolvedAnswer> involved)
    {
        json.WriteStartArray("involved");
        foreach (InvolvedAnswer one in involved)
        {
            json.WriteStartObject();
            json.WriteString("party", one.Party);
            json.WriteString("role", one.Role);
            json.WriteString("with", one.With);
            json.WriteString("when", one.When);
            json.WriteString("words", one.Words);
            Source(json, one.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Chain(Utf8JsonWriter json, ImmutableArray<ChainLink> chain)
    {
        json.WriteStartArray("chain");
        foreach (ChainLink link in chain)
        {
            json.WriteStartObject();
            json.WriteString("party", link.Party);
            Source(json, link.Source);
            json.WriteString("via", link.Via);
            if (link.Reference.Length > 0)
            {
                json.WriteString("reference", link.Reference);
            }

            if (link.Scheme.Length > 0)
            {
                json.WriteString("scheme", link.Scheme);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Authorities(Utf8JsonWriter json, ImmutableArray<Authority> authorities)
    {
        json.WriteStartArray("authorities");
        foreach (Authority authority in authorities)
        {
            json.WriteStartObject();
            json.WriteString("words", authority.Words);
            json.WriteString("subject", authority.Subject);
            AuthorityJson.Subject(json, authority);
            AuthorityJson.Terms(json, authority);
            AuthorityJson.Data(json, authority);
            json.Strings("jointlyWith", authority.JointlyWith);
            json.Strings("steps", authority.Steps);
            json.Strings("duties", authority.Duties);
            AuthorityJson.Flags(json, authority);
            Chain(json, authority.Chain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Source(Utf8JsonWriter json, SourceReference source)
    {
        json.WriteString("file", source.File);
        json.WriteNumber("line", source.Line);
    }
}
