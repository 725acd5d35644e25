using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Diagnostics;
using DelegationLang.Testing;
using DelegationLang.Workspaces;
using DelegationLang.Workspaces.Fixing;

namespace DelegationLang.Cli.Tests.Fixing;

/// <summary>Whatever has become of a text, mending what is safe ends, leaves no more errors than there were, and has nothing to do a second time.</summary>
public sealed class SafeFixFuzzTests
{
    private static readonly string[] Slips = ["", ";", ".", ",", " and ", "\"", "ex VAT", " to 31st March 2027", "£", " 5,000£", "4.2", " // allow DL3012: x\n", "\n", "- ", "teh", " until 1 May 2026"];

    [Fact]
    public void A_mutilated_scheme_is_never_made_worse()
    {
        var sound = File.ReadAllText(Repository.PathOf("tests", "samples", "exemptions", "main.delegation"), Encoding.UTF8);
        var seed = Environment.GetEnvironmentVariable("DELEGATION_FUZZ_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        var random = new Random(seed);
        for (var i = 0; i < Effort.Of(40, 240); i++)
        {
            var text = Mutilated(sound, random);
            MemoryFiles files = MemoryFiles.Empty.With("main.delegation", text);
            FixResult result = SafeFixes.Apply(files, Compile);
            MemoryFiles changed = result.Files.Aggregate(files, (all, file) => all.With(file.Path, file.After));

            Assert.True(Errors(result.Compilation) <= Errors(Compile(files)), $"seed {seed}, number {i}: more errors\n{text}");
            Assert.True(SafeFixes.Apply(changed, Compile).Files.IsEmpty, $"seed {seed}, number {i}: not stable\n{text}");
        }
    }

    private static string Mutilated(string text, Random random)
    {
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(0, 6), text.Length - at);
            text = text.Remove(at, length).Insert(at, Slips[random.Next(Slips.Length)]);
        }

        return text;
    }

    private static int Errors(Compilation compilation) => compilation.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static Compilation Compile(IProjectFiles files) => Project.OfFile(files, "main.delegation").Compile(Tool.Today);
}
