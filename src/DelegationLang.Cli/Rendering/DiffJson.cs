using System.Collections.Immutable;
using System.Text.Json;
using DelegationLang.Emit.Changes;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Comparison;

namespace DelegationLang.Cli.Rendering;

/// <summary>A comparison of two versions as JSON.</summary>
/// <param name="before">How files of the earlier version are shown.</param>
/// <param name="after">How files of the later version are shown.</param>
internal sealed class DiffJson(FileNames before, FileNames after)
{
    /// <summary>The whole comparison, on one line.</summary>
    public string Of(SchemeDiff diff) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        Members(json, diff);
        json.WriteEndObject();
    });

    /// <summary>How one question is answered by both versions, on one line.</summary>
    public static string Of(string question, QuestionDifference difference) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("question", question);
        json.WriteBoolean("same", difference.IsSame);
        if (difference.Change is { } change)
        {
            json.WriteNumber("change", change);
        }

        json.WriteEndObject();
    });

    /// <summary>Writes the members of a comparison into an object that is open.</summary>
    public void Members(Utf8JsonWriter json, SchemeDiff diff)
    {
        json.WriteStartArray("changes");
        foreach (ShownChange change in diff.Changes)
        {
            Change(json, change);
        }

        json.WriteEndArray();
        json.WriteStartArray("renamed");
        foreach (RenamedName name in diff.Renamed)
        {
            json.WriteStartObject();
            json.WriteString("kind", name.Family.ToString().ToLowerInvariant());
            json.WriteString("before", name.Before);
            json.WriteString("after", name.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("wordingOnly");
        foreach (WordingChange change in diff.WordingOnly)
        {
            json.WriteStartObject();
            Sentence(json, "before", change.Before, before);
            Sentence(json, "after", change.After, after);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("summary");
        foreach (ChangeCategory category in ChangeTerms.Categories)
        {
            json.WriteNumber(ChangeTerms.Word(category), diff.Changes.Count(change => change.Change.Category == category));
        }

        json.WriteEndObject();
        if (!diff.CutShort.IsEmpty)
        {
            json.Strings("cutShort", diff.CutShort);
        }
    }

    private void Change(Utf8JsonWriter json, ShownChange shown)
    {
        SpaceChange change = shown.Change;
        json.WriteStartObject();
        json.WriteString("category", ChangeTerms.Word(change.Category));
        json.WriteString("subject", change.Subject);
        json.Strings("subjects", change.Subjects);
        json.Strings("except", change.Except);
        json.WriteString("place", PlaceOf(change.Region));
        if (change.Days.HasFirst)
        {
            json.WriteString("from", JsonText.Day(change.Days.First));
        }

        if (change.Days.HasLast)
        {
            json.WriteString("until", JsonText.Day(change.Days.Last));
        }

        json.WriteString("limit", change.Region.Limit);
        json.Strings("conditions", change.Region.Conditions);
        AuthorityJson.Bounds(json, change.Region);
        Answer(json, "before", change.Before, before);
        Answer(json, "after", change.After, after);
        json.WriteStartObject("witness");
        json.WriteString("question", shown.Question);
        if (shown.QuestionBefore != shown.Question)
        {
            json.WriteString("questionBefore", shown.QuestionBefore);
        }

        Answer(json, "before", shown.Before, before);
        Answer(json, "after", shown.After, after);
        json.WriteEndObject();
        json.WriteStartObject("sentences");
        Sources(json, "before", change.SentencesBefore, before);
        Sources(json, "after", change.SentencesAfter, after);
        json.WriteEndObject();
        json.WriteString("words", ChangeTerms.Sentence(change));
        json.WriteEndObject();
    }

    private static string PlaceOf(Authority region) =>
        region is { Places: [var only], NotAt.IsEmpty: true, IsElsewhere: false } ? only : region.Place;

    private static void Answer(Utf8JsonWriter json, string name, Answer answer, FileNames files)
    {
        json.WriteStartObject(name);
        AnswerJson.Members(json, ShownAnswer.Of(answer, files));
        json.WriteEndObject();
    }

    private static void Sources(Utf8JsonWriter json, string name, ImmutableArray<SourceReference> sources, FileNames files)
    {
        json.WriteStartArray(name);
        foreach (SourceReference source in sources)
        {
            json.WriteStartObject();
            json.WriteString("file", files.Show(source.File));
            json.WriteNumber("line", source.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Sentence(Utf8JsonWriter json, string name, VersionSentence? sentence, FileNames files)
    {
        if (sentence is not null)
        {
            json.WriteStartObject(name);
            json.WriteString("file", files.Show(sentence.File));
            json.WriteNumber("line", sentence.Line);
            json.WriteString("text", sentence.Text);
            json.WriteEndObject();
        }
    }
}
