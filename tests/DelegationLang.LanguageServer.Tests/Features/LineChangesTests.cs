using DelegationLang.LanguageServer.Features;

namespace DelegationLang.LanguageServer.Tests.Features;

/// <summary>That the changes between two texts make the one of the other, and are few.</summary>
public sealed class LineChangesTests
{
    [Fact]
    public void The_changes_make_one_text_of_the_other()
    {
        var random = new Random(20261122);
        for (int i = 0; i < 500; i++)
        {
            string before = Text(random);
            string after = Text(random);
            string[] old = LineChanges.LinesOf(before);
            string[] wanted = LineChanges.LinesOf(after);
            var made = new List<string>();
            int at = 0;
            foreach (var change in LineChanges.Between(old, wanted))
            {
                made.AddRange(old[at..change.DeleteStartA]);
                made.AddRange(wanted[change.InsertStartB..(change.InsertStartB + change.InsertCountB)]);
                at = change.DeleteStartA + change.DeleteCountA;
            }

            made.AddRange(old[at..]);
            Assert.Equal(before, string.Concat(old));
            Assert.Equal(after, string.Concat(made));
        }
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("a\nb\nc\n", "a\nb\nc\n", 0)]
    [InlineData("a\nb\nc\n", "a\nx\nc\n", 1)]
    [InlineData("a\nb\nc\n", "x\nb\ny\n", 2)]
    [InlineData("a\r\nb\n", "a\nb\n", 1)]
    [InlineData("a", "a\n", 1)]
    public void What_is_alike_stays(string before, string after, int count) =>
        Assert.Equal(count, LineChanges.Between(LineChanges.LinesOf(before), LineChanges.LinesOf(after)).Count);

    [Fact]
    public void Of_very_large_texts_with_nothing_in_common_all_is_changed_at_once()
    {
        string[] before = [.. Enumerable.Range(0, 60_000).Select(line => $"old {line}\n"), "same\n"];
        string[] after = [.. Enumerable.Range(0, 60_000).Select(line => $"new {line}\n"), "same\n"];

        Assert.Equal(60_001, Assert.Single(LineChanges.Between(before, after)).InsertCountB);
    }

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => "abc"[random.Next(3)] + (random.Next(8) == 0 ? "\r\n" : "\n"))) + (random.Next(3) == 0 ? "end" : "");
}
