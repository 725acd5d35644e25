using System.Reflection;
using DelegationLang.Emit.CSharp;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Tests.Embedding;

/// <summary>Several versions in one program, and one version asked by the names of another.</summary>
public sealed class VersionTests
{
    private const string Later = """
        scheme Steps and signatures, second edition
          approved by Board on 1 March 2027
          in force from 1 April 2027 until 31 March 2029.
        use england.
        Trust is an NHS trust.
        Board is the board of Trust.
        Managing Director is an officer of Trust known as Chief Executive.
        Finance Director is an officer of Trust.
        north is a place of Trust.
        goods is a matter of Trust.
        stocks is a matter of Trust.
        Trust delegates goods to Managing Director up to £200,000 per contract.
        """;

    private static readonly LoadedScheme First = Load(SignedScheme.Sample);
    private static readonly LoadedScheme Second = Load(Samples.Compile(Later));
    private static readonly SchemeVersions Versions = new([Second, First]);

    [Fact]
    public void The_version_is_chosen_by_the_day()
    {
        Assert.Equal([First, Second], Versions.All.ToArray());
        Assert.Same(First, Versions.On(new DateOnly(2027, 3, 31)));
        Assert.Same(Second, Versions.On(new DateOnly(2027, 4, 1)));
        Assert.Same(Second, Versions.On(new DateOnly(2028, 3, 31)));
        Assert.False(Versions.TryOn(new DateOnly(2026, 3, 31), out _));
        string refused = Assert.Throws<ArgumentOutOfRangeException>(() => Versions.On(new DateOnly(2029, 4, 1))).Message;
        Assert.Contains("1 April 2029", refused, StringComparison.Ordinal);
        Assert.Contains("until 31 March 2029", refused, StringComparison.Ordinal);
        Assert.Contains("same day", Assert.Throws<ArgumentException>(() => new SchemeVersions([First, Load(SignedScheme.Sample)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SchemeVersions([]));
    }

    [Fact]
    public void Many_decisions_are_asked_each_by_the_version_of_its_day_and_a_faulty_one_stops_nothing()
    {
        DecisionResult[] results = [.. Versions.DecideEach(
        [
            new DecisionRequest("Chief Executive", "goods", new DateOnly(2026, 5, 1)) { Amount = 150_000, Basis = "contract" },
            new DecisionRequest("Chief Executive", "goods", new DateOnly(2027, 5, 1)) { Amount = 150_000, Basis = "contract" },
            new DecisionRequest("chief executive", "GOODS", new DateOnly(2026, 5, 1)) { Amount = 1, Basis = "contract" },
            new DecisionRequest("Mayor", "goods", new DateOnly(2026, 5, 1)),
            new DecisionRequest("Board", "goods", new DateOnly(2020, 5, 1)),
            new DecisionRequest("Board", "goods", new DateOnly(2026, 5, 1)) { Amount = -1 },
            new DecisionRequest("Board", "works", new DateOnly(2026, 5, 1)) { Place = "north" },
        ])];
        Assert.Equal([false, true, true, false, false, false, true], results.Select(result => result.IsAllowed));
        Assert.Equal([false, false, false, true, true, true, false], results.Select(result => result.Error.Length > 0));
    }

    [Fact]
    public void Names_are_found_by_alias_and_in_any_capitals()
    {
        Assert.True(Second.TryParty("chief EXECUTIVE", out string shown));
        Assert.Equal("Managing Director", shown);
        Assert.True(Second.TrySubject("Goods", out string subject));
        Assert.Equal("goods", subject);
        Assert.True(Second.TryPlace("North", out string place));
        Assert.Equal("north", place);
        Assert.False(Second.TryParty("Mayor", out string none));
        Assert.Equal("", none);
    }

    [Fact]
    public void Emitted_code_finds_by_the_same_names_as_a_loaded_scheme()
    {
        const string program = """
            using SchemeOfDelegation;
            internal static class Program
            {
                public static string? Find(string name) => Scheme.FindParty(name)?.Name;
            }
            """;
        Assembly assembly = EmittedCode.Load(new CSharpEmitter().Emit(Samples.Compile(Later).Input).Single().ToText(), program);
        foreach (string name in (string[])["Managing Director", "managing DIRECTOR", "Chief Executive", "chief executive", "Finance Director", "Mayor", ""])
        {
            string? found = (string?)assembly.GetType("Program")?.GetMethod("Find")?.Invoke(null, [name]);
            Assert.Equal(Second.TryParty(name, out string shown) ? shown : null, found);
        }
    }

    [Fact]
    public void Typed_names_ask_a_version_that_was_loaded_and_what_changed_is_told()
    {
        const string program = """
            using System;
            using System.Linq;
            using DelegationLang.Policy;
            using SchemeOfDelegation;
            internal static class Program
            {
                public static string Ask(LoadedScheme loaded)
                {
                    var day = new DateOnly(2027, 5, 1);
                    var scheme = loaded.As<Scheme>();
                    var goods = scheme.May(Parties.ChiefExecutive, Matters.Goods).At(Places.North).Worth(Money.Pounds(150_000).PerContract);
                    string vanished;
                    try
                    {
                        vanished = scheme.WhoDecides(Matters.Works).On(day).ToString();
                    }
                    catch (ArgumentException exception)
                    {
                        vanished = exception.Message;
                    }

                    return string.Join("\n",
                        goods.IsAllowedOn(day),
                        Scheme.May(Parties.ChiefExecutive, Matters.Goods).Worth(Money.Pounds(150_000).PerContract).IsAllowedOn(day),
                        scheme.WhoDecides(Matters.Goods).Worth(Money.Pounds(1).PerContract).MayTogether(Parties.ChiefExecutive).On(day),
                        goods.On(day).Scheme?.Title,
                        vanished,
                        string.Join(", ", scheme.Vanished.Where(part => part.Kind is "party" or "condition" or "measure").Select(part => part.Name)),
                        string.Join(", ", scheme.Added.Select(part => part.Kind + " " + part.Name)));
                }
            }
            """;
        Assembly assembly = EmittedCode.Load(new CSharpEmitter().Emit(SignedScheme.Sample.Input).Single().ToText(), program);
        string told = (string?)assembly.GetType("Program")?.GetMethod("Ask")?.Invoke(null, [Second]) ?? "";
        string[] lines = told.Split('\n');
        Assert.Equal(["True", "False", "complete", "Steps and signatures, second edition"], lines[..4]);
        Assert.Contains("matter “works”", lines[4], StringComparison.Ordinal);
        Assert.Equal("Deputy Chief Executive, Medical Director, urgent, contract length", lines[5]);
        Assert.Equal("matter stocks", lines[6]);
    }

    private static LoadedScheme Load(Sample sample) => LoadedScheme.Load(new JsonEmitter().Emit(sample.Input).Single().Content.Span);
}
