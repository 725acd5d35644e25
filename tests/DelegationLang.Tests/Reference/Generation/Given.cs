namespace DelegationLang.Tests.Reference.Generation;

/// <summary>Amounts as a random sentence states them.</summary>
/// <param name="Text">The words, such as <c>above £5,000 up to £10,000 per contract</c>.</param>
/// <param name="Axis">Currency and qualifier: two limits compare only where it is the same.</param>
/// <param name="Upper">The upper figure; none where it has none or names something that changes.</param>
/// <param name="IsPlain">Whether it is one plain upper figure, so that a part of it is easily stated.</param>
internal sealed record GenLimit(string Text, string Axis, decimal? Upper, bool IsPlain);

/// <summary>What a party of a random scheme holds and may pass on: what an onward sentence must stay within.</summary>
internal sealed record Given(GenParty Holder)
{
    /// <summary>How the holder is named where it gives this on.</summary>
    public string Said { get; init; } = Holder.Said;

    /// <summary>The subjects held; none for everything of the organisation's own.</summary>
    public List<GenSubject>? Subjects { get; init; }

    /// <summary>The function in relation to which alone it is held; none for all.</summary>
    public GenSubject? For { get; init; }

    /// <summary>The place in which alone it is held; empty for everywhere.</summary>
    public string At { get; init; } = "";

    public GenLimit? Limit { get; init; }

    /// <summary>What the onward limit allows; none for all that is held.</summary>
    public decimal? OnwardUpper { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>To whom alone it may be given on; empty for anybody.</summary>
    public List<GenParty> OnlyTo { get; init; } = [];

    /// <summary>Who consents to each onward sentence.</summary>
    public GenParty? Consent { get; init; }

    /// <summary>How many sentences it is away from the holder by law.</summary>
    public int Depth { get; init; }
}
