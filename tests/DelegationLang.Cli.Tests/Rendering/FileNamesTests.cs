using DelegationLang.Cli.Rendering;

namespace DelegationLang.Cli.Tests.Rendering;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData(".", "main.delegation")]
    [InlineData("", "main.delegation")]
    [InlineData("./", "main.delegation")]
    [InlineData("examples/icb", "examples/icb/main.delegation")]
    [InlineData("./examples/icb/", "examples/icb/main.delegation")]
    [InlineData("..", "../main.delegation")]
    [InlineData("/", "/main.delegation")]
    [InlineData("/tmp/x", "/tmp/x/main.delegation")]
    public void A_file_is_shown_as_a_path_from_where_the_command_was_given(string folder, string shown) =>
        Assert.Equal(shown, new FileNames(folder, _ => true).Show("main.delegation"));

    [Fact]
    public void A_library_keeps_its_name() =>
        Assert.Equal("england.delegation", new FileNames("examples", file => file != "england.delegation").Show("england.delegation"));
}
