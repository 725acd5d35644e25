using System.Globalization;
using DelegationLang.Testing.Generation;

namespace DelegationLang.Benchmarks;

/// <summary>Writes generated schemes to files.</summary>
internal static class SchemeFile
{
    /// <summary>Writes a scheme, as the command line asks.</summary>
    public static int Write(string sentences, string seed, string file)
    {
        if (!int.TryParse(sentences, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count < SchemeGenerator.FewestSentences
            || !int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Console.Error.WriteLine($"scheme SENTENCES SEED FILE: at least {SchemeGenerator.FewestSentences} sentences, and whole numbers.");
            return 2;
        }

        File.WriteAllText(file, SchemeGenerator.Generate(count, number));
        return 0;
    }
}
