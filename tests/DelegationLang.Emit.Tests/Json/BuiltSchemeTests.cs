using System.Text;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Tests.Json;

/// <summary>A scheme that was built answers questions in words as its sentences do.</summary>
public sealed class BuiltSchemeTests
{
    public static TheoryData<string> Names => Samples.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void It_answers_every_question_of_its_sample_alike(string name)
    {
        Sample sample = Samples.Get(name);
        SchemeJson built = Read(sample);
        foreach (string question in sample.Questions)
        {
            Answer expected = sample.Engine.Ask(question, Samples.Today);
            Assert.Equal(sample.WithPublishedFiles(Dump.Of(expected)), Dump.Of(built.Answerer.Ask(question, Samples.Today)));
        }
    }

    [Theory]
    [InlineData("who decides podiatry at leeds worth £10?")]
    [InlineData("who decides Board?")]
    [InlineData("who decides podatry?")]
    [InlineData("who decides libraries?")]
    [InlineData("who decides libraries of Hull City Council?")]
    [InlineData("who decides libraries of HCC on 1 May 2026?")]
    [InlineData("what may the Chief Executive of Hull City Council decide?")]
    [InlineData("may Chief Executive decide libraries of Leeds City Council?")]
    [InlineData("may Leader decide libraries of Leeds City Council?")]
    [InlineData("who decides sign off claims by patients for libraries of Leeds City Council worth £5 per invoice?")]
    [InlineData("who decides sign off claims by patients worth £5 per bill?")]
    [InlineData("who decides sign off claims by patients worth petty cash?")]
    [InlineData("who decides sign off claims by patients worth £5 when contract length is 3 years unless urgent?")]
    [InlineData("who decides sign off claims by patients worth £5 when contract lenth is 3 years?")]
    [InlineData("who decides")]
    [InlineData("")]
    public void It_reads_names_as_the_sentences_do(string question)
    {
        Sample sample = Samples.Compile("""
            scheme Two councils
              approved by Council of Leeds City Council on 1 March 2026
              in force from 1 April 2026.
            use england.
            Leeds City Council is a local authority.
            Hull City Council is a local authority known as HCC.
            Leeds is a place of Leeds City Council.
            Council is the board of Leeds City Council.
            Council is the board of Hull City Council.
            Chief Executive is an officer of Leeds City Council.
            Chief Executive is an officer of Hull City Council.
            Chief Executive of Leeds City Council is also "Leader".
            libraries is a function of Leeds City Council.
            libraries is a function of Hull City Council.
            podiatry is a function of Leeds City Council.
            "Sign off claims by patients" is a matter of Leeds City Council.
            invoice is a basis.
            petty cash is an amount of £500.
            contract length is a measure in years.
            urgent is a condition.
            Leeds City Council delegates "Sign off claims by patients" to Chief Executive of Leeds City Council up to petty cash per invoice when contract length up to 4 years unless urgent.
            Hull City Council delegates libraries of Hull City Council to Chief Executive of Hull City Council.
            """);
        Assert.Equal(sample.WithPublishedFiles(Dump.Of(sample.Engine.Ask(question, Samples.Today))), Dump.Of(Read(sample).Answerer.Ask(question, Samples.Today)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format":"delegation-scheme","formatVersion":2}""")]
    [InlineData("""{"format":"delegation-scheme","formatVersion":1}""")]
    [InlineData("""{"format":"delegation-scheme","formatVersion":1,"scheme":{},"space":{},"names":[{"name":"A","family":"party"}]}""")]
    [InlineData("""{"format":"delegation-scheme","formatVersion":1,"scheme":{},"space":{},"names":[{"name":"A","family":"place","index":0}]}""")]
    [InlineData("""{"format":"delegation-scheme","formatVersion":1,"scheme":{},"space":{},"names":[{"name":"A","family":"basis","owners":["B"]}]}""")]
    [InlineData("""{"format":"delegation-scheme","formatVersion":1,"scheme":{"title":"\uD800"},"space":{},"names":[]}""")]
    public void What_is_no_built_scheme_is_refused_in_words(string content) =>
        Assert.NotEmpty(Assert.Throws<SchemeJsonException>(() => SchemeJson.Read(Encoding.UTF8.GetBytes(content))).Message);

    [Fact]
    public void A_byte_order_mark_does_no_harm()
    {
        Sample sample = Samples.Get("deputy");
        byte[] content = [0xEF, 0xBB, 0xBF, .. new JsonEmitter().Emit(sample.Input).Single().Content.ToArray()];
        Assert.True(SchemeJson.IsSchemeJson(content));
        Assert.Equal(sample.Input.Model.Info.Title, SchemeJson.Read(content).Title);
    }

    [Fact]
    public void No_sentence_looks_like_a_built_scheme() => Assert.False(SchemeJson.IsSchemeJson("scheme A\n"u8));

    private static SchemeJson Read(Sample sample) => SchemeJson.Read(new JsonEmitter().Emit(sample.Input).Single().Content);
}
