using System.IO.Compression;
using DelegationLang.Testing;

namespace DelegationLang.Build.Tests;

/// <summary>All packages, packed once into a folder, from which the tests take them as strangers would from a feed.</summary>
public sealed class Packages : IDisposable
{
    private readonly string work = Directory.CreateTempSubdirectory("delegation-packages-").FullName;

    public Packages()
    {
        Feed = Path.Combine(work, "feed");
        Command.Run(Repository.Root, "bash", "pack.sh", Feed).MustSucceed();
    }

    /// <summary>The folder with the packages.</summary>
    public string Feed { get; }

    /// <summary>A folder of its own for a test, outside the repository, in which only these packages (and what came with the SDK) can be restored.</summary>
    public string NewFolder(string name, bool onlyOurs = true)
    {
        string folder = Path.Combine(work, name);
        Directory.CreateDirectory(folder);
        if (onlyOurs)
        {
            File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
                <configuration>
                  <packageSources>
                    <clear />
                    <add key="built" value="{Feed}" />
                  </packageSources>
                </configuration>
                """);
        }

        return folder;
    }

    /// <summary>What tells a restore where to look besides, and to keep what it takes out of the user's own folder.</summary>
    public string[] Restore => ["-p:RestorePackagesPath=" + Path.Combine(work, "restored"), "-p:RestoreAdditionalProjectSources=" + Feed];

    /// <summary>The files of a package.</summary>
    public SortedDictionary<string, string> Content(string id, string extension = "nupkg")
    {
        string file = Directory.GetFiles(Feed, $"{id}.*.{extension}").Single(path => char.IsAsciiDigit(Path.GetFileName(path)[id.Length + 1]));
        using ZipArchive package = ZipFile.OpenRead(file);
        var content = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (ZipArchiveEntry entry in package.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            content.Add(entry.FullName, reader.ReadToEnd());
        }

        return content;
    }

    public void Dispose() => Directory.Delete(work, recursive: true);
}

[CollectionDefinition(nameof(Packages))]
public sealed class PackagesCollection : ICollectionFixture<Packages>;
