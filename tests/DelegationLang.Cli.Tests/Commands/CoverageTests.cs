using System.Text.Json;
using System.Text.Json.Nodes;
using DelegationLang.Cli.Tests.Schemas;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Testing;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary>The list of every function and matter: who decides it, what is reserved, silent, or never mentioned.</summary>
public sealed class CoverageTests
{
    private const string Trust = """
        scheme Small scheme
          approved by Board on 1 March 2026
          in force from 1 April 2026 until 31 March 2028.
        use england.
        Hospital Trust is an NHS trust.
        Board is the board of Hospital Trust.
        Finance Committee is a committee of Board reporting to Board.
        Chief Executive is an officer of Hospital Trust.

        """;

    private static readonly string Schema = SchemaCheck.Closed(File.ReadAllText(Repository.PathOf("schemas", "coverage.schema.json")));

    [Fact]
    public void The_numbers_come_first_then_each_function_with_whoever_decides_it_and_the_sentence()
    {
        using TemporaryFolder folder = Schemes.Folder(Trust + """
            functions of Hospital Trust:
              - podiatry
              - catering
              - eye clinics.
            laser clinics is a function of Hospital Trust within class 4 laser treatment.
            matters of Hospital Trust reserved to Board:
              - annual plan reference "1.1".
            Hospital Trust delegates podiatry to Finance Committee with power to delegate reference "2.1".
            Finance Committee delegates podiatry to Chief Executive up to £50,000 after consulting Board reference "2.2".
            Hospital Trust delegates eye clinics to Chief Executive reference "2.3".
            Hospital Trust delegates laser clinics to Chief Executive reference "2.4".
            """);

        ToolRun run = Tool.Run(folder, "coverage", ".");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            Small scheme
            5 functions and matters on 1 May 2026:
                 3 decided
                 1 reserved
                 1 silent
                 8 that the law speaks of and the scheme never mentions

            Decided: a sentence, or the law itself, says who decides

              podiatry, a function (main.delegation:10)
                Finance Committee, above £50,000 (main.delegation:16, reference 2.1)
                Chief Executive, up to £50,000, after consulting Board (main.delegation:17, reference 2.2)

              eye clinics, a function (main.delegation:12)
                Chief Executive (main.delegation:18, reference 2.3)

              laser clinics, a function within class 4 laser treatment (main.delegation:13)
                Chief Executive (main.delegation:19, reference 2.4)

            Reserved: kept from every delegation for those named

              annual plan, a matter (main.delegation:15)
                reserved to Board (main.delegation:15, reference 1.1)

            Silent: no sentence says who decides, so it stays with those named

              catering, a function (main.delegation:11)
                Board

            Never mentioned: the law speaks of these for bodies of this kind (NHS trust); one that has none of them need not

              surgery, a function (england.delegation:198)
              radiotherapy, a function (england.delegation:199)
              termination of pregnancy, a function (england.delegation:200)
              endoscopy, a function (england.delegation:201)
              other invasive treatment, a function (england.delegation:203)
              emergency ambulance services, a function (england.delegation:204)
                left out of NHS Act 2006 section 75

            """.ReplaceLineEndings("\n"),
            run.Output[..(run.Output.IndexOf("section 75\n", StringComparison.Ordinal) + "section 75\n".Length)]);
        Assert.DoesNotContain("class 4 laser treatment, a function", run.Output, StringComparison.Ordinal);
        Assert.Contains("  constitution change, a matter (", run.Output, StringComparison.Ordinal);
        Assert.Contains("    covered by keeping of governing documents\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("    covered by Mental Health Act 1983 section 23\n\nOf the catalogue: functions and matters for bodies of this kind (NHS trust) ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_of_the_catalogue_is_never_mentioned_is_told_by_family_without_what_can_never_be_delegated()
    {
        using TemporaryFolder folder = Schemes.Folder("""
            scheme Small scheme
              approved by Meeting on 1 March 2026
              in force from 1 April 2026.
            use england.
            Town Council is a local authority.
            Meeting is the board of Town Council.
            Licensing Panel is a committee of Meeting reporting to Meeting.
            animal parks is a council function of Town Council within zoo licences.
            Planning Obligations is a council function of Town Council.
            Town Council delegates animal parks, Planning Obligations to Licensing Panel.
            """);

        var text = Tool.Run(folder, "coverage", ".").Output;
        var lines = text[text.IndexOf("Of the catalogue", StringComparison.Ordinal)..].Split('\n');
        using var json = JsonDocument.Parse(Tool.Run(folder, "coverage", ".", "--json").Output);

        Assert.Contains("dog breeding", Assert.Single(lines, line => line.StartsWith("  Licensing and registration, ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("planning applications, varying planning conditions", Assert.Single(lines, line => line.StartsWith("  Development control, ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("zoo licences", string.Concat(lines), StringComparison.Ordinal);
        Assert.DoesNotContain("planning obligations", string.Concat(lines), StringComparison.Ordinal);
        Assert.Contains("  Budget, 1 of 1: council tax base", lines);
        Assert.DoesNotContain("community care plan", string.Concat(lines), StringComparison.Ordinal);
        Assert.DoesNotContain("continuing healthcare", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(json.RootElement.GetProperty("catalogue").EnumerateArray(), family => family.GetProperty("family").GetString() == "Licensing and registration" && family.GetProperty("entries").GetInt32() > 20);
    }

    [Fact]
    public void What_goes_to_the_same_people_by_the_same_sentence_is_told_once()
    {
        using TemporaryFolder folder = Schemes.Folder(Trust + """
            catering is a function of Hospital Trust.
            cleaning is a function of Hospital Trust.
            Hospital Trust delegates catering, cleaning to Chief Executive up to £5,000 for 2026/27 reference "2".
            """);

        Assert.Contains(
            """
              catering, a function (main.delegation:9)
              cleaning, a function (main.delegation:10)
                Chief Executive, up to £5,000, until 31 March 2027 (main.delegation:11, reference 2)
                Board, whatever is not given away

            """.ReplaceLineEndings("\n"),
            Tool.Run(folder, "coverage", ".").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_exceptional_power_is_named_where_it_reaches_and_told_once()
    {
        using TemporaryFolder folder = Schemes.Folder(Trust + """
            urgent is a condition.
            matters of Hospital Trust reserved to Board:
              - annual plan reference "1"
              - annual budget reference "2".
            Hospital Trust delegates all matters to Chief Executive even if reserved when urgent ratified by Board reference "3".
            """);

        var text = Tool.Run(folder, "coverage", ".").Output;

        Assert.Contains("     2 reserved\n", text, StringComparison.Ordinal);
        Assert.Contains("    reserved to Board, unless urgent (main.delegation:11, reference 1)\n    or, by an exceptional power, Chief Executive (main.delegation:13, reference 3)\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "Exceptional powers: they reach what is reserved too\n\n  Chief Executive, when urgent, ratified by Board, for all matters of Hospital Trust (main.delegation:13, reference 3)\n\nNever",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_scheme_still_lists_what_is_sound_and_says_so()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Faulty + "selling is a matter of Hospital Trust.\n");

        ToolRun run = Tool.Run(folder, "coverage", ".");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("delegation: . has 1 error: this list rests on its sound sentences alone. See: delegation check .\n", run.Error);
        Assert.Contains("     1 unclear, because of sentences in error\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  buying, a matter (main.delegation:11)\n    Board\n    see the sentence in error (main.delegation:12)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  selling, a matter (main.delegation:14)\n    Chief Executive, among all other matters of Hospital Trust (main.delegation:13, reference 2)\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_outside_the_scheme_becomes_the_nearest_in_it()
    {
        using TemporaryFolder folder = Schemes.Folder(Trust + "catering is a function of Hospital Trust.\nHospital Trust delegates catering to Chief Executive.\n");

        Assert.Contains(" on 1 April 2026 (the nearest day on which the scheme is in force):", Tool.Run(folder, "coverage", ".", "--as-of", "2020-01-01").Output, StringComparison.Ordinal);
        Assert.Contains(" on 31 March 2028 (the nearest day on which the scheme is in force):", Tool.Run(folder, "coverage", ".", "--as-of", "2030-01-01").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("use england.\n")]
    public void A_body_of_a_kind_without_a_list(string use)
    {
        using TemporaryFolder folder = Schemes.Folder(use + """
            scheme Friends
              version 1
              approved by Trustees on 1 March 2026
              in force from 1 April 2026.
            Friends is a charity.
            Trustees is the board of Friends.
            Secretary is an officer of Friends.
            grants is a matter of Friends.
            Friends delegates grants to Secretary up to £500.

            """);

        ToolRun run = Tool.Run(folder, "coverage", ".");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Friends\n1 function or matter on 1 May 2026:\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("    the law libraries that it uses have no list of functions for a body of its kind\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("examples/west-yorkshire-icb")]
    [InlineData("examples/borough-council")]
    [InlineData("examples/foundation-trust")]
    [InlineData("tests/samples/mistakes")]
    public void As_json_it_is_what_the_schema_says(string path)
    {
        ToolRun run = Tool.Run(Repository.Root, "", "coverage", path, "--json");

        Assert.Empty(SchemaCheck.Faults(Schema, run.Output));
        JsonObject list = JsonNode.Parse(run.Output)?.AsObject() ?? throw new JsonException();
        JsonArray subjects = list["subjects"]?.AsArray() ?? [];
        Assert.NotEmpty(subjects);
        JsonObject summary = list["summary"]?.AsObject() ?? throw new JsonException();
        Assert.Equal(subjects.Count, (int?)summary["subjects"]);
        foreach (var status in (string[])["decided", "reserved", "silent", "inParts", "elsewhere", "unclear", "nobody"])
        {
            Assert.Equal(subjects.Count(subject => (string?)subject?["status"] == status), (int?)summary[status]);
        }

        list.Add("colour", "red");
        Assert.NotEmpty(SchemaCheck.Faults(Schema, list.ToJsonString()));
    }

    [Fact]
    public void Quotation_marks_and_slashes_survive_as_json()
    {
        using TemporaryFolder folder = Schemes.Folder(Trust + """
            "O'Brien & Sons/Leeds (“north”)" is a function of Hospital Trust.
            Hospital Trust delegates "O'Brien & Sons/Leeds (“north”)" to Chief Executive reference "4\2 <b>".
            """);

        using var json = JsonDocument.Parse(Tool.Run(folder, "coverage", ".", "--json").Output);

        JsonElement subject = json.RootElement.GetProperty("subjects")[0];
        Assert.Equal("O'Brien & Sons/Leeds (“north”)", subject.GetProperty("name").GetString());
        Assert.Equal("4\\2 <b>", subject.GetProperty("deciders")[0].GetProperty("reference").GetString());
    }

    [Theory]
    [InlineData("coverage")]
    [InlineData("coverage", "nowhere")]
    [InlineData("coverage", ".", "--as-of", "someday")]
    public void What_cannot_run_exits_2(params string[] arguments)
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        Assert.Equal(2, Tool.Run(folder, arguments).ExitCode);
    }
}
