namespace DelegationLang.Parsing;

/// <summary>
/// A list of small values that is filled and emptied again and again. The framework's list would have to be compiled anew for each of our
/// value types when a program starts; this one is compiled with the rest of the compiler, which makes the first file quicker to read.
/// </summary>
internal sealed class Sequence<T>
{
    private T[] items = new T[16];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public ref T this[int index] => ref items[index];

    public void Add(T item)
    {
        if (Count == items.Length)
        {
            var larger = new T[Count * 2];
            Array.Copy(items, larger, Count);
            items = larger;
        }

        items[Count++] = item;
    }

    public void RemoveAt(int index)
    {
        Count--;
        Array.Copy(items, index + 1, items, index, Count - index);
    }

    public void Clear() => Count = 0;

    /// <summary>All of them, in an array of their own.</summary>
    public T[] ToArray()
    {
        var array = new T[Count];
        Array.Copy(items, array, Count);
        return array;
    }
}
