using static DelegationLang.Testing.Generation.ShapeText;

namespace DelegationLang.Testing.Generation;

/// <summary>Shapes with very long lists and tables, or very many declarations.</summary>
internal static class ListShapes
{
    // A sentence has at most a thousand clauses.
    private const int MostClauses = 900;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SchemeShape> All { get; } =
    [
        One("lines of a table", (text, count) => text.Add($"limits for shared work of Trust:{Bullets(count, i => $"{text.Officer(i)} up to {Pounds((i + 1) * 1000)} per contract")}.")),
        One("lines of a table of few", (text, count) => text.Add($"limits for shared work of Trust:{Bullets(count, i => $"{text.Officer(i % 10)} up to {Pounds((i + 1) * 1000)} per contract")}.")),
        One("lines of a table in days", (text, count) => text.Add($"limits for shared work of Trust:{Bullets(count, i => $"{text.Officer(i % 10)} up to {Pounds((i + 1) * 1000)} per contract from {Day(2 * i)} until {Day((2 * i) + 1)}")}.")),
        One("lines of a table at places", (text, count) => text.Add($"limits for shared work of Trust:{Bullets(count, i => $"{text.Officer(i % 10)} at {text.Place(i)} up to {Pounds((i + 1) * 1000)} per contract")}.")),
        One("lines of a table with conditions", (text, count) => text.Add($"limits for shared work of Trust:{Bullets(count, i => $"{text.Officer(i % 10)} up to {Pounds((i + 1) * 1000)} per contract when {text.Condition(i)}")}.")),
        new("tables", (count, _) => Each(count, (text, i) => text.Add($"limits for shared work of Trust:\n  - {text.Officer(i % 10)} up to {Pounds((i + 1) * 1000)} per contract\n  - Chief Executive up to {Pounds((i + 1) * 2000)} per contract.")).ToString()),
        One("functions in a list", (text, count) => text.Add($"functions of Trust:{Bullets(count, i => $"work {i + 1}")}.")),
        One("matters in a list", (text, count) => text.Add($"matters of Trust reserved to Board:{Bullets(count, i => $"matter {i + 1}")}.")),
        One("subjects of a sentence", (text, count) => text.Add($"Trust delegates {List(count, text.Function)} to {text.Officer(0)}.")),
        One("holders of a sentence", (text, count) => text.Add($"Trust delegates shared work to {List(count, text.Officer)}.")),
        One("subjects and holders", (text, count) => text.Add($"Trust delegates {List(count, text.Function)} to {List(count, text.Officer)}.")),
        One("alternatives", (text, count) => text.Add($"Trust delegates shared work to {List(Math.Min(count, MostClauses), text.Officer, " or")}.")),
        One("joint holders", (text, count) => text.Add($"Trust delegates shared work to {List(Math.Min(count, MostClauses), text.Officer, " jointly with")}.")),
        One("two of many", (text, count) => text.Add($"Trust delegates shared work to two of {List(count, text.Officer)}.")),
        One("five of many", (text, count) => text.Add($"Trust delegates shared work to five of {List(count, text.Officer)}.")),
        One("exceptions", (text, count) => text.Add($"Trust delegates shared work to {text.Officer(0)} except {List(count, text.Part)}.")),
        One("exceptions of all matters", (text, count) => text.Add($"Trust delegates all other matters to {text.Officer(0)} except {List(count, text.Matter)}.")),
        new("exceptions in turn", (count, _) => Each(count, (text, i) => text.Add($"Trust delegates shared work to {text.Officer(i % 10)} except {text.Part(i)}.")).ToString()),
        One("matters kept back", (text, count) => text.Add($"Trust delegates shared work to {text.Officer(0)} subject to reserved matters: {List(count, text.Matter)}.")),
        One("functions that a matter is for", (text, count) => text.Add($"Trust delegates shared matter for {List(count, text.Function)} to {text.Officer(0)}.")),
        One("places of a sentence", (text, count) => text.Add($"Trust delegates shared work to {text.Officer(0)} at {List(count, text.Place)}.")),
        One("steps", (text, count) => text.Add($"Trust delegates shared work to {text.Officer(0)} after consulting {List(count, i => text.Officer(i + 1))}.")),
        One("facts in a when", (text, count) => text.Add($"Trust delegates shared work to {text.Officer(0)} when {List(count, text.Condition)}.")),
        One("alternative facts", (text, count) => text.Add($"Trust delegates shared work to {text.Officer(0)} when {List(count, text.Condition, " or")}.")),
        One("facts in an unless", (text, count) => text.Add($"Trust delegates shared work to {text.Officer(0)} unless {List(count, text.Condition)}.")),
        One("measures in a when", (text, count) => text.Add($"Trust delegates shared work to {text.Officer(0)} when {List(count, i => $"{text.Measure(i)} up to {i + 1} years")}.")),
        One("whens", (text, count) => text.Add($"Trust delegates shared work to {text.Officer(0)}{List(Math.Min(count, MostClauses), i => $" when {text.Condition(2 * i)} or {text.Condition((2 * i) + 1)}", "")}.")),
        One("the lower of", (text, count) => text.Add($"Trust delegates shared work to {text.Officer(0)} up to the lower of {List(count, i => Pounds((i + 1) * 1000))} per contract.")),
        One("who may be given it on", (text, count) => text.Add($"Trust delegates shared work to Chief Executive with power to delegate to {List(count, text.Officer)}.")),
        One("residual of functions", (text, count) =>
        {
            text.Add($"functions of Trust:{Bullets(count, i => $"work {i + 1}")}.").Add($"Trust delegates all other matters to {text.Officer(0)}.").Add($"Trust delegates all other matters to {text.Officer(1)} up to £500 per contract.");
        }),
        new("functions named beside a residual", (count, _) => Each(count, (text, i) => text.Add($"Trust delegates {text.Function(i)} to {text.Officer(i % 10)}."))
            .Add($"Trust delegates all other matters to Chief Executive.").ToString()),
        One("functions under a budget", (text, count) => text.Add($"money is a budget of Trust covering {List(count, text.Function)}.").Add($"Trust delegates money to {text.Officer(0)}.").Add($"Trust delegates money to {text.Officer(1)} up to £500 per contract.")),
        new("budgets", (count, _) => Each(count, (text, i) => text.Add($"budget {i + 1} is a budget of Trust covering {text.Function(i)} worth {Pounds((i + 1) * 1000)} for 2026/27.\nTrust delegates budget {i + 1} to {text.Officer(i % 10)}.")).ToString()),
        new("budgets of one function", (count, _) => Each(count, (text, i) => text.Add($"budget {i + 1} is a budget of Trust covering shared work worth {Pounds((i + 1) * 1000)} for 2026/27.\nTrust delegates budget {i + 1} to {text.Officer(i % 10)} up to {Pounds(1000 + i)} per contract.")).ToString()),
        One("budgets of all functions", (text, count) =>
        {
            string functions = List(30, text.Function);
            for (int i = 0; i < count; i++)
            {
                text.Add($"budget {i + 1} is a budget of Trust covering {functions}.").Add($"Trust delegates budget {i + 1} to {text.Officer(i % 10)} at {text.Place(i)}.");
            }
        }),
        new("scenarios", (count, _) => Each(count, (text, i) => text.Add($"scenario \"{i + 1}\": shared work worth {Pounds(i + 1)} per contract is decided by Board.")).ToString()),
        One("scenarios of a table", (text, count) =>
        {
            text.Add($"limits for shared work of Trust:{Bullets(count, i => $"{text.Officer(i)} up to {Pounds((i + 1) * 1000)} per contract")}.");
            for (int i = 0; i < count; i++)
            {
                text.Add($"scenario \"{i + 1}\": shared work worth {Pounds((i * 1000) + 1)} per contract is decided by {text.Officer(i)}.");
            }
        }),
        new("agreements", (count, _) => Each(count, (text, i) => text.Add($"Provider {i + 1} is a company.\nContract {i + 1} is a lead provider contract between Trust, Provider {i + 1} covering {text.Function(i)} worth £6 million from 1 April 2026 until 31 March 2029.\nTrust entrusts {text.Function(i)} to Provider {i + 1} under Contract {i + 1} until 31 March 2029.")).ToString()),
        new("delegation agreements", (count, _) => Each(count, (text, i) => text.Add($"Partner {i + 1} is an NHS trust.\nPact {i + 1} is a delegation agreement between Trust, Partner {i + 1} covering {text.Function(i)} under NHS Act 2006 section 65Z5 from 1 April 2026 until 31 March 2029.\nTrust delegates {text.Function(i)} to Partner {i + 1} under Pact {i + 1}.")).ToString()),
        new("partners of one function", (count, _) => Each(count, (text, i) => text.Add($"Partner {i + 1} is an NHS trust.\nPact {i + 1} is a delegation agreement between Trust, Partner {i + 1} covering shared work under NHS Act 2006 section 65Z5 from 1 April 2026 until 31 March 2029.\nTrust delegates shared work to Partner {i + 1} under Pact {i + 1}.")).ToString()),
        new("clauses for every delegation", (count, _) => Each(count, (text, i) => text.Add($"every delegation in this scheme: when {text.Condition(i)}.\nTrust delegates {text.Function(i)} to {text.Officer(i % 10)}.")).ToString()),
        new("sections with clauses of their own", (count, _) => Each(count, (text, i) => text.Add($"section {i + 1}\nevery delegation in this section: up to {Pounds(i + 1)} per contract.\nTrust delegates {text.Function(i)} to {text.Officer(i % 10)}.")).ToString()),
        One("members", (text, count) => text.Add($"Quality Committee is a committee of Board reporting to Board with members {List(count, text.Officer)} with quorum 5.")),
        new("committees", (count, _) => Each(count, (text, i) => text.Add($"Committee {i + 1} is a committee of Board reporting to Board chaired by {text.Officer(i)}.\nTrust delegates {text.Function(i)} to Committee {i + 1}.")).ToString()),
        new("undeclared names", (count, _) => Each(count, (text, i) => text.Add($"{text.Function(i)} budget is a budget of Trust covering {text.Function(i)}.\nTrust delegates werk {i + 1} to Oficer {i + 1}.")).ToString()),
        new("names of many words", (count, _) => Each(count, (text, i) => text.Add($"{string.Join(' ', Enumerable.Repeat("long", 40))} name {i + 1} is a function of Trust.\nTrust delegates {string.Join(' ', Enumerable.Repeat("long", 40))} name {i + 1} to {text.Officer(i % 10)}.")).ToString()),
        new("declared again and again", (count, _) => Each(count, (text, i) => text.Add($"one and the same is a function of Trust.")).ToString()),
        new("exempted", (count, _) => Each(count, (text, i) => text.Add($"// allow DL5002: meant\nTrust delegates shared work to {text.Officer(i)}.")).ToString()),
        new("advice", (count, _) => Each(count, (text, i) => text.Add($"{text.Officer(i)} advises Board on shared work.\n{text.Officer(i)} recommends shared work to Board.")).ToString()),
    ];

    private static SchemeShape One(string name, Action<ShapeText, int> write) => new(name, (count, _) =>
    {
        ShapeText text = new();
        write(text, count);
        return text.ToString();
    });

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
