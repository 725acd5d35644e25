namespace DelegationLang.Parsing;

/// <summary>Where in one text names are declared that reserved words would cut. Immutable and thread-safe.</summary>
internal sealed class NamePlaces
{
    private readonly int[] starts;
    private readonly NamePlace[] places;

    private NamePlaces(NamePlace[] places)
    {
        this.places = places;
        starts = Array.ConvertAll(places, place => place.Start);
    }

    /// <summary>No places.</summary>
    public static NamePlaces None { get; } = new([]);

    /// <summary>All of them in the order of the text.</summary>
    public IReadOnlyList<NamePlace> All => places;

    /// <summary>The places, put in order; of two at one position the longer.</summary>
    public static NamePlaces Of(IEnumerable<NamePlace> places) =>
        new(places.OrderBy(place => place.Start).ThenByDescending(place => place.End).DistinctBy(place => place.Start).ToArray());

    /// <summary>Where the declared name ends that starts here; -1 where none does.</summary>
    public int EndAt(int position)
    {
        if (starts.Length == 0)
        {
            return -1;
        }

        int index = Array.BinarySearch(starts, position);
        return index < 0 ? -1 : places[index].End;
    }
}
