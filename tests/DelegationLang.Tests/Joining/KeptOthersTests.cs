using DelegationLang.Workspaces;
using DelegationLang.Workspaces.Joining;

namespace DelegationLang.Tests.Joining;

/// <summary>Whoever compiles a scheme again and again, as an editor does at each key, compiles those that it joins once.</summary>
public sealed class KeptOthersTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);

    [Fact]
    public void A_joined_scheme_is_compiled_once_for_a_folder_that_is_fixed()
    {
        var pair = new PairOfSchemes(1);
        var files = new BesideFiles(PairOfSchemes.Joined(pair.FirstText, "beta", pair.SecondText), isFixed: true);
        OtherScheme first = Compiled(files, Day), second = Compiled(files, Day);
        Assert.Same(first.Names, second.Names);

        // Another day is another answer, and so is another folder of the same words.
        Assert.NotSame(first.Names, Compiled(files, Day.AddDays(1)).Names);
        Assert.NotSame(first.Names, Compiled(new BesideFiles(PairOfSchemes.Joined(pair.FirstText, "beta", pair.SecondText), isFixed: true), Day).Names);
    }

    [Fact]
    public void Of_a_folder_that_may_change_it_is_compiled_anew()
    {
        var pair = new PairOfSchemes(1);
        var files = new BesideFiles(PairOfSchemes.Joined(pair.FirstText, "beta", pair.SecondText), isFixed: false);
        Assert.NotSame(Compiled(files, Day).Names, Compiled(files, Day).Names);
    }

    private static OtherScheme Compiled(BesideFiles files, DateOnly day) => Assert.Single(Project.OfFolder(files).Compile(day).JoinedOthers);

    // A folder that gives the same folder beside it each time.
    private sealed class BesideFiles(IProjectFiles files, bool isFixed) : IProjectFiles
    {
        private readonly Dictionary<string, IProjectFiles?> beside = new(StringComparer.Ordinal);

        public bool IsFixed => isFixed;

        public IEnumerable<string> List() => files.List();

        public ProjectFile Read(string path) => files.Read(path);

        public IProjectFiles? Folder(string path) =>
            beside.TryGetValue(path, out IProjectFiles? known) ? known : beside[path] = files.Folder(path) is { } found ? new BesideFiles(found, isFixed) : null;
    }
}
