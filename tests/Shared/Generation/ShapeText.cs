using System.Globalization;
using System.Text;

namespace DelegationLang.Testing.Generation;

/// <summary>The text of a scheme of one shape: what every one begins with, and numbered things to add to it.</summary>
internal sealed class ShapeText
{
    private static readonly DateOnly FirstDay = new(2026, 4, 1);
    private readonly StringBuilder text = new("""
        scheme One Shape
          version 1
          approved by Board on 3 March 2026
          in force from 1 April 2026.
        use england.
        Hospital Trust is an NHS trust known as Trust.
        Board is the board of Trust.
        Chief Executive is an officer of Trust reporting to Board.
        Officer 1 is an officer of Trust reporting to Chief Executive.
        shared work is a function of Trust.
        shared matter is a matter of Trust.

        """);

    private readonly HashSet<string> declared = new(StringComparer.Ordinal) { "Officer 1" };

    /// <summary>Adds a line.</summary>
    public ShapeText Add(string line)
    {
        text.Append(line).Append('\n');
        return this;
    }

    /// <summary>The name of a post, declared when it is first named.</summary>
    public string Officer(int number) => Declared($"Officer {number + 1}", "is an officer of Trust reporting to Chief Executive");

    /// <summary>The name of a place, declared when it is first named.</summary>
    public string Place(int number) => Declared($"Place {number + 1}", "is a place of Trust");

    /// <summary>The name of a function, declared when it is first named.</summary>
    public string Function(int number) => Declared($"work {number + 1}", "is a function of Trust");

    /// <summary>The name of a function within the shared one, declared when it is first named.</summary>
    public string Part(int number) => Declared($"part {number + 1}", "is a function of Trust within shared work");

    /// <summary>The name of a matter, declared when it is first named.</summary>
    public string Matter(int number) => Declared($"matter {number + 1}", "is a matter of Trust");

    /// <summary>The name of a condition, declared when it is first named.</summary>
    public string Condition(int number) => Declared($"state {number + 1}", "is a condition");

    /// <summary>The name of a measure, declared when it is first named.</summary>
    public string Measure(int number) => Declared($"size {number + 1}", "is a measure in years");

    /// <summary>The name of a basis, declared when it is first named.</summary>
    public string Basis(int number) => Declared($"count {number + 1}", "is a basis");

    /// <summary>So many names with a word or a comma between them, each on a line of its own: a line has only so much room.</summary>
    public static string List(int count, Func<int, string> name, string between = ",") => string.Join(between + "\n    ", Enumerable.Range(0, count).Select(name));

    /// <summary>So many items, each after a dash on a line of its own.</summary>
    public static string Bullets(int count, Func<int, string> item) => string.Concat(Enumerable.Range(0, count).Select(number => "\n  - " + item(number)));

    /// <summary>A day so many after the first of the scheme, as a sentence names it.</summary>
    public static string Day(int after) => FirstDay.AddDays(after).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An amount in whole pounds.</summary>
    public static string Pounds(int amount) => string.Create(CultureInfo.InvariantCulture, $"£{amount:N0}");

    /// <summary>The numbers from nought up, in an order that the seed chooses.</summary>
    public static int[] Shuffled(int count, int seed)
    {
        var choices = new Choices(seed);
        int[] numbers = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; i > 0; i--)
        {
            int other = choices.Below(i + 1);
            (numbers[i], numbers[other]) = (numbers[other], numbers[i]);
        }

        return numbers;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private string Declared(string name, string declaration)
    {
        if (declared.Add(name))
        {
            text.Append(name).Append(' ').Append(declaration).Append(".\n");
        }

        return name;
    }
}
