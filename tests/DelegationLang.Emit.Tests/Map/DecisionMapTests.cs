using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DelegationLang.Emit.Html.Site;
using DelegationLang.Emit.Map;
using DelegationLang.Emit.Scheme;
using DelegationLang.Emit.Tests.Support;

namespace DelegationLang.Emit.Tests.Map;

/// <summary>The picture: where boxes and lines stand, and that names in it are text and nothing else.</summary>
public sealed class DecisionMapTests
{
    private const string FivePlaceModels = """
        use england.
        scheme Place Models
          approved by Board on 1 May 2026
          in force from 1 May 2026.
        ICB is an integrated care board.
        Council is a local authority.
        Leeds is a place. Wakefield is a place. Kirklees is a place. Calderdale is a place. Bradford is a place.
        Board is the board of ICB.
        Leeds Forum is a forum of ICB at Leeds reporting to Board.
        Wakefield Director is an officer of ICB at Wakefield reporting to Board.
        Kirklees Committee is a committee of Board at Kirklees reporting to Board.
        Calderdale Joint Committee is a joint committee between ICB, Council at Calderdale reporting to Board.
        Provider is an NHS trust at Bradford.
        Provider Contract is a lead provider contract between ICB, Provider.
        care is a function of ICB.
        business is a matter of ICB.
        ICB reserves business to Board.
        ICB delegates care to Wakefield Director up to £5,000 at Wakefield.
        ICB delegates care to Kirklees Committee up to £1 million at Kirklees.
        ICB delegates care to Calderdale Joint Committee at Calderdale.
        ICB entrusts care to Provider under Provider Contract at Bradford.
        ICB delegates business to Wakefield Director even if reserved when urgent ratified by Board.
        urgent is a condition.
        Leeds Forum advises Board on care.
        """;

    public static TheoryData<string> Names => Samples.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void Boxes_do_not_overlap_and_no_line_crosses_a_box(string name)
    {
        var layout = MapLayout.Of(MapGraphBuilder.Build(new Publication(Samples.Get(name).Input)));
        AssertTidy(layout);
    }

    [Fact]
    public void Two_hundred_parties_are_laid_out_as_tidily()
    {
        var layout = MapLayout.Of(MapGraphBuilder.Build(new Publication(Samples.Compile(ManyParties(200)).Input)));
        Assert.True(layout.Boxes.Count >= 200);
        Assert.True(layout.Width < 2500, "as wide as its seven columns");
        AssertTidy(layout);
    }

    [Fact]
    public void What_is_wider_than_one_system_stands_on_a_row_of_its_own()
    {
        var layout = MapLayout.Of(MapGraphBuilder.Build(new Publication(Samples.Compile(FivePlaceModels + """

            Dale ICB is an integrated care board.
            North is a region of ICB.
            Ambulance Committee is a joint committee between ICB, Dale ICB reporting to Board.
            Cancer Alliance is a partnership of ICB at North reporting to Board.
            Ambulance Committee advises Board on care. Cancer Alliance advises Board on care. Own Forum advises Board on care.
            Own Forum is a forum of ICB reporting to Board.
            """).Input)));

        Assert.Equal(
            ["Ambulance Committee: Across systems", "Calderdale Joint Committee: Places", "Cancer Alliance: Across systems", "Own Forum: System"],
            layout.Boxes.Select(box => (box.Node.Party.Name, box.Node.Level)).Where(node => node.Name.Split(' ')[0] is "Ambulance" or "Calderdale" or "Cancer" or "Own" && !node.Name.EndsWith("Director", StringComparison.Ordinal))
                .Select(node => $"{node.Name}: {MapLevels.NameOf(node.Level)}").Order(StringComparer.Ordinal));
    }

    /// <summary>What is wider than a system, and whose pages are the health service's, is a trait of a kind, whatever its name.</summary>
    [Fact]
    public void Traits_and_not_names_of_kinds_decide_how_pages_look()
    {
        const string Country =
            """
            scheme Ruritania
              version 1
              approved by Moot on 1 March 2026
              in force from 1 April 2026.
            realm is a kind of organisation that publishes as the NHS.
            march is a kind of place that spans a region.
            salon is a kind of group that only gives advice.
            Realm is a realm.
            Moot is the board of Realm.
            North is a march of Realm.
            roads is a function of Realm.
            Salon is a salon of Realm at North reporting to Moot.
            Salon advises Moot on roads.
            """;
        static (SiteTheme Theme, MapLevel Level) Look(string text)
        {
            EmitInput input = Samples.Compile(text).Input;
            return (SiteFrame.ThemeOf(input), MapGraphBuilder.Build(new Publication(input)).Nodes.Single(node => node.Party.Name == "Salon").Level);
        }

        Assert.Equal((SiteTheme.Nhs, MapLevel.Wider), Look(Country));
        Assert.Equal(
            (SiteTheme.Neutral, MapLevel.Places),
            Look(Country.Replace(" that publishes as the NHS", "", StringComparison.Ordinal).Replace(" that spans a region", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_five_place_models_can_be_told_apart_by_words_and_by_shape()
    {
        MapPicture picture = DecisionMap.Draw(Samples.Compile(FivePlaceModels).Input, _ => null);
        foreach (string words in new[] { "forum: advises, decides", "officer at Wakefield", "committee of Board at Kirklees", "joint committee of ICB", "NHS trust, under contract", "In exceptional cases: business" })
        {
            Assert.Contains(words, picture.Svg, StringComparison.Ordinal);
        }

        Assert.Equal(
            ["Delegates", "Entrusts under contract", "Exceptional power", "Joint committee", "Agreement", "Reports to", "Recommends or advises",
             "Organisation", "Board or cabinet", "Committee", "Joint committee", "Forum or partnership", "Post", "Provider under contract"],
            picture.Legend.Select(entry => entry.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_picture_is_sound_markup_and_always_the_same(string name)
    {
        EmitInput input = Samples.Get(name).Input;
        string svg = DecisionMap.Draw(input, party => "party/" + party.Name).Svg;
        Assert.Equal(svg, DecisionMap.Draw(input, party => "party/" + party.Name).Svg);
        var picture = XElement.Parse(svg);
        Assert.Equal("svg", picture.Name.LocalName);
        Assert.Equal(["title", "desc"], picture.Elements().Take(2).Select(element => element.Name.LocalName));
    }

    [Fact]
    public void Names_are_shown_and_never_become_markup()
    {
        const string Hostile = "</svg><script>alert(1)</script>";
        string text = $"\"{Hostile}\" is an NHS trust.\nBoard is the board of \"{Hostile}\".\n";
        MapPicture picture = DecisionMap.Draw(Samples.Compile(text).Input, _ => "javascript:\"'<>");
        Assert.DoesNotContain("<script", picture.Svg, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"'<>", picture.Svg, StringComparison.Ordinal);
        XElement.Parse(picture.Svg);
    }

    [Theory]
    [InlineData("one two three", 50, 3, "one|two|three")]
    [InlineData("one two three four", 100, 2, "one two|three four")]
    [InlineData("one two three four five six", 100, 2, "one two|three fou…")]
    [InlineData("unbreakableword", 50, 4, "unbre|akabl|eword")]
    public void Text_is_broken_into_lines(string text, int width, int lines, string expected) =>
        Assert.Equal(expected.Split('|'), TextWrap.Wrap(text, width, 10, lines));

    private static void AssertTidy(MapLayout layout)
    {
        for (int i = 0; i < layout.Boxes.Count; i++)
        {
            MapBox box = layout.Boxes[i];
            Assert.InRange(box.Left, 0, layout.Width - MapBox.Width);
            Assert.InRange(box.Bottom, 0, layout.Height);
            foreach (MapBox other in layout.Boxes.Skip(i + 1))
            {
                bool apart = box.Left + MapBox.Width <= other.Left || other.Left + MapBox.Width <= box.Left || box.Bottom <= other.Top || other.Bottom <= box.Top;
                Assert.True(apart, $"{box.Node.Party.Name} overlaps {other.Node.Party.Name}");
            }

            foreach (MapNet net in layout.Nets)
            {
                foreach (MapSegment segment in net.Segments)
                {
                    bool crosses = Math.Max(segment.X1, segment.X2) > box.Left && Math.Min(segment.X1, segment.X2) < box.Left + MapBox.Width
                        && Math.Max(segment.Y1, segment.Y2) > box.Top && Math.Min(segment.Y1, segment.Y2) < box.Bottom;
                    Assert.False(crosses, $"a line of {net.Root.Node.Party.Name} crosses {box.Node.Party.Name}");
                }
            }
        }
    }

    private static string ManyParties(int count)
    {
        var text = new StringBuilder("use england.\nTrust is an NHS trust.\nBoard is the board of Trust.\ncare is a function of Trust.\n");
        for (int i = 0; i < count; i++)
        {
            string above = i < 10 ? "Board" : string.Create(CultureInfo.InvariantCulture, $"Post {i / 10}");
            text.Append(CultureInfo.InvariantCulture, $"Post {i} is an officer of Trust reporting to {(i == 0 ? "Board" : above)}.\nTrust delegates care to Post {i} up to £{i + 1}.\n");
        }

        return text.ToString();
    }
}
