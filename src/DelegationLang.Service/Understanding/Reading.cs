using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DelegationLang.Policy;

namespace DelegationLang.Service.Understanding;

/// <summary>Words of a question, and what they were read as.</summary>
/// <param name="Words">The words.</param>
/// <param name="As">What they say: <c>kind</c>, <c>party</c>, <c>subject</c>, <c>function</c>, <c>place</c>, <c>amount</c>, <c>day</c>, <c>fact</c>.</param>
/// <param name="Meaning">What is meant, as the formal question has it.</param>
internal sealed record ReadPart(string Words, string As, string Meaning);

/// <summary>A formal question as far as it has been read.</summary>
internal sealed record QuestionDraft
{
    /// <summary>The party that is asked about; none where it is asked who decides.</summary>
    public VocabularyEntry? Party { get; init; }

    /// <summary>What it is about; none where it is asked what a party may decide.</summary>
    public VocabularyEntry? Subject { get; init; }

    /// <summary>The function in relation to which; none where it is not said.</summary>
    public VocabularyEntry? Function { get; init; }

    /// <summary>Where; none where it is not said.</summary>
    public VocabularyEntry? Place { get; init; }

    /// <summary>How much, in pounds; none where it is not said.</summary>
    public decimal? Sum { get; init; }

    /// <summary>What the sum counts, as the formal question says it: <c> per contract excluding VAT</c>.</summary>
    public string Counts { get; init; } = "";

    /// <summary>The day; none where it is not said.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>What is so or not: <c>when</c> or <c>unless</c>, what, and the value of a measure.</summary>
    public ImmutableArray<(string Word, VocabularyEntry Fact, string Value)> Facts { get; init; } = [];

    /// <summary>What was read as what.</summary>
    public ImmutableArray<ReadPart> Parts { get; init; } = [];

    /// <summary>The formal question.</summary>
    /// <param name="isQuoted">Whether names stand in quotation marks, so that each is read as one whatever words it has.</param>
    public string Formal(bool isQuoted)
    {
        string Name(VocabularyEntry thing) => isQuoted ? $"\"{thing.Name}\"" : thing.Name;
        var text = new StringBuilder(Party is null ? "who decides" : Subject is null ? $"what may {Name(Party)} decide" : $"may {Name(Party)} decide");
        Append(" ", Subject);
        Append(" for ", Function);
        Append(" at ", Place);
        if (Sum is { } sum)
        {
            text.Append(CultureInfo.InvariantCulture, $" worth £{sum:#,##0.##########}{Counts}");
        }

        foreach ((string? word, VocabularyEntry? fact, string? value) in Facts)
        {
            text.Append(' ').Append(word).Append(' ').Append(Name(fact)).Append(value);
        }

        return text.Append(Day is { } day ? " on " + Wording.Day(day) : "").Append('?').ToString();

        void Append(string before, VocabularyEntry? thing) => text.Append(thing is null ? "" : before + Name(thing));
    }
}

/// <summary>What was made of a question in free English: a formal question, or why there is none. Never a guess.</summary>
/// <param name="Text">The question as it was asked.</param>
/// <param name="Question">The formal question; empty where it was refused.</param>
/// <param name="Parts">What was read as what.</param>
/// <param name="Reasons">Why it was refused, in sentences.</param>
/// <param name="NotUnderstood">The words that were not understood.</param>
/// <param name="Suggestions">Names of the scheme that may have been meant by them.</param>
internal sealed record Reading(string Text, string Question, ImmutableArray<ReadPart> Parts, ImmutableArray<string> Reasons, string NotUnderstood, ImmutableArray<string> Suggestions)
{
    /// <summary>Whether there is a formal question.</summary>
    public bool IsUnderstood => Question.Length > 0;

    /// <summary>Writes it as an object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("text", Text);
        json.WriteBoolean("understood", IsUnderstood);
        if (IsUnderstood)
        {
            json.WriteString("question", Question);
        }

        json.WriteStartArray("parts");
        foreach (ReadPart part in Parts)
        {
            json.WriteStartObject();
            json.WriteString("words", part.Words);
            json.WriteString("as", part.As);
            json.WriteString("meaning", part.Meaning);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("notUnderstood", NotUnderstood);
        Texts(json, "reasons", Reasons);
        Texts(json, "suggestions", Suggestions);
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
