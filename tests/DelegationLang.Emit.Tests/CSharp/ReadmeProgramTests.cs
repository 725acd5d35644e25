using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Emit.CSharp;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Law;
using DelegationLang.Parsing;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Testing.Documentation;
using DelegationLang.Text;

namespace DelegationLang.Emit.Tests.CSharp;

/// <summary>The program in the README compiles against the C# of the example it is about, and prints what the comments in it say.</summary>
public sealed class ReadmeProgramTests
{
    private const string Example = "examples/west-yorkshire-icb";
    private const string Using = "using DelegationLang.Policy;\nusing SchemeOfDelegation;\n";

    [Fact]
    public void The_program_prints_what_its_comments_say()
    {
        var block = Page.Open("README.md").Blocks.Single(block => block.Kind == "csharp");
        Assert.StartsWith(Using, block.Text, StringComparison.Ordinal);
        string program = $$"""
            using System;
            using System.Collections.Generic;
            {{Using}}
            internal static class Readme
            {
                private static readonly List<string> Lines = new List<string>();

                public static string[] Run()
                {
                    {{block.Text[Using.Length..]}}
                    return Lines.ToArray();
                }

                private static class Console
                {
                    public static void WriteLine(object text) => Lines.Add(text.ToString() ?? "");
                }
            }
            """;
        var printed = EmittedCode.Load(EmitExample(), program).GetType("Readme", throwOnError: true)?.GetMethod("Run")?.Invoke(null, null);
        var promised = block.Lines.Where(line => line.Contains("; // ", StringComparison.Ordinal)).Select(line => line[(line.IndexOf("; // ", StringComparison.Ordinal) + 5)..]);

        Assert.Equal(promised, Assert.IsType<string[]>(printed));
    }

    private static string EmitExample()
    {
        ImmutableArray<SourceText> files =
        [
            .. Directory.EnumerateFiles(Repository.PathOf(Example.Split('/')), "*.delegation").Order(StringComparer.Ordinal)
                .Select(file => new SourceText(Path.GetFileName(file), File.ReadAllText(file))),
        ];
        ImmutableArray<SourceText> libraries = [LawLibrary.TryGet("england") ?? throw new InvalidOperationException("There is no library of England.")];
        NameTable names = NameTable.Collect(files.Concat(libraries));
        SchemeModel model = Binder.Bind(Trees(files), Trees(libraries), names);
        return new CSharpEmitter().Emit(new EmitInput(model, DecisionEngine.Create(model, new HashSet<Statement>()).Space)).Single().ToText();

        ImmutableArray<SyntaxTree> Trees(ImmutableArray<SourceText> texts) => [.. texts.Select(text => Parser.Parse(text, names))];
    }
}
