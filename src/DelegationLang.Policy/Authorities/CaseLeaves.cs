namespace DelegationLang.Policy.Authorities;

/// <summary>Who stands how in each of the cases that differ: numbers of terms by claimant. There may be thousands of cases with thousands of claimants.</summary>
internal sealed class CaseLeaves
{
    private readonly Dictionary<Claimant, int> numbers = [];
    private readonly List<int[]> claimantsOf = [];
    private readonly List<int[]> termsOf = [];

    /// <summary>How many there are.</summary>
    public int Count => claimantsOf.Count;

    /// <summary>Everybody who stands in some way to some case, as they first came up.</summary>
    public IEnumerable<Claimant> Claimants => numbers.Keys;

    /// <summary>Adds a case.</summary>
    public void Add(Dictionary<Claimant, int> standings)
    {
        int[] claimants = new int[standings.Count];
        int[] terms = new int[standings.Count];
        int next = 0;
        foreach ((Claimant claimant, int number) in standings)
        {
            if (!numbers.TryGetValue(claimant, out claimants[next]))
            {
                numbers.Add(claimant, claimants[next] = numbers.Count);
            }

            terms[next++] = number;
        }

        Array.Sort(claimants, terms);
        claimantsOf.Add(claimants);
        termsOf.Add(terms);
    }

    /// <summary>How somebody stands in a case; none where it does not.</summary>
    public int? TermsOf(Claimant claimant, int leaf) =>
        Array.BinarySearch(claimantsOf[leaf], numbers[claimant]) is >= 0 and int at ? termsOf[leaf][at] : null;
}
