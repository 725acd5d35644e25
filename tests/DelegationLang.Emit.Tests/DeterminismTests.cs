using System.Globalization;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Testing;

namespace DelegationLang.Emit.Tests;

/// <summary>The same sentences give the same bytes: on any machine, in any folder, in any culture.</summary>
public sealed class DeterminismTests
{
    private static readonly string[] Cultures = ["tr-TR", "ar-SA", "fr-FR"];

    public static TheoryData<string> Names => [.. Effort.Some(4, Samples.All.Count()).Select(i => Samples.All.ElementAt(i).Name)];

    /// <summary>Compiled and emitted once more, from another folder, where figures and months are written in another way.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Neither_the_run_nor_the_folder_nor_the_culture_makes_a_difference(string name)
    {
        Sample sample = Samples.Get(name);
        string[] expected = [.. Site(BuiltSite.Of(sample).Files.Select(file => (file.Key, file.Value))), .. Others(sample)];
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo beforeUi = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentCulture = Culture(Cultures[name.Length % Cultures.Length]);
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
            Sample again = InAnotherFolder(sample);
            string[] found = [.. Site(new HtmlEmitter().Emit(again.Input).Select(file => (file.Path, file.ToText()))), .. Others(again)];
            Assert.Equal(expected, found);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeUi;
        }
    }

    [Fact]
    public void Files_have_no_byte_order_mark_no_carriage_return_and_an_end()
    {
        foreach (IEmitter emitter in Emitters.All)
        {
            foreach (EmittedFile file in emitter.Emit(Samples.Get("deputy").Input))
            {
                // Comma-separated values have both, as Excel wants them.
                byte[] content = file.Content.ToArray();
                bool isForExcel = file.Path.EndsWith(".csv", StringComparison.Ordinal);
                Assert.Equal(isForExcel, content[0] == 0xEF);
                Assert.Equal(isForExcel, content.Contains((byte)'\r'));
                Assert.Equal((byte)'\n', content[^1]);
            }

            Assert.Same(emitter, Emitters.Find(emitter.Name.ToUpperInvariant()));
        }

        string[] files = [.. Emitters.All.SelectMany(emitter => emitter.Emit(Samples.Get("deputy").Input)).Select(file => file.Path)];
        Assert.Equal(["index.html", "scheme.json", "Scheme.g.cs"], files.Intersect(["index.html", "scheme.json", "Scheme.g.cs"]));
        Assert.Equal(files.Length, files.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Null(Emitters.Find("pdf"));
    }

    [Fact]
    public void A_sentence_more_changes_no_identifier_of_the_others()
    {
        Sample sample = Samples.Get("foundation-trust");
        Sample more = Samples.Compile(
            sample.Name,
            sample.Input.Model.Trees.Where(Samples.IsOfProject)
                .Select((tree, i) => (tree.Source.FileName, i == 0 ? "// A comment.\n\nParking is a function of Board.\n" + tree.Source.Content : tree.Source.Content)),
            []);
        Assert.Empty(Identifiers(sample).Except(Identifiers(more)));
        Assert.Equal(Identifiers(sample).Count + 2, Identifiers(more).Count);
    }

    private static HashSet<string> Identifiers(Sample sample)
    {
        var publication = new Emit.Scheme.Publication(sample.Input);
        return [.. sample.Input.Model.Symbols.Select(publication.Ids.Of), .. publication.Sentences.All.Select(sentence => sentence.Id)];
    }

    // Where the machine has no culture data, a culture that writes as the named one does.
    private static CultureInfo Culture(string name)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = name == "ar-SA" ? "\u066B" : ",";
        culture.NumberFormat.NumberGroupSeparator = name == "fr-FR" ? "\u202F" : ".";
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.DateTimeFormat.Calendar = CultureInfo.InvariantCulture.Calendar;
        culture.DateTimeFormat.MonthNames = ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık", ""];
        culture.DateTimeFormat.MonthGenitiveNames = culture.DateTimeFormat.MonthNames;
        return culture;
    }

    private static Sample InAnotherFolder(Sample sample) => Samples.Compile(
        sample.Name,
        sample.Input.Model.Trees.Where(Samples.IsOfProject).Select(tree => ("somewhere/else/" + tree.Source.FileName, tree.Source.Content)),
        sample.Questions);

    private static IEnumerable<string> Site(IEnumerable<(string Path, string Text)> files) => files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => file.Path + "\n" + file.Text);

    private static IEnumerable<string> Others(Sample sample) => Emitters.All.Where(emitter => emitter is not HtmlEmitter).SelectMany(emitter => emitter.Emit(sample.Input)).Select(file => file.Path + "\n" + file.ToText());
}
