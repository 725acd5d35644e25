using DelegationLang.Cli.Tests.Support;

namespace DelegationLang.Cli.Tests.Commands;

public sealed class UseTests
{
    private static readonly string Body = Schemes.Head + "Hospital Trust delegates buying to Chief Executive.\n";

    [Fact]
    public void A_file_is_read_with_what_it_uses_each_once_relative_to_the_file_that_says_it()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("main.delegation", "use \"parts/one.delegation\".\nuse \"parts/two.delegation\".\n" + Body)
            .With("parts/one.delegation", "use \"two.delegation\".\nrepairs is a matter of Hospital Trust.\n")
            .With("parts/two.delegation", "cleaning is a matter of Hospital Trust.\nHospital Trust delegates repairs, cleaning to Chief Executive.\n");

        ToolRun run = Tool.Run(folder, "check", "main.delegation");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("of 3 files", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_file_is_not_joined_by_its_neighbours()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        folder.With("other.delegation", Schemes.Faulty);

        Assert.Equal(0, Tool.Run(folder, "check", "main.delegation").ExitCode);
        Assert.Equal(1, Tool.Run(folder, "check", ".").ExitCode);
    }

    [Theory]
    [InlineData("use \"partis.delegation\".", "The file “partis.delegation” is not there", "Did you mean “parties.delegation”?")]
    [InlineData("use \"../secret.delegation\".", "“../secret.delegation” lies outside the project folder", "copy the file there")]
    [InlineData("use \"/etc/passwd\".", "“/etc/passwd” lies outside the project folder", "copy the file there")]
    [InlineData("use \"link.delegation\".", "“link.delegation” lies outside the project folder", "copy the file there")]
    [InlineData("use \"binary.delegation\".", "“binary.delegation” is not a text file", "plain text")]
    [InlineData("use \"england\".", "The file “england” is not there", "A library is named without quotation marks: “use england.”")]
    [InlineData("use englnd.", "There is no library called “englnd”", "Did you mean “england”?")]
    [InlineData("use parties.", "There is no library called “parties”", "A file is named in quotation marks: “use \"parties.delegation\".”")]
    public void A_use_that_cannot_be_followed_is_reported_where_it_stands(string use, string message, string help)
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("secret.delegation", "secret is a matter of Hospital Trust.")
            .With("project/main.delegation", use + "\n" + Body)
            .With("project/parties.delegation", "")
            .With("project/binary.delegation", [0x50, 0x4B, 3, 4, 0, 0, 0, 1]);
        File.CreateSymbolicLink(folder.PathOf("project", "link.delegation"), folder.PathOf("secret.delegation"));

        ToolRun run = Tool.Run(folder.PathOf("project"), "", "check", "main.delegation");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(1, run.Lines.Count(line => line.StartsWith("error[", StringComparison.Ordinal)));
        Assert.Contains("error[DL2009]: " + message + "\n --> main.delegation:1:5\n", run.Output.Replace("  --> ", " --> ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(help, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret is", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_use_each_other_are_a_circle_reported_once()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("main.delegation", "use \"a.delegation\".\n" + Body)
            .With("a.delegation", "use \"b.delegation\".\n")
            .With("b.delegation", "use \"a.delegation\".\n");

        ToolRun run = Tool.Run(folder, "check", ".");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error[DL2005]: “a.delegation” and “b.delegation” use each other\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, run.Lines.Count(line => line.StartsWith("error[", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_that_uses_itself_is_a_circle()
    {
        using TemporaryFolder folder = Schemes.Folder("use \"main.delegation\".\n" + Body);

        Assert.Contains("error[DL2005]: “main.delegation” uses itself\n", Tool.Run(folder, "check", ".").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_chain_of_files_is_followed_to_its_end()
    {
        using TemporaryFolder folder = Schemes.Folder("use \"f0.delegation\".\n" + Body);
        for (var i = 0; i < 2000; i++)
        {
            folder.With($"f{i}.delegation", i == 1999 ? "// the last" : $"use \"f{i + 1}.delegation\".\n");
        }

        ToolRun run = Tool.Run(folder, "check", "main.delegation");

        Assert.True(run.ExitCode == 0, run.Output[..Math.Min(run.Output.Length, 2000)]);
        Assert.Contains("of 2001 files", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_quoted_in_a_file_that_only_reading_finds_is_known_everywhere()
    {
        // The word stands in the middle of a line, so that a quick look does not see it.
        using TemporaryFolder folder = Schemes.Folder(Body + "/* */ repairs is a matter of Hospital Trust. use \"more.delegation\".\nHospital Trust delegates sign off claims by patients, repairs to Chief Executive.\n".Replace("/* */ ", "", StringComparison.Ordinal));
        folder.With("more.delegation", "\"sign off claims by patients\" is a matter of Hospital Trust.\n");

        ToolRun run = Tool.Run(folder, "check", "main.delegation");

        Assert.True(run.ExitCode == 0, run.Output);
    }

    [Fact]
    public void What_only_looks_like_a_use_is_not_followed()
    {
        using TemporaryFolder folder = Schemes.Folder(Body + "buying more is a matter of Hospital Trust\n  note \"As the policy says:\".\n// use \"none.delegation\".\nHospital Trust delegates buying more to Chief Executive.\n");

        ToolRun run = Tool.Run(folder, "check", "main.delegation");

        Assert.True(run.ExitCode == 0, run.Output);
    }
}
