using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Authorities;

namespace DelegationLang.Emit.Tests.OneMeaning;

/// <summary>Every field of an answer as text: as thorough as a dump, and made for hundreds of thousands.</summary>
internal static class AnswerFields
{
    // What says how it was asked and not what the answer is; steps as data are their words.
    private static readonly string[] HowAsked = [nameof(Answer.Question), nameof(Answer.Scheme), nameof(Answer.StepData)];

    private static readonly Dictionary<Type, Action<StringBuilder, object>> Writers = Prepare(
        typeof(Answer), typeof(AnswerCase), typeof(Authority), typeof(ChainLink), typeof(DeputyAnswer), typeof(SourceReference), typeof(DateRange),
        typeof(AmountInterval), typeof(NamedShare), typeof(NamedCondition), typeof(NamedMeasure));

    public static string Of(Answer answer)
    {
        var text = new StringBuilder();
        Write(text, answer);
        return text.ToString();
    }

    private static Dictionary<Type, Action<StringBuilder, object>> Prepare(params Type[] types) => types.ToDictionary(type => type, type =>
    {
        (string Name, MethodInvoker Get)[] fields =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetMethod is not null && property.GetIndexParameters().Length == 0 && !(type == typeof(Answer) && HowAsked.Contains(property.Name)))
                .OrderBy(property => property.Name, StringComparer.Ordinal)
                .Select(property => (property.Name, MethodInvoker.Create(property.GetMethod ?? throw new InvalidOperationException(property.Name)))),
        ];
        return (Action<StringBuilder, object>)((text, value) =>
        {
            foreach ((string name, MethodInvoker get) in fields)
            {
                text.Append(name).Append('=');
                Write(text, get.Invoke(value));
                text.Append(';');
            }
        });
    });

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string words:
                text.Append('"').Append(words).Append('"');
                break;
            case IFormattable plain and (Enum or int or decimal or DateOnly):
                text.Append(plain.ToString(null, CultureInfo.InvariantCulture));
                break;
            case bool truth:
                text.Append(truth);
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (object? item in items)
                {
                    Write(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            default:
                // A type that is not prepared is a new part of an answer: it must be added above.
                text.Append('{');
                Writers[value.GetType()](text, value);
                text.Append('}');
                break;
        }
    }
}
