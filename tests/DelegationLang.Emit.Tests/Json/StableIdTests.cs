using System.Text.Json;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Tests.Support;

namespace DelegationLang.Emit.Tests.Json;

/// <summary>What happens to other sentences changes no identifier.</summary>
public sealed class StableIdTests
{
    private const string Scheme = """
        scheme A
          approved by Board on 1 March 2026
          in force from 1 April 2026.
        use england.
        Trust is an NHS trust.
        Board is the board of Trust.
        Chief Executive is an officer of Trust.
        Finance Director is an officer of Trust.
        goods is a matter of Trust.
        services is a matter of Trust.
        Trust delegates goods to Chief Executive up to £500,000 per contract.
        Trust delegates services to Finance Director up to £100,000 per contract.
        Trust reserves works to Board.
        works is a matter of Trust.
        """;

    [Theory]
    [InlineData("services to Finance Director up to £100,000", "services to Finance Director up to £250,000")]
    [InlineData("Trust delegates services", "// A remark.\n\nTrust delegates services")]
    [InlineData("services is a matter of Trust.", "services is a matter of Trust note \"Of all kinds.\".")]
    [InlineData("Finance Director is an officer of Trust.", "Finance Director is an officer of Trust.\nMedical Director is an officer of Trust.\ndrugs is a matter of Trust.\nTrust delegates drugs to Medical Director.")]
    [InlineData("scheme A", "scheme B\n  version 2")]
    public void They_survive_rewording_elsewhere(string old, string reworded)
    {
        HashSet<string> before = [.. Ids(Scheme)];
        HashSet<string> after = [.. Ids(Scheme.Replace(old, reworded, StringComparison.Ordinal))];
        Assert.Empty(before.Except(after));
    }

    [Fact]
    public void They_survive_another_order()
    {
        string[] lines = Scheme.Split('\n');
        string turned = string.Join('\n', [.. lines[..4], .. lines[4..].Reverse()]);
        Assert.Equal(Ids(Scheme).Order(StringComparer.Ordinal), Ids(turned).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Ids(string text)
    {
        using var document = JsonDocument.Parse(new JsonEmitter().Emit(Samples.Compile(text).Input).Single().Content);
        string[] lists = ["parties", "subjects", "places", "conditions", "reservations", "delegations"];
        return [.. lists.SelectMany(list => document.RootElement.GetProperty(list).EnumerateArray()).Select(item => item.GetProperty("id").GetString() ?? "")];
    }
}
