using System.Globalization;
using System.Text;

namespace DelegationLang.Testing.Generation;

/// <summary>Writes ordinary C#: classes of methods made of statements, hardly a comment. A measure for the speed of our own parser.</summary>
internal static class PlainCSharp
{
    private static readonly string[] Nouns =
        ["account", "amount", "budget", "contract", "item", "limit", "order", "party", "payment", "period", "place", "post", "record", "report", "total"];

    /// <summary>Writes a file of exactly so many bytes of UTF-8, all ASCII.</summary>
    /// <param name="bytes">Its size, at least 1,000.</param>
    /// <param name="seed">The same seed gives the same text.</param>
    public static string Generate(int bytes, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1000);
        var choices = new Choices(seed);
        var text = new StringBuilder("using System;\n\nnamespace Measured;\n");
        for (var number = 0; ; number++)
        {
            var type = Class(number, choices);
            if (text.Length + type.Length > bytes)
            {
                break;
            }

            text.Append(type);
        }

        // What is left is too short for a class: line breaks, which cost a parser next to nothing.
        return text.Append('\n', bytes - text.Length).ToString();
    }

    private static string Class(int number, Choices choices)
    {
        var text = new StringBuilder();
        Line(text, 0, $"\npublic sealed class Case{number}\n{{");
        Line(text, 1, $"private int _count = {choices.Below(100)};\n");
        for (var method = 0; method < 2; method++)
        {
            Line(text, 1, $"public int Measure{method}(int first, int second)");
            Line(text, 1, $"{{");
            for (var statement = 0; statement < 4; statement++)
            {
                Statement(text, statement, choices);
            }

            Line(text, 2, $"return first * {choices.Below(9)} + _count;");
            Line(text, 1, $"}}\n");
        }

        return text.Append("}\n").ToString();
    }

    private static void Statement(StringBuilder text, int number, Choices choices)
    {
        var noun = string.Create(CultureInfo.InvariantCulture, $"{Nouns[choices.Below(Nouns.Length)]}{number}");
        switch (choices.Below(4))
        {
            case 0:
                Line(text, 2, $"var {noun} = Math.Max(first + {choices.Below(500)}, second);");
                break;
            case 1:
                Line(text, 2, $"if (first > {choices.Below(500)} && second != _count)");
                Line(text, 2, $"{{");
                Line(text, 3, $"_count += first - {choices.Below(50)};");
                Line(text, 2, $"}}");
                break;
            case 2:
                Line(text, 2, $"for (var {noun} = 0; {noun} < second; {noun}++)");
                Line(text, 2, $"{{");
                Line(text, 3, $"first = Measure{choices.Below(2)}({noun}, _count) % {choices.Below(90) + 10};");
                Line(text, 2, $"}}");
                break;
            default:
                Line(text, 2, $"var {noun} = \"{Nouns[choices.Below(Nouns.Length)]} \" + second.ToString() + (first == 0 ? \"none\" : \"some\");");
                break;
        }
    }

    private static void Line(StringBuilder text, int depth, FormattableString line) =>
        text.Append(' ', depth * 4).Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
