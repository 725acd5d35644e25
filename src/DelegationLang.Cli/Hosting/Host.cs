namespace DelegationLang.Cli.Hosting;

/// <summary>Everything that the tool knows of the machine it runs on. Tests give their own.</summary>
internal sealed record Host
{
    /// <summary>Answers, reports and results.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Progress and remarks.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Questions, with <c>--questions -</c>.</summary>
    public required TextReader Input { get; init; }

    /// <summary>The bytes of <see cref="Input"/> as they come, for what must give each back; none where they are those of its text.</summary>
    public Func<Stream>? InputBytes { get; init; }

    /// <summary>What an editor is served over: what it says, and what it is told.</summary>
    public Func<(Stream Input, Stream Output)> Conversation { get; init; } = () => (Stream.Null, Stream.Null);

    /// <summary>The folder from which paths are given.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder in which the details of an internal error are saved.</summary>
    public required string TemporaryFolder { get; init; }

    /// <summary>The user's own folder for data of programs, in which editors find the libraries and pages; empty for none.</summary>
    public Func<string> DataFolder { get; init; } = () => "";

    /// <summary>The day that <em>today</em> means where <c>--as-of</c> does not say. Found out only when it is wanted: the zones of time take a while to load.</summary>
    public required Func<DateOnly> Today { get; init; }

    /// <summary>What ends a command that goes on until somebody ends it. Asked for by such commands alone: others end as programs do.</summary>
    public Func<CancellationToken> End { get; init; } = () => CancellationToken.None;

    /// <summary>Whether the output may be coloured.</summary>
    public bool HasColour { get; init; }

    /// <summary>Whether remarks go to a terminal, where progress can be shown.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Whether somebody sits before a terminal who can be asked.</summary>
    public bool CanAsk { get; init; }

    /// <summary>How many schemes may be worked on at the same time.</summary>
    public int Cores { get; init; } = Environment.ProcessorCount;

    /// <summary>How many columns a line of output has.</summary>
    public int Width { get; init; } = DefaultWidth;

    /// <summary>The width when the output is no terminal.</summary>
    public const int DefaultWidth = 140;

    /// <summary>The full path of a path given on the command line.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, Folder);
}
