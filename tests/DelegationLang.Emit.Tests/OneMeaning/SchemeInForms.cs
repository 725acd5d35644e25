using System.Collections.Immutable;
using System.Reflection;
using DelegationLang.Decisions;
using DelegationLang.Emit.CSharp;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Tests.Reference;
using DelegationLang.Tests.Reference.Generation;
using Answer = DelegationLang.Policy.Answer;

namespace DelegationLang.Emit.Tests.OneMeaning;

/// <summary>A random scheme in each of the forms in which it can be asked.</summary>
internal sealed class SchemeInForms
{
    private readonly RandomScheme scheme;
    private readonly Sample sample;
    private readonly ReferenceAnswerer reference;
    private readonly SchemeJson json;
    private readonly LoadedScheme loaded;
    private readonly string namespaceName;
    private QuestionAnswerer? emitted;

    private SchemeInForms(RandomScheme scheme, EngineAnswerer engine, string namespaceName)
    {
        this.scheme = scheme;
        this.namespaceName = namespaceName;
        sample = Samples.Compile("random", [("scheme.delegation", scheme.Text)], scheme.Questions);
        reference = ReferenceCompiler.Compile(scheme.Text, engine.FaultyLines);
        byte[] content = new JsonEmitter().Emit(sample.Input).Single().Content.ToArray();
        json = SchemeJson.Read(content);
        loaded = LoadedScheme.Load(content);
        Code = new CSharpEmitter().Emit(sample.Input with { Namespace = namespaceName }).Single().ToText();
    }

    /// <summary>The emitted code.</summary>
    public string Code { get; }

    /// <summary>The scheme in all forms but the compiled code.</summary>
    public static SchemeInForms Of(RandomScheme scheme, string namespaceName)
    {
        // Which declarations are in error is for the engine to say: they are left out, as where the engine itself is compared with the reference.
        while (true)
        {
            var engine = EngineAnswerer.Compile(scheme.Text);
            HashSet<int> faulty = [.. engine.Errors.Select(error => SentenceAt(scheme.Sentences, error.Line))];
            if (faulty.Count == 0)
            {
                return new SchemeInForms(scheme, engine, namespaceName);
            }

            Assert.DoesNotContain(0, faulty);
            scheme = scheme with { Sentences = [.. scheme.Sentences.Where((_, i) => !faulty.Contains(i))] };
        }
    }

    /// <summary>Takes the compiled code.</summary>
    public void Load(Assembly assembly) => emitted = new QuestionAnswerer(
        EmittedCode.SpaceOf(assembly, namespaceName + ".Scheme"),
        new SymbolQuestionNames(sample.Input.Model.Names, symbol => sample.Engine.Symbols[symbol]),
        sample.Input.Model.NameTable);

    /// <summary>The first question to which two forms give different answers; none where all agree.</summary>
    public string? FirstDisagreement()
    {
        foreach (string question in scheme.Questions)
        {
            Answer answer = sample.Engine.Ask(question, Samples.Today);
            string expected = AnswerFields.Of(answer);
            string fromCode = AnswerFields.Of((emitted ?? throw new InvalidOperationException("The code was not compiled.")).Ask(question, Samples.Today));
            string fromJson = AnswerFields.Of(json.Answerer.Ask(question, Samples.Today));
            DelegationLang.Tests.Reference.Answer judged = reference.Ask(question);
            if (expected != fromCode || expected != fromJson || !judged.Agrees(AnswerConversion.From(answer)))
            {
                return $"{scheme.Text}\n{question}\n  engine    {expected}\n  C#        {fromCode}\n  JSON      {fromJson}\n  reference {judged}";
            }
        }

        return null;
    }

    /// <summary>The first decision on which what is remembered differs from what the evaluator says; none where they agree on all, each asked twice.</summary>
    public string? FirstMisremembered(int seed, int questions)
    {
        var asker = new RandomAsker(loaded, seed);
        for (int i = 0; i < questions; i++)
        {
            AskedTwoWays asked = asker.Next();
            DateOnly day = asked.Decision.Day;
            Answer answer = loaded.Space.May(asked.Party, asked.Decision);
            Standing expected = loaded.Space.StandingOf(asked.Party, asked.Decision);
            bool isAllowed = answer.Outcome == Outcome.Yes && answer.Steps.IsEmpty;
            for (int time = 0; time < 2; time++)
            {
                Standing found;
                try
                {
                    found = asked.Question.StandingOn(day);
                }
                catch (ArgumentException refused) when (refused.Message.StartsWith("No limit on ", StringComparison.Ordinal))
                {
                    // On a basis that no limit counts, what limits ask stays open, and nothing that has a limit is given.
                    if (asked.Decision.Amount is { } amount && (refused.Message.Contains(amount.Basis, StringComparison.Ordinal) || refused.Message.Contains(amount.Currency, StringComparison.Ordinal)))
                    {
                        continue;
                    }

                    return $"{scheme.Text}\nparty {asked.Party}, {asked.Decision}: {refused.Message}";
                }

                Outcome outcome = asked.Question.OutcomeOn(day);
                bool isSame = outcome == answer.Outcome && Told(found) == Told(expected) && found.IsAllowed == isAllowed && asked.Question.IsAllowedOn(day) == isAllowed;
                if (!isSame)
                {
                    return $"{scheme.Text}\nparty {asked.Party}, {asked.Decision}: {answer.Outcome} and {Told(expected)}, but remembered {outcome} and {Told(found)}";
                }
            }
        }

        return null;
    }

    private static string Told(Standing standing) =>
        $"{standing}: {string.Join(", ", standing.Steps)}; {string.Join(" or ", standing.ActWith.Select(group => string.Join(" and ", group)))}; {string.Join(", ", standing.DependsOn)}";

    private static int SentenceAt(ImmutableArray<string> sentences, int line)
    {
        int last = 0;
        for (int index = 0; index < sentences.Length; index++)
        {
            last += sentences[index].Count(c => c == '\n') + 1;
            if (line <= last)
            {
                return index;
            }
        }

        return -1;
    }
}
