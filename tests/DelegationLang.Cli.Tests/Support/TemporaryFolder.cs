using System.Text;

namespace DelegationLang.Cli.Tests.Support;

/// <summary>A folder of a test's own, gone when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("delegation-test-").FullName;

    public string Path { get; }

    public string PathOf(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public TemporaryFolder With(string name, string text) => With(name, Encoding.UTF8.GetBytes(text));

    public TemporaryFolder With(string name, byte[] content)
    {
        string path = PathOf(name.Split('/'));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path) ?? Path);
        File.WriteAllBytes(path, content);
        return this;
    }

    /// <summary>The schemes among the examples, side by side as they join each other.</summary>
    /// <param name="below">The folder that they go into, with a slash after it.</param>
    public TemporaryFolder WithExamples(string below = "")
    {
        foreach (string example in (string[])["west-yorkshire-icb", "leeds-city-council", "foundation-trust", "borough-council"])
        {
            foreach (string file in Directory.EnumerateFiles(Testing.Repository.PathOf("examples", example), "*.delegation"))
            {
                With($"{below}{example}/{System.IO.Path.GetFileName(file)}", File.ReadAllBytes(file));
            }
        }

        return this;
    }

    /// <summary>Every file by its name relative to the folder, with its content in characters of one byte each.</summary>
    public SortedDictionary<string, string> Content()
    {
        var content = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
        {
            content.Add(System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'), Encoding.Latin1.GetString(File.ReadAllBytes(file)));
        }

        return content;
    }

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            // A test may have taken away the right to look into a folder.
            foreach (string? folder in Directory.EnumerateDirectories(Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).Prepend(Path))
            {
                File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        Directory.Delete(Path, recursive: true);
    }
}
