using System.CommandLine;
using System.Globalization;
using DelegationLang.Cli.Hosting;

namespace DelegationLang.Cli.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class Options
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy"];

    /// <summary>The day that <em>today</em> means.</summary>
    public static Option<string?> AsOf()
    {
        var option = new Option<string?>("--as-of")
        {
            Description = "The day that “today” means, such as 2026-05-01 (by default the day it is).",
            HelpName = "DATE",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Parse(token.Value) is null)
            {
                result.AddError($"“{token.Value}” is not a day: write it as 2026-05-01 or as \"1 May 2026\"");
            }
        });
        return option;
    }

    /// <summary>A day that a command is to look at.</summary>
    public static Option<string?> Date(string name, string description)
    {
        Option<string?> option = AsOf();
        return new Option<string?>(name) { Description = description, HelpName = "DATE", Validators = { option.Validators[0] } };
    }

    /// <summary>A day as given on the command line; none where it is none.</summary>
    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>One file or folder.</summary>
    public static Argument<string> Path(string description = "A .delegation file, or a folder.") => new("PATH") { Description = description };

    /// <summary>The folder that a build is written to.</summary>
    public static Option<string> Output() => new("--out") { Description = "The folder to write to.", HelpName = "DIR", Required = true };

    /// <summary>What a build is to write.</summary>
    public static Option<string[]> Emit() =>
        new("--emit") { Description = "What to write: html, json, csharp, csv, decisions, sql, cedar, office, with commas between them (by default the first three).", HelpName = "LIST", AllowMultipleArgumentsPerToken = false };

    /// <summary>The folder that a build is written to, as given.</summary>
    /// <exception cref="CommandFailure">It is empty.</exception>
    public static string Folder(this ParseResult result, Option<string> output) =>
        result.GetRequiredValue(output) is { Length: > 0 } folder ? folder : throw new CommandFailure("--out must name a folder");

    /// <summary>The day that a command is about.</summary>
    public static DateOnly Day(this ParseResult result, Option<string?> option, Host host) => Parse(result.GetValue(option)) ?? host.Today();
}
