using static DelegationLang.Testing.Generation.ShapeText;

namespace DelegationLang.Testing.Generation;

/// <summary>Shapes in which very many sentences are about one subject.</summary>
internal static class SubjectShapes
{
    private const int Few = 10;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SchemeShape> All { get; } =
    [
        OfOne("delegates", (text, i, _) => $"Trust delegates shared work to {text.Officer(i)}."),
        OfOne("the same again", (text, i, _) => $"Trust delegates shared work to {text.Officer(0)}."),
        OfOne("days", (text, i, at) => $"Trust delegates shared work to {text.Officer(i % Few)} from {Day(at)} until {Day(at + 30 + (i * 7 % 200))}."),
        OfOne("days in turn", (text, i, _) => $"Trust delegates shared work to {text.Officer(i % Few)} from {Day(2 * i)} until {Day((2 * i) + 1)}."),
        OfOne("limits", (text, i, at) => $"Trust delegates shared work to {text.Officer(i % Few)} up to {Pounds((at + 1) * 1000)} per contract."),
        OfOne("limits of one each", (text, i, at) => $"Trust delegates shared work to {text.Officer(i)} up to {Pounds((at + 1) * 1000)} per contract."),
        OfOne("days and limits", (text, i, at) =>
            $"Trust delegates shared work to {text.Officer(i % Few)} up to {Pounds((at + 1) * 1000)} per contract from {Day(i * 13 % 700)} until {Day((i * 13 % 700) + 60 + (at % 90))}."),
        OfOne("bands", (text, i, _) => $"Trust delegates shared work to {text.Officer(i % Few)} above {Pounds(i * 1000)} up to {Pounds((i + 1) * 1000)} per contract."),
        OfOne("bands with holes", (text, i, _) => $"Trust delegates shared work to {text.Officer(i % Few)} above {Pounds(i * 1000)} up to {Pounds((i * 1000) + 900)} per contract."),
        OfOne("bands in days", (text, i, _) =>
            $"Trust delegates shared work to {text.Officer(i % Few)} above {Pounds(i / 10 * 1000)} up to {Pounds((i / 10 * 1000) + 1000)} per contract from {Day(i % 10 * 40)} until {Day((i % 10 * 40) + 39)}."),
        OfOne("places", (text, i, _) => $"Trust delegates shared work to {text.Officer(i % Few)} at {text.Place(i)}."),
        OfOne("places and limits", (text, i, at) => $"Trust delegates shared work to {text.Officer(i % Few)} at {text.Place(i)} up to {Pounds((at + 1) * 1000)} per contract."),
        OfOne("conditions", (text, i, _) => $"Trust delegates shared work to {text.Officer(i % Few)} when {text.Condition(i)}."),
        OfOne("conditions and limits", (text, i, at) => $"Trust delegates shared work to {text.Officer(i % Few)} up to {Pounds((at + 1) * 1000)} per contract when {text.Condition(i)}."),
        OfOne("measures", (text, i, at) => $"Trust delegates shared work to {text.Officer(i % Few)} when {text.Measure(i)} up to {at + 1} years."),
        OfOne("bounds of a measure", (text, i, at) => $"Trust delegates shared work to {text.Officer(i % Few)} when {text.Measure(0)} up to {at + 1} years."),
        OfOne("bases", (text, i, at) => $"Trust delegates shared work to {text.Officer(i % Few)} up to {Pounds((at + 1) * 1000)} per {text.Basis(i)}."),
        OfOne("VAT", (text, i, at) => $"Trust delegates shared work to {text.Officer(i % Few)} up to {Pounds((at + 1) * 1000)} per contract {(i % 2 == 0 ? "excluding" : "including")} VAT."),
        new("shares of a measure", (count, seed) => Sentences(count, seed, Declaring("budget head is a measure in pounds."), (text, i, at) =>
            $"Trust delegates shared work to {text.Officer(i % Few)} up to {at + 1}% of budget head per contract.")),
        new("days of a named sum", (count, seed) =>
        {
            ShapeText text = new();
            int[] at = Shuffled(count, seed);
            for (int i = 0; i < count; i++)
            {
                text.Add($"threshold is an amount of {Pounds(1000 + at[i])} from {Day(2 * i)} until {Day((2 * i) + 1)}.");
            }

            return text.Add($"Trust delegates shared work to {text.Officer(0)} up to threshold per contract.")
                .Add($"Trust delegates shared work to {text.Officer(1)} above threshold up to {Pounds(9000)} per contract.").ToString();
        }),
        OfOne("all other matters", (text, i, _) => $"Trust delegates all other matters to {text.Officer(i)}."),
        OfOne("all matters", (text, i, _) => $"Trust delegates all matters to {text.Officer(i)}."),
        OfOne("all other matters by limits", (text, i, at) => $"Trust delegates all other matters to {text.Officer(i % Few)} up to {Pounds((at + 1) * 1000)} per contract."),
        OfOne("a matter for functions", (text, i, _) => $"Trust delegates shared matter for {text.Function(i)} to {text.Officer(i % Few)}."),
        OfOne("a matter for one function", (text, i, _) => $"Trust delegates shared matter for {text.Function(0)} to {text.Officer(i)}."),
        OfOne("matters for one function", (text, i, _) => $"Trust delegates {text.Matter(i)} for shared work to {text.Officer(i % Few)}."),
        OfOne("reservations of one", (text, i, _) => $"Trust reserves shared work to Board at {text.Place(i)}."),
        OfOne("reservations and grants", (text, i, _) => i % 2 == 0
            ? $"Trust reserves {text.Matter(i)} to Board."
            : $"Trust delegates shared work to {text.Officer(i % Few)} up to {Pounds((i + 1) * 1000)} per contract."),
        OfOne("reservations for places and grants", (text, i, at) => i % 2 == 0
            ? $"Trust reserves shared work to Board at {text.Place(i)}."
            : $"Trust delegates shared work to {text.Officer(i % Few)} up to {Pounds((at + 1) * 1000)} per contract."),
        new("exceptional powers", (count, seed) => Sentences(count, seed, Declaring("Trust reserves shared work to Board."), (text, i, _) =>
            $"Trust delegates shared work to {text.Officer(i % Few)} even if reserved when {text.Condition(i)} ratified by Board.")),
        OfOne("functions beside matters", (text, i, _) => i % 2 == 0
            ? $"Trust delegates {text.Function(i)} to {text.Officer(0)}."
            : $"Trust delegates {text.Matter(i)} to {text.Officer(1)}."),
        OfOne("everything at once", (text, i, at) =>
            $"Trust delegates shared work to {text.Officer(i % Few)} at {text.Place(i % 40)} up to {Pounds((at + 1) * 1000)} per {text.Basis(i % 5)} from {Day(at % 600)} until {Day((at % 600) + 90)} when {text.Condition(i % 12)}."),
        OfOne("parts of one", (text, i, at) => $"Trust delegates {text.Part(i)} to {text.Officer(i % Few)} up to {Pounds((at + 1) * 1000)} per contract."),
        new("parts below a grant", (count, seed) => Sentences(count, seed, Declaring("Trust delegates shared work to Chief Executive."), (text, i, at) =>
            $"Trust delegates {text.Part(i)} to {text.Officer(i % Few)} up to {Pounds((at + 1) * 1000)} per contract.")),
    ];

    private static SchemeShape OfOne(string name, Func<ShapeText, int, int, string> sentence) =>
        new(name, (count, seed) => Sentences(count, seed, new ShapeText(), sentence));

    private static ShapeText Declaring(string line) => new ShapeText().Add(line);

    private static string Sentences(int count, int seed, ShapeText text, Func<ShapeText, int, int, string> sentence)
    {
        int[] at = Shuffled(count, seed);
        for (int i = 0; i < count; i++)
        {
            text.Add(sentence(text, i, at[i]));
        }

        return text.ToString();
    }
}
