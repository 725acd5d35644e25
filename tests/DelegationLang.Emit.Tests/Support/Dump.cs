using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Tests.Support;

/// <summary>
/// An object as text, with every public property of everything in it: two that print alike are alike, new properties included. How an answer was asked for, and
/// of which scheme, is left out.
/// </summary>
internal static class Dump
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, "");
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, string indent)
    {
        switch (value)
        {
            case null:
                text.Append("none\n");
                break;
            case string s:
                text.Append('"').Append(s).Append("\"\n");
                break;
            case decimal or int or bool or Enum:
                text.Append(CultureInfo.InvariantCulture, $"{value}\n");
                break;
            case DateOnly day:
                text.Append(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append('\n');
                break;
            case IEnumerable items:
                text.Append("[\n");
                foreach (object? item in items)
                {
                    text.Append(indent).Append("  - ");
                    Write(text, item, indent + "  ");
                }

                text.Append(indent).Append("]\n");
                break;
            default:
                text.Append(value.GetType().Name).Append('\n');
                foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => value is not Answer || property.Name is not (nameof(Answer.Question) or nameof(Answer.Scheme))).OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    text.Append(indent).Append("  ").Append(property.Name).Append(": ");
                    Write(text, property.GetValue(value), indent + "  ");
                }

                break;
        }
    }
}
