using System.Collections.Immutable;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;

namespace DelegationLang.Emit.Tests.Embedding;

/// <summary>Answers that programs keep: they say what was asked of which scheme, and are equal where all that they hold is.</summary>
public sealed class KeptAnswerTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    private static readonly LoadedScheme Scheme = Load();

    [Fact]
    public void An_answer_says_what_was_asked_and_of_which_scheme()
    {
        Answer answer = Scheme.May("Chief Executive", "works").Worth(20_000, "contract").On(Day);
        Assert.Equal("may Chief Executive decide works worth £20,000 per contract on 1 May 2026?", answer.Question);
        Assert.Equal(new SchemeIdentity("Steps and signatures", "", Scheme.ContentHash), answer.Scheme);
        Assert.Equal([new AuthorityStep("consulting", "Finance Director")], answer.StepData.ToArray());
        Assert.Equal("what may Chief Executive decide on 1 May 2026?", Scheme.WhatMay("Chief Executive", Day).Question);
        Assert.Equal("who decides works on 1 May 2026?", Scheme.WhoDecides("works").On(Day).Question);
    }

    [Fact]
    public void The_question_of_an_answer_can_be_asked_again()
    {
        foreach (Answer answer in (Answer[])
        [
            Scheme.May("Chief Executive", "works").Worth(20_000, "contract").On(Day),
            Scheme.WhoDecides("gifts").At("east").Unless("urgent").When("contract length", 1.5m).Worth(100, "decision", Vat.Excluding).On(Day),
            Scheme.WhatMay("Finance Director", Day),
        ])
        {
            Answer again = SchemeJson.Read(Bytes()).Answerer.Ask(answer.Question, new DateOnly(2027, 1, 1));
            Assert.Equal(answer, again with { Question = answer.Question, Scheme = answer.Scheme });
        }
    }

    [Fact]
    public void Equal_answers_are_equal_and_any_difference_tells_two_apart()
    {
        Answer one = Scheme.WhoDecides("grants").On(Day);
        Answer other = Load().WhoDecides("grants").On(Day);
        Assert.NotSame(one, other);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(Scheme.WhatMay("Chief Executive", Day), Load().WhatMay("Chief Executive", Day));
        AssertEachPropertyCounts(one);
        AssertEachPropertyCounts(Scheme.WhatMay("Chief Executive", Day).Authorities[0]);
    }

    [Fact]
    public void Serialised_it_is_the_json_of_the_tool()
    {
        Answer answer = Scheme.May("Chief Executive", "works").Worth(20_000, "contract").On(Day);
        var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        Assert.Equal(answer.ToJson(), JsonSerializer.Serialize(answer, options));
        using var json = JsonDocument.Parse(answer.ToJson());
        Assert.Equal("yes", json.RootElement.GetProperty("outcome").GetString());
        Assert.Equal(Scheme.ContentHash, json.RootElement.GetProperty("contentHash").GetString());
        Assert.Equal("\"decided\"", JsonSerializer.Serialize(Outcome.Decided));
        Assert.Equal(Outcome.Reserved, JsonSerializer.Deserialize<Outcome>("\"reserved\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Outcome>("\"allowed\""));
    }

    // Each property is given another value, and nothing else is: an equality that forgets one fails.
    private static void AssertEachPropertyCounts<T>(T record)
        where T : class
    {
        MethodInfo copy = typeof(T).GetMethod("<Clone>$") ?? throw new InvalidOperationException("Not a record.");
        foreach (PropertyInfo property in typeof(T).GetProperties().Where(property => property.SetMethod is not null))
        {
            object changed = copy.Invoke(record, null) ?? throw new InvalidOperationException("No copy.");
            property.SetValue(changed, Another(property.GetValue(record), property.PropertyType));
            Assert.False(record.Equals(changed), $"{typeof(T).Name}.{property.Name} does not count.");
        }
    }

    private static object? Another(object? value, Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            Type item = type.GetGenericArguments()[0];
            object? more = item == typeof(string) ? "x"
                : item == typeof(ImmutableArray<string>) ? ImmutableArray.Create("x")
                : item == typeof(AnswerCase) ? new AnswerCase(["x"], new Answer { Outcome = Outcome.No })
                : System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(item);
            return type.GetMethod("Add", [item])?.Invoke(value, [more]);
        }

        return value switch
        {
            string text => text + "x",
            bool flag => !flag,
            int number => number + 1,
            DateOnly day => day.AddDays(1),
            DateRange => DateRange.From(new DateOnly(1999, 1, 1), null),
            Enum => Enum.GetValues(type).Cast<object>().First(one => !one.Equals(value)),
            SchemeIdentity identity => identity with { Version = "x" },
            null when type == typeof(SchemeIdentity) => new SchemeIdentity("x", "", ""),
            _ => throw new InvalidOperationException($"No other value of {type}."),
        };
    }

    private static byte[] Bytes() => new JsonEmitter().Emit(SignedScheme.Sample.Input).Single().Content.ToArray();

    private static LoadedScheme Load() => LoadedScheme.Load(Bytes());
}
