using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>The faults of reading one text. Past a limit further ones are counted and not kept.</summary>
internal sealed class FaultBag
{
    private const int MostInSentence = 200;

    private readonly List<Diagnostic> items = [];
    private readonly List<int> scanned;
    private readonly List<int> unreadable;
    private readonly List<int> recent = [];
    private bool isCrowded;
    private bool isScanned;
    private bool isCutShort;

    public FaultBag(SourceText source)
        : this(source, [], [])
    {
    }

    private FaultBag(SourceText source, List<int> scanned, List<int> unreadable)
    {
        Source = source;
        this.scanned = scanned;
        this.unreadable = unreadable;
    }

    /// <summary>The text that is read.</summary>
    public SourceText Source { get; }

    /// <summary>How many faults were found, those not kept included.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the text has as many faults as will be reported.</summary>
    public bool IsFull => Count >= Limits.Faults;

    /// <summary>A bag for a part of the sentences, which knows what scanning found. Scanning must have ended.</summary>
    public FaultBag Branch() => new(Source, scanned, unreadable) { isScanned = true };

    /// <summary>Takes over what was found in all parts, in their order; nothing, where it is so much that some of it would not have been looked for.</summary>
    public bool TryTake(params ReadOnlySpan<FaultBag> parts)
    {
        int count = Count;
        foreach (FaultBag part in parts)
        {
            count += part.Count;
        }

        if (count >= Limits.Faults)
        {
            return false;
        }

        foreach (FaultBag part in parts)
        {
            items.AddRange(part.items);
            isCutShort |= part.isCutShort;
        }

        Count = count;
        return true;
    }

    /// <summary>Notes that a part of the text was not looked at, because the faults were too many.</summary>
    public void CutShort() => isCutShort = true;

    /// <summary>Adds a fault.</summary>
    public void Add(Diagnostic fault)
    {
        Count++;
        isCrowded = isScanned && recent.Count >= MostInSentence;
        isCutShort |= isCrowded || items.Count >= Limits.Faults;
        if (isCrowded)
        {
            return;
        }

        if (isScanned)
        {
            recent.Add(fault.Location.Span.Start);
        }

        if (items.Count < Limits.Faults)
        {
            items.Add(fault);
        }
    }

    /// <summary>Notes that the characters here are at fault, by a fault that is reported once for the whole file.</summary>
    public void Mark(int position) => scanned.Add(position);

    /// <summary>Forgets what scanning found from a position on, because it is scanned once more.</summary>
    public void ForgetFrom(int position)
    {
        int removed = items.RemoveAll(item => item.Location.Span.Start >= position);
        Count -= removed;
    }

    /// <summary>Ends the list of faults found while scanning; what comes now belongs to one sentence after another.</summary>
    public void EndScan()
    {
        foreach (Diagnostic item in items)
        {
            scanned.Add(item.Location.Span.Start);
            if (item.Code is "DL1001" or "DL1002" or "DL1006")
            {
                unreadable.Add(item.Location.Span.Start);
            }
        }

        scanned.Sort();
        unreadable.Sort();
        isScanned = true;
    }

    /// <summary>Forgets which faults were found in the sentence before.</summary>
    public void StartSentence()
    {
        recent.Clear();
        isCrowded = false;
    }

    /// <summary>Whether scanning found something in these characters that no token could be made of: what the grammar has against them then follows from that.</summary>
    public bool IsUnreadable(int start, int end) => AnyIn(unreadable, start, end);

    /// <summary>Whether a fault of the current sentence, or one found while scanning, starts in these characters or at their end.</summary>
    public bool AnyIn(int start, int end)
    {
        if (isCrowded)
        {
            return true;
        }

        if (AnyIn(scanned, start, end))
        {
            return true;
        }

        foreach (int position in recent)
        {
            if (position >= start && position <= end)
            {
                return true;
            }
        }

        return false;
    }

    private static bool AnyIn(List<int> sorted, int start, int end)
    {
        if (sorted.Count == 0)
        {
            return false;
        }

        int index = sorted.BinarySearch(start);
        index = index >= 0 ? index : ~index;
        return index < sorted.Count && sorted[index] <= end;
    }

    /// <summary>The faults in the order of the text, with a remark where some were left out.</summary>
    public ImmutableArray<Diagnostic> ToImmutable()
    {
        if (isCutShort)
        {
            items.Add(ParsingFaults.TooManyFaults(Source));
        }

        // A stable sort: two faults at one place stay in the order in which they were found.
        return items.Count == 0 ? [] : [.. items.OrderBy(item => item.Location.Span.Start)];
    }
}
