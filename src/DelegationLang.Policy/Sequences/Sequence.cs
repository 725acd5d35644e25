using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace DelegationLang;

/// <summary>
/// The everyday operations on sequences, done at once and giving arrays. They have LINQ's names and, being nearer, are found before it.
/// <para>Why not LINQ: most sequences here are short arrays of which everything is wanted, and the tool runs for a fortieth of a second. What that is worth
/// to the native tool stands in docs/performance.md.</para>
/// </summary>
internal static class Sequence
{
    public static ImmutableArray<TResult> Select<T, TResult>(this ImmutableArray<T> source, Func<T, TResult> selector) => Map(source.AsSpan(), selector);

    public static ImmutableArray<TResult> Select<T, TResult>(this List<T> source, Func<T, TResult> selector) => Map(CollectionsMarshal.AsSpan(source), selector);

    public static ImmutableArray<TResult> Select<T, TResult>(this T[] source, Func<T, TResult> selector) => Map<T, TResult>(source, selector);

    public static ImmutableArray<TResult> Select<T, TResult>(this ImmutableArray<T> source, Func<T, int, TResult> selector)
    {
        var result = new TResult[source.Length];
        for (int index = 0; index < result.Length; index++)
        {
            result[index] = selector(source[index], index);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(result);
    }

    public static ImmutableArray<T> Where<T>(this ImmutableArray<T> source, Func<T, bool> predicate) => Filter(source.AsSpan(), predicate);

    public static ImmutableArray<T> Where<T>(this List<T> source, Func<T, bool> predicate) => Filter(CollectionsMarshal.AsSpan(source), predicate);

    public static ImmutableArray<T> Where<T>(this T[] source, Func<T, bool> predicate) => Filter<T>(source, predicate);

    public static ImmutableArray<TResult> SelectMany<T, TResult>(this ImmutableArray<T> source, Func<T, ImmutableArray<TResult>> selector)
    {
        var result = new Gathering<TResult>();
        foreach (T item in source)
        {
            foreach (TResult part in selector(item))
            {
                result.Add(part);
            }
        }

        return result.ToImmutable();
    }

    public static ImmutableArray<TResult> SelectMany<T, TResult>(this ImmutableArray<T> source, Func<T, IEnumerable<TResult>> selector)
    {
        var result = new Gathering<TResult>();
        foreach (T item in source)
        {
            foreach (TResult part in selector(item))
            {
                result.Add(part);
            }
        }

        return result.ToImmutable();
    }

    public static bool Any<T>(this ImmutableArray<T> source) => !source.IsEmpty;

    public static bool Any<T>(this ImmutableArray<T> source, Func<T, bool> predicate) => Find(source.AsSpan(), predicate) >= 0;

    public static bool Any<T>(this List<T> source, Func<T, bool> predicate) => Find(CollectionsMarshal.AsSpan(source), predicate) >= 0;

    public static bool Any<T>(this T[] source, Func<T, bool> predicate) => Find<T>(source, predicate) >= 0;

    public static bool All<T>(this ImmutableArray<T> source, Func<T, bool> predicate)
    {
        foreach (T item in source)
        {
            if (!predicate(item))
            {
                return false;
            }
        }

        return true;
    }

    public static T? FirstOrDefault<T>(this ImmutableArray<T> source) => source.IsEmpty ? default : source[0];

    public static T? FirstOrDefault<T>(this ImmutableArray<T> source, Func<T, bool> predicate)
    {
        int index = Find(source.AsSpan(), predicate);
        return index < 0 ? default : source[index];
    }

    public static T? FirstOrDefault<T>(this List<T> source, Func<T, bool> predicate)
    {
        int index = Find(CollectionsMarshal.AsSpan(source), predicate);
        return index < 0 ? default : source[index];
    }

    public static ImmutableArray<T> Concat<T>(this ImmutableArray<T> source, ImmutableArray<T> other) => source.AddRange(other);

    public static ImmutableArray<T> Concat<T>(this ImmutableArray<T> source, IEnumerable<T> other)
    {
        var result = new Gathering<T>();
        foreach (T item in source)
        {
            result.Add(item);
        }

        foreach (T item in other)
        {
            result.Add(item);
        }

        return result.ToImmutable();
    }

    public static ImmutableArray<T> Append<T>(this ImmutableArray<T> source, T item) => source.Add(item);

    public static int Count<T>(this ImmutableArray<T> source, Func<T, bool> predicate)
    {
        int count = 0;
        foreach (T item in source)
        {
            count += predicate(item) ? 1 : 0;
        }

        return count;
    }

    public static ImmutableArray<T> Distinct<T>(this ImmutableArray<T> source)
    {
        if (source.Length < 2)
        {
            return source;
        }

        var seen = new HashSet<T>();
        var result = new Gathering<T>();
        foreach (T item in source)
        {
            if (seen.Add(item))
            {
                result.Add(item);
            }
        }

        return result.ToImmutable();
    }

    public static ImmutableArray<TResult> OfType<TResult>(this ImmutableArray<object> source)
        where TResult : class
    {
        var result = new Gathering<TResult>();
        foreach (object item in source)
        {
            if (item is TResult wanted)
            {
                result.Add(wanted);
            }
        }

        return result.ToImmutable();
    }

    private static ImmutableArray<TResult> Map<T, TResult>(ReadOnlySpan<T> source, Func<T, TResult> selector)
    {
        var result = new TResult[source.Length];
        for (int index = 0; index < source.Length; index++)
        {
            result[index] = selector(source[index]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(result);
    }

    private static ImmutableArray<T> Filter<T>(ReadOnlySpan<T> source, Func<T, bool> predicate)
    {
        var result = new Gathering<T>();
        foreach (T item in source)
        {
            if (predicate(item))
            {
                result.Add(item);
            }
        }

        return result.ToImmutable();
    }

    private static int Find<T>(ReadOnlySpan<T> source, Func<T, bool> predicate)
    {
        for (int index = 0; index < source.Length; index++)
        {
            if (predicate(source[index]))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>An array that grows while it is filled.</summary>
    private struct Gathering<T>
    {
        private T[] items;
        private int count;

        public Gathering()
        {
            items = [];
            count = 0;
        }

        public void Add(T item)
        {
            if (count == items.Length)
            {
                Array.Resize(ref items, count == 0 ? 4 : count * 2);
            }

            items[count++] = item;
        }

        public readonly ImmutableArray<T> ToImmutable()
        {
            T[] result = items;
            if (count < result.Length)
            {
                Array.Resize(ref result, count);
            }

            return ImmutableCollectionsMarshal.AsImmutableArray(result);
        }
    }
}
