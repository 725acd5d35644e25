namespace DelegationLang.Import.Reading;

/// <summary>Whether value added tax is counted.</summary>
internal enum DraftVat
{
    /// <summary>Not said.</summary>
    Unsaid,

    /// <summary>Counted.</summary>
    Including,

    /// <summary>Not counted.</summary>
    Excluding,
}

/// <summary>A range of sums as a document gives it.</summary>
internal sealed record Band : DocumentPart
{
    /// <summary>All amounts.</summary>
    public static readonly Band Any = new();

    /// <summary>The lower end; none where it reaches down to nothing.</summary>
    public decimal? Lower { get; init; }

    /// <summary>Whether the lower end is itself inside.</summary>
    public bool IsLowerIncluded { get; init; }

    /// <summary>The upper end; none where there is no limit.</summary>
    public decimal? Upper { get; init; }

    /// <summary>Whether the upper end is itself inside.</summary>
    public bool IsUpperIncluded { get; init; } = true;

    /// <summary>Whether the lower end is the first figure of a range, which says not whether it is itself inside (<c>£10,001 to £50,000</c>).</summary>
    public bool IsRange { get; init; }

    /// <summary>Whether the sum stands alone, so that nothing says whether it is an upper end.</summary>
    public bool IsBare { get; init; }

    /// <summary>Whether the sum is that of an exception, and nobody can tell what is left of the power.</summary>
    public bool IsExcepted { get; init; }

    /// <summary>Whether it goes on from the band before it (<c>above that</c>).</summary>
    public bool IsAbovePrevious { get; init; }

    /// <summary>The currency by its code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>What the amount counts, as written after <c>per</c>, or <c>total</c>; empty where it is not said or each decision counts by itself.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Whether tax is counted.</summary>
    public DraftVat Vat { get; init; }

    /// <summary>A share, in per cent, that is an upper end together with <see cref="Upper"/>, the lower of the two; none for most.</summary>
    public decimal? Share { get; init; }

    /// <summary>What it is a share of, in the words of the document.</summary>
    public string ShareOf { get; init; } = "";

    /// <summary>Whether it has an end on either side.</summary>
    public bool IsBounded => Lower is not null || Upper is not null || IsAbovePrevious;

    /// <summary>What two limits of one power leave of it; counted in different ways they cannot be compared.</summary>
    public Band Within(Band other)
    {
        if (!other.IsBounded || !IsBounded || IsAbovePrevious || other.IsAbovePrevious)
        {
            return IsBounded ? this : other;
        }

        bool isOtherLower = other.Lower is { } lower && (Lower is not { } own || lower > own);
        bool isOtherUpper = other.Upper is { } upper && (Upper is not { } top || upper < top);
        Band met = this with
        {
            Lower = isOtherLower ? other.Lower : Lower,
            IsLowerIncluded = isOtherLower ? other.IsLowerIncluded : IsLowerIncluded,
            Upper = isOtherUpper ? other.Upper : Upper,
            IsUpperIncluded = isOtherUpper ? other.IsUpperIncluded : IsUpperIncluded,
            IsBare = IsBare || other.IsBare,
            IsExcepted = IsExcepted || other.IsExcepted,
            Basis = Basis.Length > 0 ? Basis : other.Basis,
            Vat = Vat == DraftVat.Unsaid ? other.Vat : Vat,
        };
        bool isUnclear = (Basis != other.Basis && Basis.Length > 0 && other.Basis.Length > 0) || Currency != other.Currency || (met is { Lower: { } from, Upper: { } to } && from >= to) || (other.Share ?? Share) is not null;
        return isUnclear ? met with { Basis = "?" } : met;
    }
}
