using System.Globalization;
using static DelegationLang.Testing.Generation.ShapeText;

namespace DelegationLang.Testing.Generation;

/// <summary>Shapes in which very many things rest on one another: chains of authority, things within things, names for names.</summary>
internal static class ChainShapes
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SchemeShape> All { get; } =
    [
        new("chain", (count, _) => Chain(count, _ => " with power to delegate")),
        new("chain with falling limits", (count, _) => Chain(count, i => $" up to {Pounds((count - i + 1) * 1000)} per contract with power to delegate")),
        new("chain with days", (count, _) => Chain(count, i => $" until {Day(4000 - i)} with power to delegate")),
        new("circle", (count, _) =>
        {
            ShapeText text = Linked(count, _ => " with power to delegate");
            return text.Add($"{text.Officer(count - 1)} delegates shared work to {text.Officer(0)} with power to delegate.").ToString();
        }),
        new("layers", (count, _) => Layers(count, 10)),
        new("layers of two", (count, _) => Layers(count, 2)),
        new("fan", (count, _) => Each(count, (text, i) => text.Add($"Trust delegates shared work to {text.Officer(i + 1)} with power to delegate.").Add($"{text.Officer(i + 1)} delegates shared work to {text.Officer(0)}.")).ToString()),
        new("given on with limits", (count, _) => Each(count, (text, i) => text.Add($"Trust delegates shared work to Chief Executive up to {Pounds((i + 1) * 1000)} per contract with power to delegate.").Add($"Chief Executive delegates shared work to {text.Officer(i)} up to {Pounds((i + 1) * 900)} per contract.")).ToString()),
        new("given on at places", (count, _) => Each(count, (text, i) => text.Add($"Trust delegates shared work to Chief Executive at {text.Place(i)} with power to delegate.").Add($"Chief Executive delegates shared work to {text.Officer(i % 10)} at {text.Place(i)}.")).ToString()),
        new("given on by functions", (count, _) => Each(count, (text, i) => text.Add($"Trust delegates {text.Function(i)} to Chief Executive with power to delegate.").Add($"Chief Executive delegates {text.Function(i)} to {text.Officer(i % 10)}.")).ToString()),
        new("given on as parts", (count, _) => Given("Trust delegates shared work to Chief Executive with power to delegate.", count, (text, i) => text.Add($"Chief Executive delegates {text.Part(i)} to {text.Officer(i % 10)}."))),
        new("given on without holding", (count, _) => Each(count, (text, i) => text.Add($"{text.Officer(i)} delegates {text.Function(i)} to Chief Executive.")).ToString()),
        new("deputies of one", (count, _) => Given("Trust delegates shared work to Chief Executive.", count, (text, i) => text.Add($"{text.Officer(i)} deputises for Chief Executive."))),
        new("deputies of deputies", (count, _) => Given("Trust delegates shared work to Officer 1.", count, (text, i) => text.Add($"{text.Officer(i + 1)} deputises for {text.Officer(i)}."))),
        new("designations of one", (count, _) => Each(count, (text, i) => text.Add($"{text.Officer(0)} is also Designation {i + 1}.\nTrust delegates {text.Function(i)} to Designation {i + 1}.")).ToString()),
        new("designations of designations", (count, _) => Given("Officer 1 is also Designation 1.", count, (text, i) => text.Add($"Designation {i + 1} is also Designation {i + 2}.\nTrust delegates {text.Function(i)} to Designation {i + 2}."))),
        new("designations", (count, _) => Each(count, (text, i) => text.Add($"{text.Officer(i)} is also Designation {i + 1}.\nTrust delegates shared work to Designation {i + 1}.")).ToString()),
        new("functions within functions", (count, _) => Within(count, "function", "Trust delegates level {0} to {1}.")),
        new("matters within matters", (count, _) => Within(count, "matter", "Trust delegates level {0} to {1}.")),
        new("matters within matters, reserved", (count, _) => Within(count, "matter", "Trust reserves level {0} to Board.")),
        new("functions within functions, by limits", (count, _) => Within(count, "function", "Trust delegates level {0} to {1} up to £{0},000 per contract.")),
        new("places within places", (count, _) => Nested(count, (text, i) => text.Add($"Trust delegates shared work to {text.Officer(i % 10)} at Area {i + 1}."))),
        new("places within places, by functions", (count, _) => Nested(count, (text, i) => text.Add($"Trust delegates {text.Function(i)} to {text.Officer(i % 10)} at Area {i + 1}."))),
        new("budgets within budgets", (count, _) => Given("budget 1 is a budget of Trust covering shared work worth £900 million for 2026/27.", count, (text, i) => text.Add($"budget {i + 2} is a budget of Trust within budget {i + 1} worth {Pounds(900_000 - i)} for 2026/27.\nTrust delegates budget {i + 2} to {text.Officer(i % 10)}."))),
        new("reporting lines", (count, _) => Given("Post 1 is an officer of Trust reporting to Chief Executive.", count, (text, i) => text.Add($"Post {i + 2} is an officer of Trust reporting to Post {i + 1}.\nTrust delegates {text.Function(i)} to Post {i + 2}."))),
        new("committees of committees", (count, _) => Given("Group 1 is a committee of Board reporting to Board.", count, (text, i) => text.Add($"Group {i + 2} is a sub-committee of Group {i + 1} reporting to Group {i + 1}.\nTrust delegates {text.Function(i)} to Group {i + 2}."))),
        new("kinds of kinds", (count, _) => Given("kind 1 is a kind of committee.", count, (text, i) => text.Add($"kind {i + 2} is a kind of kind {i + 1}.\nGroup {i + 1} is a kind {i + 2} of Board reporting to Board."))),
    ];

    private static string Chain(int count, Func<int, string> clauses) => Linked(count, clauses).ToString();

    private static ShapeText Linked(int count, Func<int, string> clauses)
    {
        ShapeText text = new();
        text.Add($"Trust delegates shared work to {text.Officer(0)}{clauses(0)}.");
        for (int i = 1; i < count; i++)
        {
            text.Add($"{text.Officer(i - 1)} delegates shared work to {text.Officer(i)}{clauses(i)}.");
        }

        return text;
    }

    // Each of a layer gives to each of the next: as many chains as there are ways through.
    private static string Layers(int count, int width)
    {
        ShapeText text = new();
        for (int i = 0; i < width; i++)
        {
            text.Add($"Trust delegates shared work to {text.Officer(i)} with power to delegate.");
        }

        for (int i = 0; i < count; i++)
        {
            int layer = i / (width * width);
            text.Add($"{text.Officer((layer * width) + (i / width % width))} delegates shared work to {text.Officer(((layer + 1) * width) + (i % width))} with power to delegate.");
        }

        return text.ToString();
    }

    private static string Within(int count, string kind, string sentence)
    {
        ShapeText text = new();
        text.Add($"level 1 is a {kind} of Trust.");
        for (int i = 1; i < count; i++)
        {
            text.Add($"level {i + 1} is a {kind} of Trust within level {i}.");
        }

        for (int i = 0; i < count; i++)
        {
            string officer = text.Officer(i % 10);
            text.Add(string.Format(CultureInfo.InvariantCulture, sentence, i + 1, officer));
        }

        return text.ToString();
    }

    private static string Nested(int count, Action<ShapeText, int> write)
    {
        ShapeText text = new();
        text.Add($"Area 1 is a place of Trust.");
        for (int i = 1; i < count; i++)
        {
            text.Add($"Area {i + 1} is a place of Trust within Area {i}.");
        }

        for (int i = 0; i < count; i++)
        {
            write(text, i);
        }

        return text.ToString();
    }

    private static string Given(string first, int count, Action<ShapeText, int> write)
    {
        ShapeText text = new ShapeText().Add(first);
        for (int i = 0; i < count; i++)
        {
            write(text, i);
        }

        return text.ToString();
    }

    private static ShapeText Each(int count, Action<ShapeText, int> write)
    {
        ShapeText text = new();
        for (int i = 0; i < count; i++)
        {
            write(text, i);
        }

        return text;
    }
}
