using System.Collections.Immutable;
using System.Text;
using DelegationLang.Diagnostics;
using DelegationLang.Testing;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Sound;

/// <summary>One fault put into a sound scheme: the code that must be reported, and the text that is replaced by another.</summary>
internal sealed record Break(string Code, string From, string To);

/// <summary>A scheme of <c>tests/samples/sound</c>, with the faults that are put into it.</summary>
internal sealed class SoundScheme
{
    private const string Extension = ".delegation";

    private static readonly string Folder = Repository.PathOf("tests", "samples", "sound");

    private static readonly Dictionary<string, SoundScheme> Loaded = new(StringComparer.Ordinal);

    private readonly Lazy<ImmutableArray<Diagnostic>> diagnostics;

    private SoundScheme(string name)
    {
        Name = name;
        Text = File.ReadAllText(Path.Combine(Folder, name + Extension), Encoding.UTF8).ReplaceLineEndings("\n");
        Breaks =
        [
            .. File.ReadLines(Path.Combine(Folder, name + ".breaks.tsv"), Encoding.UTF8)
                .Where(line => line.Length > 0)
                .Select(line => line.Replace("\\n", "\n", StringComparison.Ordinal).Split('\t'))
                .Select(cells => new Break(cells[0], cells[1], cells[2])),
        ];
        diagnostics = new(() => Compile(Text));
    }

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*" + Extension).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public string Name { get; }

    public string Text { get; }

    public ImmutableArray<Break> Breaks { get; }

    /// <summary>Everything that is reported of the scheme as it stands.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => diagnostics.Value;

    public static SoundScheme Load(string name)
    {
        lock (Loaded)
        {
            if (!Loaded.TryGetValue(name, out SoundScheme? scheme))
            {
                Loaded.Add(name, scheme = new SoundScheme(name));
            }

            return scheme;
        }
    }

    /// <summary>What is reported of another text in the place of this one.</summary>
    public ImmutableArray<Diagnostic> Compile(string text)
    {
        MemoryFiles files = MemoryFiles.Empty.With(Name + Extension, text);
        foreach (var earlier in Directory.EnumerateFiles(Path.Combine(Folder, "earlier"), "*" + Extension))
        {
            files = files.With("earlier/" + Path.GetFileName(earlier), [.. File.ReadAllBytes(earlier)]);
        }

        return Project.OfFile(files, Name + Extension).Compile(new DateOnly(2026, 5, 1)).Diagnostics;
    }
}
