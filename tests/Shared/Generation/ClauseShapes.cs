using static DelegationLang.Testing.Generation.ShapeText;

namespace DelegationLang.Testing.Generation;

/// <summary>Shapes with very much of what changes who decides for a time, for a class, or for some people: succession, temporary limits, recusal, prohibition.</summary>
internal static class ClauseShapes
{
    private const int Few = 10;
    private const string Limit = "up to £1,000 per contract";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SchemeShape> All { get; } =
    [
        new("temporary limits", (count, _) => Each($"Trust delegates shared work to Officer 1 {Limit}.", count, (text, i) => text.Add($"Trust delegates shared work to Officer 1 temporarily up to {Pounds(2000 + i)} per contract from {Day(2 * i)} until {Day((2 * i) + 1)}."))),
        new("temporary limits of many", (count, _) => Each("", count, (text, i) => text.Add($"Trust delegates shared work to {text.Officer(i)} {Limit}.\nTrust delegates shared work to {text.Officer(i)} temporarily up to {Pounds(2000 + i)} per contract from {Day(30)} until {Day(60)}."))),
        new("temporary limits that overlap", (count, _) => Each($"Trust delegates shared work to Officer 1 {Limit}.", count, (text, i) => text.Add($"Trust delegates shared work to Officer 1 temporarily up to {Pounds(2000 + i)} per contract from {Day(i)} until {Day(i + 90)}."))),
        new("several limits", (count, _) => Each("", count, (text, i) => text.Add($"Trust delegates shared work to {text.Officer(i % Few)} up to {Pounds((i + 1) * 1000)} per contract and up to {Pounds((i + 1) * 3000)} per year."))),
        new("the higher of", (count, _) => Each("budget head is a measure in pounds.", count, (text, i) => text.Add($"Trust delegates shared work to {text.Officer(i % Few)} up to the higher of {Pounds((i + 1) * 1000)}, 10% of budget head per contract."))),
        new("prohibitions", (count, _) => Each("Trust delegates shared work to Officer 1.", count, (text, i) => text.Add($"Nobody may decide shared work when {text.Condition(i)}."))),
        new("prohibitions by limits", (count, _) => Each("Trust delegates shared work to Officer 1.", count, (text, i) => text.Add($"Nobody may decide {text.Part(i)} above {Pounds((i + 1) * 1000)} per contract."))),
        new("successions of posts in a chain", (count, _) => Each("Trust delegates shared work to Officer 1.", count, (text, i) => text.Add($"{text.Officer(i + 1)} takes over from {text.Officer(i)} on {Day(i + 1)}."))),
        new("successions of bodies in a chain", (count, _) => Each("Body 1 is an NHS trust.\nPact is a delegation agreement between Trust, Body 1 covering shared work under NHS Act 2006 section 65Z5 from 1 April 2026 until 31 March 2029.\nTrust delegates shared work to Body 1 under Pact.", count, (text, i) => text.Add($"Body {i + 2} is an NHS trust.\nBody {i + 2} takes over from Body {i + 1} on {Day(i + 1)}."))),
        new("all taken over by one", (count, _) => Each("Merged Trust is an NHS trust.", count, (text, i) => text.Add($"Body {i + 1} is an NHS trust.\nduty {i + 1} is a function of Body {i + 1}.\nMerged Trust takes over from Body {i + 1} on {Day(30)}."))),
        new("all taken over by one post", (count, _) => Each("", count, (text, i) => text.Add($"Trust delegates {text.Function(i)} to {text.Officer(i + 1)}.\n{text.Officer(0)} takes over from {text.Officer(i + 1)} on {Day(30)}."))),
        new("one taken over by subjects", (count, _) => Each("", count, (text, i) => text.Add($"Trust delegates {text.Function(i)} to Chief Executive.\n{text.Officer(i)} takes over from Chief Executive on {Day(30)} for {text.Function(i)}."))),
        new("one name for days in turn", (count, _) => Each("", count, (text, i) => text.Add($"Panel is a committee of Board reporting to Board from {Day(2 * i)} until {Day((2 * i) + 1)}.\nTrust delegates shared work to Panel {Limit} from {Day(2 * i)} until {Day((2 * i) + 1)}."))),
        new("sentences for a name of many days", (count, _) => Each("", count, (text, i) => text.Add($"{(i < 40 ? $"Panel is a {(i % 2 == 0 ? "committee" : "sub-committee")} of Board reporting to Board from {Day(30 * i)} until {Day((30 * i) + 29)}." : "")}\nTrust delegates {text.Function(i)} to Panel."))),
        new("a class of many, each", (count, _) => Class(count, "Trust delegates shared work to each service director up to £1,000 per contract.")),
        new("a class of many, any two", (count, _) => Class(count, "Trust delegates shared work to any two of service director.")),
        new("a class of thirty, given much", (count, _) => Each("", count, (text, i) => text.Add($"service director is a class of {text.Officer(i % 30)}.\nTrust delegates {text.Function(i)} to each service director {Limit}."))),
        new("classes", (count, _) => Each("", count, (text, i) => text.Add($"class {i + 1} is a class of {text.Officer(i)}, {text.Officer(i + 1)}, {text.Officer(i + 2)}.\nTrust delegates {text.Function(i)} to each class {i + 1}."))),
        new("responsibilities", (count, _) => Each("", count, (text, i) =>
        {
            string function = text.Function(i);
            text.Add($"Director {i + 1} is an officer of Trust reporting to Chief Executive responsible for {function}.\nservice director is a class of Director {i + 1}.");
        }, "Trust delegates shared matter to each service director for their own responsibilities.")),
        new("two of three, each its own", (count, _) => Each("", count, (text, i) => text.Add($"Trust delegates {text.Function(i)} to two of {text.Officer(i)}, {text.Officer(i + 1)}, {text.Officer(i + 2)}."))),
        new("two of three for one subject", (count, _) => Each("", count, (text, i) => text.Add($"Trust delegates shared work to two of {text.Officer(i)}, {text.Officer(i + 1)}, {text.Officer(i + 2)}."))),
        new("recusals of many", (count, _) => Each("Trust delegates shared work to Officer 1.", count, (text, i) => text.Add($"{text.Officer(i)} takes no part in shared work."))),
        new("recusals of one when", (count, _) => Each("Trust delegates shared work to Officer 1.", count, (text, i) => text.Add($"Officer 1 takes no part in shared work when {text.Condition(i)}."))),
        new("recusals that go to others", (count, _) => Each("Trust delegates shared work to Officer 1.", count, (text, i) => text.Add($"Officer 1 takes no part in {text.Part(i)}, which goes to {text.Officer(i + 1)}."))),
        new("recusals in a circle", (count, _) => Each("", count, (text, i) => text.Add($"Trust delegates shared work to {text.Officer(i)}.\n{text.Officer(i)} takes no part in shared work, which goes to {text.Officer((i + 1) % count)}."))),
        new("concerns", (count, _) => Each("Nobody takes part in what concerns them.\nTrust delegates shared work to Officer 1.", count, (text, i) => text.Add($"{text.Part(i)} concerns {text.Officer(i % Few)}."))),
        new("concerned by one", (count, _) => Each("Nobody takes part in what concerns them.\nTrust delegates shared work to Officer 1.", count, (text, i) => text.Add($"shared work concerns {text.Officer(i)}."))),
        new("deputies by subjects", (count, _) => Each("Trust delegates shared work to Officer 1.", count, (text, i) => text.Add($"{text.Officer(i + 1)} deputises for Officer 1 for {text.Part(i)}."))),
        new("committees that pass on to members", (count, _) => Each("", count, (text, i) => text.Add($"Committee {i + 1} is a committee of Board reporting to Board with members {text.Officer(i)}, {text.Officer(i + 1)} with quorum 2 including {text.Officer(i)}.\nTrust delegates {text.Function(i)} to Committee {i + 1} with power to delegate.\nCommittee {i + 1} delegates {text.Function(i)} to {text.Officer(i)}."))),
        new("councillors that committees pass on to", (count, _) => Each("Town Council is a committee system council.", count, (text, i) => text.Add($"Councillor {i + 1} is a councillor of Town Council.\nPanel {i + 1} is a committee of Town Council with members Councillor {i + 1} with quorum 1.\nwork of town {i + 1} is a function of Town Council.\nTown Council delegates work of town {i + 1} to Panel {i + 1} with power to delegate.\nPanel {i + 1} delegates all matters to Councillor {i + 1}."))),
        new("the rest of functions", (count, _) => Each("", count, (text, i) => text.Add($"field {i + 1} is a function of Trust within shared work.\npatch {i + 1} is a function of Trust within field {i + 1}.\nTrust delegates patch {i + 1} to {text.Officer(i % Few)}.\nTrust delegates all other functions within field {i + 1} to {text.Officer((i + 1) % Few)}."))),
        new("the rest of one function", (count, _) => Each("Trust delegates all other functions within shared work to Officer 1.", count, (text, i) => text.Add($"Trust delegates {text.Part(i)} to {text.Officer(i + 1)}."))),
        new("names with joining words", (count, _) => Each("", count, (text, i) => text.Add($"transfers between funds from {i + 1} to {i + 2} is a function of Trust.\nTrust delegates transfers between funds from {i + 1} to {i + 2} to {text.Officer(i % Few)} {Limit}."))),
        new("names that begin alike", (count, _) => Each("", count, (text, i) => text.Add($"{string.Join(" for ", Enumerable.Range(0, (i % 12) + 1).Select(step => $"plan {i / 12} part {step}"))} is a function of Trust.\nTrust delegates plan {i / 12} part 0 to {text.Officer(i % Few)}."))),
        new("groups with many rules of their own", (count, _) => Each("", count, (text, i) => text.Add($"Forum {i + 1} is a committee of Board reporting to Board with members {text.Officer(i)}, {text.Officer(i + 1)}, two of Officer 1 attended by {text.Officer(i + 2)} with quorum 2 deciding by majority with casting vote of {text.Officer(i)} if not agreed, to Board.\nTrust delegates {text.Function(i)} to Forum {i + 1}."))),
    ];

    private static string Class(int count, string sentence) =>
        Each("", count, (text, i) => text.Add($"service director is a class of {text.Officer(i)}."), sentence);

    private static string Each(string first, int count, Action<ShapeText, int> write, string last = "")
    {
        ShapeText text = new ShapeText().Add(first);
        for (int i = 0; i < count; i++)
        {
            write(text, i);
        }

        return text.Add(last).ToString();
    }
}
