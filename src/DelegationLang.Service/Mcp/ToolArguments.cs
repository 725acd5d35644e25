using System.Text.Json;
using DelegationLang.Cli.Hosting;
using DelegationLang.Policy;
using DelegationLang.Service.Hosting;

namespace DelegationLang.Service.Mcp;

/// <summary>The arguments of a call: texts, none of them passed over.</summary>
internal sealed class ToolArguments
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    private ToolArguments()
    {
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="CommandFailure">One is not known, no text, too long, or missing.</exception>
    public static ToolArguments Read(IEnumerable<KeyValuePair<string, JsonElement>>? given, string[] known, string[] required, int longest)
    {
        var arguments = new ToolArguments();
        foreach ((string? name, JsonElement value) in given ?? [])
        {
            if (Array.IndexOf(known, name) < 0)
            {
                throw new CommandFailure($"there is no argument of that name: it has {Wording.List(known)}");
            }

            if (value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            arguments.texts[name] = value.ValueKind != JsonValueKind.String ? throw new CommandFailure($"the argument {name} must be a text")
                : value.GetString() is { } text && text.Length <= longest ? text
                : throw new CommandFailure(FormattableString.Invariant($"the argument {name} is longer than {longest} characters"));
        }

        return Array.Find(required, name => !arguments.texts.ContainsKey(name)) is { } missing ? throw new CommandFailure($"the argument {missing} is missing") : arguments;
    }

    /// <summary>An argument that must be there.</summary>
    public string Text(string name) => texts[name];

    /// <summary>An argument; empty where it was not given.</summary>
    public string OptionalText(string name) => texts.GetValueOrDefault(name, "");

    /// <summary>A day; none where it was not given.</summary>
    /// <exception cref="CommandFailure">It is no day.</exception>
    public DateOnly? Day(string name) => OptionalText(name) is not { Length: > 0 } text ? null
        : ServiceWords.Day(text) is { } day && day != default ? day
        : throw new CommandFailure($"the argument {name} must be a day such as 2026-05-01");
}
