using DelegationLang.Decisions;
using DelegationLang.Emit.CSharp;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Emit.Tests.CSharp;

/// <summary>Emitted C# of every sample compiles without a complaint and answers as the engine does.</summary>
public sealed class EmittedAnswerTests
{
    public static TheoryData<string> Names => Samples.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void Emitted_code_compiles_without_a_warning_and_means_the_same(string name)
    {
        Sample sample = Samples.Get(name);
        string code = new CSharpEmitter().Emit(sample.Input).Single().ToText();
        Assert.Empty(EmittedCode.Complaints(EmittedCode.ForNet8(code)));

        DecisionSpace space = EmittedCode.SpaceOf(EmittedCode.Load(code));
        SpaceDefinition expected = new Emit.Scheme.Publication(sample.Input).Definition;
        Assert.Equal(Dump.Of(expected), Dump.Of(space.Definition));
        var emitted = new QuestionAnswerer(space, new SymbolQuestionNames(sample.Input.Model.Names, symbol => sample.Engine.Symbols[symbol]), sample.Input.Model.NameTable);
        foreach (string question in sample.Questions)
        {
            string answer = Dump.Of(sample.Engine.Ask(question, Samples.Today));
            Assert.Equal(sample.WithPublishedFiles(answer), Dump.Of(emitted.Ask(question, Samples.Today)));
        }
    }
}
