using DelegationLang.Emit;
using DelegationLang.Emit.Json;
using DelegationLang.Policy;
using DelegationLang.Workspaces;

namespace DelegationLang.AspNetCore.Tests;

/// <summary>Schemes to decide by.</summary>
internal static class Schemes
{
    public const string First = """
        scheme Purchasing
          version "1"
          approved by Board on 1 March 2026
          in force from 1 April 2026 until 31 March 2028.
        use england.
        Trust is an NHS trust.
        Board is the board of Trust.
        Chief Executive is an officer of Trust.
        Deputy Chief Executive is an officer of Trust.
        Finance Director is an officer of Trust.
        Medical Director is an officer of Trust.
        purchase is a matter of Trust.
        disposal is a matter of Trust.
        Deputy Chief Executive deputises for Chief Executive.
        Trust delegates purchase to Finance Director up to £10,000 per contract reference "4.1".
        Trust delegates purchase to Chief Executive above £10,000 up to £100,000 per contract after consulting Medical Director.
        Trust delegates purchase to Chief Executive jointly with Finance Director above £100,000 per contract.
        """;

    private static readonly Lazy<byte[]> Bytes = new(() => Build(First));

    /// <summary>The first version.</summary>
    public static LoadedScheme Loaded { get; } = LoadedScheme.Load(Bytes.Value);

    /// <summary>The later version: the finance director may decide more, and there is no deputy.</summary>
    public static string Second => First
        .Replace("version \"1\"", "version \"2\"", StringComparison.Ordinal)
        .Replace("1 March 2026", "1 March 2027", StringComparison.Ordinal)
        .Replace("in force from 1 April 2026", "in force from 1 April 2027", StringComparison.Ordinal)
        .Replace("£10,000", "£20,000", StringComparison.Ordinal);

    /// <summary>A scheme as its file.</summary>
    public static byte[] Build(string text)
    {
        Compilation compilation = Project.OfFolder(MemoryFiles.Empty.With("scheme.delegation", text)).Compile(new DateOnly(2026, 5, 1));
        Assert.False(compilation.HasErrors, string.Join("\n", compilation.Diagnostics));
        return new JsonEmitter().Emit(EmitInput.Of(compilation.Model, compilation.Engine)).Single().Content.ToArray();
    }
}
