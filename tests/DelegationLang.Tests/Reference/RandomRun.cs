using DelegationLang.Tests.Reference.Generation;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Xunit.Abstractions;

namespace DelegationLang.Tests.Reference;

/// <summary>Runs a check on many random schemes. The seed is printed; put it into <c>DELEGATION_SEED</c> to run the very same schemes again.</summary>
internal static class RandomRun
{
    /// <summary>Tries schemes until one fails, then makes that one as small as it will go.</summary>
    /// <param name="output">Where the seed is printed.</param>
    /// <param name="schemes">How many schemes.</param>
    /// <param name="make">Makes the scheme of a seed and a size, with its questions.</param>
    /// <param name="fault">What is wrong with a scheme; none where nothing is. Called from several threads.</param>
    /// <param name="shrinks">Whether a failing scheme is made smaller.</param>
    public static void Check(
        ITestOutputHelper output, int schemes, Func<int, int, RandomScheme> make, Func<RandomScheme, string?> fault, bool shrinks = true)
    {
        ulong seed = ulong.TryParse(Environment.GetEnvironmentVariable("DELEGATION_SEED"), out ulong given)
            ? given
            : BitConverter.ToUInt64(Guid.NewGuid().ToByteArray());
        output.WriteLine($"DELEGATION_SEED={seed}");
        string smallest = "";
        var gate = new Lock();
        Property property = Prop.ForAll(RandomScheme.Arbitrary(make, shrinks), scheme =>
        {
            if (fault(scheme) is not { } message)
            {
                return true;
            }

            lock (gate)
            {
                smallest = smallest.Length == 0 || message.Length < smallest.Length ? message : smallest;
            }

            return false;
        });
        Config config = Config.QuickThrowOnFailure
            .WithMaxTest(schemes)
            .WithEndSize(100)
            .WithQuietOnSuccess(true)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)))
            .WithParallelRunConfig(FSharpOption<ParallelRunConfig>.Some(new ParallelRunConfig(Environment.ProcessorCount)));
        try
        {
            FsCheck.Check.One(config, property);
        }
        catch (Exception exception) when (smallest.Length > 0)
        {
            Assert.Fail($"DELEGATION_SEED={seed}\nThe smallest scheme found that fails:\n{smallest}\n{exception.Message.Split('\n')[0]}");
        }
    }
}
