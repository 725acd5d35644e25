using System.Globalization;
using System.Runtime.CompilerServices;

namespace DelegationLang.Testing;

/// <summary>
/// Every test runs in a culture that writes numbers and dates as this language never does (<c>1'234,5</c>, <c>~1</c>, <c>2026_04_01</c>).
/// Whatever in the product depends on the machine's settings by mistake then shows in the ordinary tests.
/// A test that writes numbers into a text itself does so with <see cref="FormattableString.Invariant"/>.
/// </summary>
internal static class UnusualCulture
{
    /// <summary>The culture in which tests run.</summary>
    public static CultureInfo Culture { get; } = Create();

#pragma warning disable CA2255 // Meant for applications, but this is the one place that runs before any test of an assembly.
    [ModuleInitializer]
    public static void Install()
    {
        CultureInfo.DefaultThreadCurrentCulture = Culture;
        CultureInfo.CurrentCulture = Culture;
    }
#pragma warning restore CA2255

    private static CultureInfo Create()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = "'";
        culture.NumberFormat.CurrencyDecimalSeparator = ",";
        culture.NumberFormat.PercentDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.DateSeparator = "_";
        culture.DateTimeFormat.ShortDatePattern = "yyyy_MM_dd";
        culture.DateTimeFormat.LongDatePattern = "yyyy_MM_dd";
        return CultureInfo.ReadOnly(culture);
    }
}
