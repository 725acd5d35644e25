using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace DelegationLang.Policy.Answers;

/// <summary>
/// The values of measures that a question gives, by the index of the measure. Few, and so looked through. Immutable.
/// </summary>
internal sealed class MeasureValues : IReadOnlyDictionary<int, decimal>
{
    private readonly int[] measures;
    private readonly decimal[] values;

    private MeasureValues(int[] measures, decimal[] values)
    {
        this.measures = measures;
        this.values = values;
    }

    /// <summary>No values.</summary>
    public static MeasureValues None { get; } = new([], []);

    /// <inheritdoc/>
    public int Count => measures.Length;

    /// <inheritdoc/>
    public IEnumerable<int> Keys => measures;

    /// <inheritdoc/>
    public IEnumerable<decimal> Values => values;

    /// <inheritdoc/>
    public decimal this[int key] => TryGetValue(key, out decimal value) ? value : throw new KeyNotFoundException($"The measure {key} has no value.");

    /// <summary>These values with that of one measure given, or given anew.</summary>
    public static MeasureValues With(IReadOnlyDictionary<int, decimal> values, int measure, decimal value)
    {
        bool isKnown = values.ContainsKey(measure);
        int[] allMeasures = new int[values.Count + (isKnown ? 0 : 1)];
        decimal[] allValues = new decimal[allMeasures.Length];
        int next = 0;
        foreach (int known in values.Keys)
        {
            allMeasures[next] = known;
            allValues[next++] = known == measure ? value : values[known];
        }

        if (!isKnown)
        {
            allMeasures[next] = measure;
            allValues[next] = value;
        }

        return new MeasureValues(allMeasures, allValues);
    }

    /// <inheritdoc/>
    public bool ContainsKey(int key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(int key, [MaybeNullWhen(false)] out decimal value)
    {
        for (int index = 0; index < measures.Length; index++)
        {
            if (measures[index] == key)
            {
                value = values[index];
                return true;
            }
        }

        value = 0;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<int, decimal>> GetEnumerator()
    {
        for (int index = 0; index < measures.Length; index++)
        {
            yield return new KeyValuePair<int, decimal>(measures[index], values[index]);
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
