using DelegationLang.Emit.Changes;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Office;
using DelegationLang.Policy;
using DelegationLang.Testing;
using DelegationLang.Tests.Reference.Generation;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelegationLang.Emit.Tests.Office;

/// <summary>A comparison as a paper for a board.</summary>
public sealed class ChangePaperTests
{
    private static SchemeVersion Version(Sample sample) => SchemeVersion.Of(sample.Input, sample.Engine.Answerer);

    private static void Open(SchemeDiff diff, Action<WordprocessingDocument> check)
    {
        byte[] bytes = OfficeExport.Changes(diff, file => file, file => file, template: null).ToArray();
        Assert.Equal(bytes, OfficeExport.Changes(diff, file => file, file => file, template: null).ToArray());
        using var stream = new MemoryStream(bytes);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        check(document);
    }

    [Fact]
    public void It_says_what_changes_why_before_and_after_and_what_does_not_change()
    {
        string text = File.ReadAllText(Repository.PathOf("tests", "samples", "amendments", "main.delegation"));
        Sample before = Samples.Compile(text);
        Sample after = Samples.Compile(text.Replace("to Quality Committee.", "to Finance Committee note \"It meets every month.\".", StringComparison.Ordinal));
        Open(SchemeDiff.Of(Version(before), Version(after), DateRange.Always, Samples.Today), document =>
        {
            DocumentTests.Check(document, "changes");
            string words = string.Join('\n', document.MainDocumentPart?.Document?.Body?.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText) ?? []);
            Assert.Contains("Finance Committee may decide palliative care in place of Quality Committee.", words, StringComparison.Ordinal);
            Assert.Contains("Why: It meets every month.", words, StringComparison.Ordinal);
            Assert.Contains("What does not change", words, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void It_opens_for_random_changes_too()
    {
        for (int seed = 1; seed <= Effort.Of(2, 100); seed++)
        {
            SchemeVersion one = Version(Samples.Compile(RandomScheme.Make(seed, seed * 13 % 90, 0).Text));
            SchemeVersion other = Version(Samples.Compile(RandomScheme.Make(seed, (seed * 13 % 90) + 9, 0).Text));
            Open(SchemeDiff.Of(one, other, DateRange.Always, Samples.Today), document => DocumentTests.Check(document, "seed " + seed));
        }
    }
}
