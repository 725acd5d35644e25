using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using DelegationLang.Emit;
using DelegationLang.Formatting;
using DelegationLang.Parsing;
using DelegationLang.Testing;
using DelegationLang.Testing.Generation;
using DelegationLang.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.Benchmarks;

/// <summary>
/// The half of <see cref="ShapeBenchmark"/> that does the work, in a process of its own that may be ended: shape by shape and command by command, from
/// the smallest size up, with a line of figures for each.
/// </summary>
internal static class ShapeWork
{
    /// <summary>The argument by which this half is started.</summary>
    public const string Command = "shape-work";

    private const int Seed = 1;

    /// <summary>How many sentences, or lines, or whatever the shape has many of.</summary>
    public static int[] Sizes { get; private set; } = Effort.IsLong ? [250, 500, 1000, 2000, 4000] : [250, 500, 1000];

    /// <summary>What is done with each.</summary>
    public static IReadOnlyList<ShapeTask> Tasks { get; } =
    [
        new("check", text => WholeCheck.Run(text)),
        new("ask", text =>
        {
            Compilation compilation = Compile(text);
            return SchemeShapes.Questions.Select(question => compilation.Engine.Ask(question, WholeCheck.Day)).ToArray();
        }),
        new("coverage", text => Compile(text).Coverage),
        new("build", text =>
        {
            Compilation compilation = Compile(text);
            EmitInput input = EmitInput.Of(compilation.Model, compilation.Engine) with { InError = compilation.StatementsInError };
            return Emitters.All.Select(emitter => emitter.Emit(input)).ToArray();
        }),
        new("fmt", text => Formatter.Format(new SourceText("main.delegation", text), NameTable.Empty)),
        new("who holds what", text =>
        {
            Compilation compilation = Compile(text);
            int parties = compilation.Engine.Space.Definition.Parties.Length;
            return Enumerable.Range(0, Math.Min(parties, 20)).Select(party => compilation.Engine.Space.WhatMay(party, WholeCheck.Day)).ToArray();
        }),
    ];

    /// <summary>Takes the sizes from the arguments, where they give any: numbers with commas between them.</summary>
    /// <returns>The other arguments.</returns>
    public static string[] TakeSizes(string[] words)
    {
        if (words is [var first, ..] && first.All(character => char.IsAsciiDigit(character) || character == ','))
        {
            Sizes = [.. first.Split(',').Select(size => int.Parse(size, NumberStyles.None, CultureInfo.InvariantCulture))];
            return words[1..];
        }

        return words;
    }

    /// <summary>Does the work from one piece on; says before each piece which it is, and after each size what it took.</summary>
    public static int Run(string from, string[] arguments)
    {
        string[] words = TakeSizes(arguments);
        int first = int.Parse(from, NumberStyles.None, CultureInfo.InvariantCulture);
        ImmutableArray<ShapePiece> pieces = Pieces(words);
        string mixed = SchemeGenerator.Generate(1000, Seed);
        var mixedTimes = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int i = first; i < pieces.Length; i++)
        {
            ShapeTask task = pieces[i].Task;
            if (!mixedTimes.TryGetValue(task.Name, out double beside))
            {
                for (int warm = 0; warm < 3; warm++)
                {
                    task.Run(mixed);
                    Console.WriteLine("warm");
                }

                beside = Enumerable.Range(0, 3).Min(_ => Measure(task, mixed).Milliseconds);
                mixedTimes.Add(task.Name, beside);
            }

            foreach (int size in Sizes)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"begin\t{i}\t{size}"));
                (double time, double memory) = Measure(task, pieces[i].Shape.Write(size, Seed));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"end\t{i}\t{size}\t{time:0.0}\t{memory:0.0}\t{beside:0.0}"));
            }
        }

        return 0;
    }

    /// <summary>The work that the words choose: shapes and tasks of which a name holds one of them; all without words.</summary>
    public static ImmutableArray<ShapePiece> Pieces(string[] words) =>
    [
        .. SchemeShapes.All.SelectMany(shape => Tasks.Select(task => new ShapePiece(shape, task)))
            .Where(piece => words.All(word => word.Split('|').Any(piece.Name.Contains))),
    ];

    private static Compilation Compile(string text) =>
        Project.OfFile(MemoryFiles.Empty.With("main.delegation", text), "main.delegation").Compile(WholeCheck.Day);

    private static (double Milliseconds, double Megabytes) Measure(ShapeTask task, string text)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long most = 0;
        using (new Timer(_ => most = Math.Max(most, Environment.WorkingSet), null, 0, 20))
        {
            GC.KeepAlive(task.Run(text));
            most = Math.Max(most, Environment.WorkingSet);
        }

        process.Refresh();
        return ((process.TotalProcessorTime - before).TotalMilliseconds, most / 1e6);
    }
}

/// <summary>Something that is done with the text of a scheme; what comes of it is given back, so that it is kept as long as it is measured.</summary>
internal sealed record ShapeTask(string Name, Func<string, object> Run);

/// <summary>A shape, and what is done with it.</summary>
internal sealed record ShapePiece(SchemeShape Shape, ShapeTask Task)
{
    /// <summary>Both names.</summary>
    public string Name => Shape.Name + ": " + Task.Name;
}
