using System.Collections.Immutable;
using DelegationLang.Import.Reading;

namespace DelegationLang.Import.Drafting;

/// <summary>The rows about one matter, in one section.</summary>
internal sealed class MatterGroup
{
    private readonly List<DraftRow> rows = [];

    private MatterGroup(string key, string section) => (Key, Section) = (key, section);

    /// <summary>The key of the matter; of its own where the rows have no powers.</summary>
    public string Key { get; }

    /// <summary>The section that the rows stand in.</summary>
    public string Section { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<DraftRow> Rows => rows;

    /// <summary>Their powers.</summary>
    public ImmutableArray<Power> Powers => [.. rows.SelectMany(row => row.Powers).Where(power => SchemeWriter.KeyOf(power) == Key)];

    /// <summary>Where they stand.</summary>
    public string PlaceWords => string.Join("; ", rows.Where(row => !row.Powers.IsEmpty).Select(row => row.Row.Place).Distinct(StringComparer.Ordinal));

    /// <summary>Their words.</summary>
    public string Words => string.Join(" // ", rows.Select(row => row.Row.Words).Distinct(StringComparer.Ordinal)).Replace("//", "/", StringComparison.Ordinal);

    /// <summary>What was assumed.</summary>
    public string Reason => string.Join(' ', rows.Where(row => !row.Powers.IsEmpty).Select(row => row.Row.Reason).Where(reason => reason.Length > 0).Distinct(StringComparer.Ordinal));

    /// <summary>The groups of some rows: rows about one matter stand together where the first of them stands.</summary>
    public static ImmutableArray<MatterGroup> Of(IEnumerable<DraftRow> rows)
    {
        var groups = new List<MatterGroup>();
        var byKey = new Dictionary<string, MatterGroup>(StringComparer.Ordinal);
        int own = 0;
        foreach (DraftRow row in rows)
        {
            string[] keys = [.. row.Powers.Select(SchemeWriter.KeyOf).Distinct(StringComparer.Ordinal)];
            if (keys.Length == 0)
            {
                groups.Add(new MatterGroup(FormattableString.Invariant($"\u0002{own++}"), row.Row.Section));
                groups[^1].rows.Add(row);
                continue;
            }

            foreach (string key in keys)
            {
                if (!byKey.TryGetValue(key, out MatterGroup? group))
                {
                    byKey[key] = group = new MatterGroup(key, row.Row.Section);
                    groups.Add(group);
                }

                group.rows.Add(row);
            }
        }

        return [.. groups];
    }
}
