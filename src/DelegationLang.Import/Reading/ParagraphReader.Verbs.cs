using System.Collections.Immutable;
using DelegationLang.Syntax;

namespace DelegationLang.Import.Reading;

/// <summary>Sentences that name one thing with different verbs, or one of them with none.</summary>
internal sealed partial class ParagraphReader
{
    /// <summary>Looks at all that was read: whether what one sentence names is the matter of another.</summary>
    public void Finish()
    {
        foreach (IGrouping<string, (int Index, string Object, bool IsActive)>? group in objects.GroupBy(entry => NameKey.Of(entry.Object)).Where(group => group.Count() > 1))
        {
            int[] own = [.. group.Where(entry => entry.IsActive).Select(entry => entry.Index)];
            if (own.Length < group.Count())
            {
                AskWhether(group);
                continue;
            }

            for (int i = 1; i < own.Length; i++)
            {
                JoinTiers(own[i - 1], own[i]);
            }
        }
    }

    private void AskWhether(IEnumerable<(int Index, string Object, bool IsActive)> group)
    {
        string first = rows.Results[group.First().Index].Powers is [var power, ..] ? power.Matter : "";
        foreach ((int index, _, bool isActive) in group)
        {
            RowResult result = rows.Results[index];
            if (first.Length > 0 && result is { State: RowState.Understood, Powers: [var other, ..] } && NameKey.Of(other.Matter) != NameKey.Of(first))
            {
                rows.Results[index] = result with
                {
                    State = RowState.Asked,
                    Powers = [],
                    Question = new Question($"Is this the matter “{first}” of another paragraph?", [new Choice("Yes, it is one matter.", Named(result, first)), new Choice("No, it is a matter of its own.", result.Powers), new Choice("Nothing; leave it as a comment.", [])]),
                };
            }
        }
    }

    // To settle claims is not to defend them. Only "above that limit" says that another verb goes on with the same matter.
    private void JoinTiers(int before, int next)
    {
        RowResult first = rows.Results[before];
        RowResult second = rows.Results[next];
        if (first.Powers is [var power, ..] && second.Powers is [{ Band.IsAbovePrevious: true }, ..] && NameKey.Of(power.Matter) != NameKey.Of(second.Powers[0].Matter))
        {
            string matter = Object(power.Matter);
            rows.Results[before] = first with { Powers = Named(first, matter) };
            rows.Results[next] = second with { Powers = Named(second, matter) };
        }
    }

    private static ImmutableArray<Power> Named(RowResult result, string matter) => [.. result.Powers.Select(power => power with { Matter = matter })];
}
