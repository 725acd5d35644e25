using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using DelegationLang.Policy;

namespace DelegationLang.Benchmarks;

/// <summary>
/// A scheme of as many rules as wanted, as a build writes it: each function is given by the board to a director up to a limit, and by the director to a
/// manager up to a lower one. And the same as a table of limits by three strings, the quickest that a program could keep instead.
/// </summary>
internal sealed class PolicyScheme
{
    /// <summary>A day on which all of it is in force.</summary>
    public static readonly DateOnly Day = new(2026, 5, 1);

    private const int Places = 8;

    public PolicyScheme(int rules)
    {
        Functions = rules / 2;
        Posts = Math.Max(4, Functions / 20);
        string json = Write();
        string hash = LoadedScheme.ContentHashOf(Encoding.UTF8.GetBytes(json));
        Json = Encoding.UTF8.GetBytes(json.Replace("\"fingerprint\":\"\"", $"\"fingerprint\":\"\",\"contentHash\":\"{hash}\"", StringComparison.Ordinal));
    }

    public int Functions { get; }

    public int Posts { get; }

    /// <summary>The scheme.json.</summary>
    public byte[] Json { get; }

    public static string Place(int index) => Text($"Place {index % Places} of the county");

    public static string Function(int index) => Text($"community service number {index}");

    public string Director(int function) => Text($"Director of Directorate {function % Posts}");

    public string Manager(int function) => Text($"Manager of Directorate {function % Posts}");

    public static decimal ManagerLimit(int function) => 10_000m + (function % 7 * 5_000m);

    /// <summary>What each manager may decide, by manager, function and place.</summary>
    public FrozenDictionary<(string Party, string Function, string Place), decimal> Yardstick(int most) =>
        Enumerable.Range(0, Math.Min(Functions, most)).Select(i => KeyValuePair.Create((Manager(i), Function(i), Place(i)), ManagerLimit(i))).ToFrozenDictionary();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private string Write()
    {
        var json = new StringBuilder();
        json.Append("""{"format":"delegation-scheme","formatVersion":1,"fingerprint":"","scheme":{"title":"Measured"},"names":[""");
        var names = new List<string>();
        void Name(string name, string family, int index) => names.Add(Text($$"""{"name":"{{name}}","family":"{{family}}","kind":"{{family}}","id":"{{family}}-{{index}}","index":{{index}}}"""));
        Name("County", "organisation", 0);
        Name("Board", "group", 1);
        for (int i = 0; i < Posts; i++)
        {
            Name(Director(i), "role", 2 + (2 * i));
            Name(Manager(i), "role", 3 + (2 * i));
        }

        for (int i = 0; i < Functions; i++)
        {
            Name(Function(i), "function", i);
        }

        for (int i = 0; i < Places; i++)
        {
            Name(Place(i), "place", i);
        }

        json.AppendJoin(",\n", names).Append("],\"space\":{\"parties\":[{\"name\":\"County\",\"kind\":\"Organisation\",\"boards\":[1]},{\"name\":\"Board\",\"kind\":\"Group\"}");
        for (int i = 0; i < Posts; i++)
        {
            json.Append(Text($$""",{"name":"{{Director(i)}}","kind":"Role"},{"name":"{{Manager(i)}}","kind":"Role"}"""));
        }

        json.Append("],\"subjects\":[").AppendJoin(",\n", Enumerable.Range(0, Functions).Select(i => Text($$"""{"name":"{{Function(i)}}","kind":"Function","owner":0}""")));
        json.Append("],\"places\":[").AppendJoin(",\n", Enumerable.Range(0, Places).Select(i => Text($$"""{"name":"{{Place(i)}}"}""")));
        json.Append("],\"rules\":[").AppendJoin(",\n", Enumerable.Range(0, Functions).Select(Rules)).Append("]}}");
        return json.ToString();
    }

    private string Rules(int function)
    {
        int director = 2 + (2 * (function % Posts));
        return Text($$"""{"kind":"Delegation","giver":0,"holders":[[{{director}}]],"subjects":[{{function}}],"limit":{"upper":{"included":true,"lowerOf":[{"value":"250000","currency":"GBP"}]},"basis":"contract"},"onward":{},"source":{"file":"services.delegation","line":{{function + 10}}},"reference":"{{function}}.1"},""")
            + "\n"
            + Text($$"""{"kind":"Delegation","giver":{{director}},"holders":[[{{director + 1}}]],"subjects":[{{function}}],"limit":{"upper":{"included":true,"lowerOf":[{"value":"{{ManagerLimit(function)}}","currency":"GBP"}]},"basis":"contract"},"source":{"file":"services.delegation","line":{{function + 11}}},"reference":"{{function}}.2"}""");
    }
}
