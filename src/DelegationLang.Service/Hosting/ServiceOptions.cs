using System.CommandLine;

namespace DelegationLang.Service.Hosting;

/// <summary>Arguments and options that the commands of the service share.</summary>
internal static class ServiceOptions
{
    /// <summary>The schemes.</summary>
    public static Argument<string[]> Paths() => new("PATH")
    {
        Description = "A folder, a .delegation file or a built scheme.json; or KEY=PATH, to call it KEY and not as its folder.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Where the record is kept.</summary>
    public static Option<string?> Audit() => new("--audit") { Description = "The file to which a line of JSON is added for each question (by default standard error).", HelpName = "FILE" };

    /// <summary>Where midnight is.</summary>
    public static Option<string> TimeZone() => new("--time-zone") { Description = "Where midnight is, for questions that name no day.", HelpName = "ZONE", DefaultValueFactory = _ => ServiceClock.DefaultZone };
}
