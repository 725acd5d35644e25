using System.Globalization;
using DelegationLang.Policy;

namespace DelegationLang.Service.Hosting;

/// <summary>Words that requests and records have for values.</summary>
internal static class ServiceWords
{
    /// <summary>An outcome as the JSON of answers has it.</summary>
    public static string ToJsonWord(this Answer answer) => answer.Outcome.ToString().ToLowerInvariant();

    /// <summary>A day as data gives it; none for anything else.</summary>
    public static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
