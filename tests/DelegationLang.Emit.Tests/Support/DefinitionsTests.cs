using System.Collections;
using System.Reflection;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Emit.Tests.Support;

/// <summary>The space that has everything really has: a property added to the definition makes this fail until the emitters know it.</summary>
public sealed class DefinitionsTests
{
    // What is said only where the schemes of other bodies are joined: that is asked, and never emitted.
    private static readonly string[] OfJoined =
        ["KeptByLaw.Scheme", "PartyDefinition.Scheme", "RuleDefinition.OnwardThere", "RuleDefinition.Scheme", "SubjectDefinition.Scheme"];

    [Fact]
    public void Every_property_of_every_part_has_a_value_of_its_own_somewhere()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var all = new HashSet<string>(StringComparer.Ordinal);
        Visit(Definitions.Everything(), used, all);
        Assert.Equal(OfJoined, all.Except(used).Order(StringComparer.Ordinal));
    }

    private static void Visit(object value, HashSet<string> used, HashSet<string> all)
    {
        Type type = value.GetType();
        object? plain = type.IsValueType ? Activator.CreateInstance(type) : null;
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.PropertyType != typeof(Type)))
        {
            string name = type.Name + "." + property.Name;
            all.Add(name);
            object? held = property.GetValue(value);
            bool says = held switch
            {
                null => false,
                string text => text.Length > 0,
                IEnumerable items => items.Cast<object>().Any(),
                -1 => false,
                _ => !held.Equals(plain is null ? Default(property.PropertyType) : property.GetValue(plain)),
            };
            if (says)
            {
                used.Add(name);
            }

            foreach (object part in Parts(held))
            {
                Visit(part, used, all);
            }
        }
    }

    private static IEnumerable<object> Parts(object? value) => value switch
    {
        null or string => [],
        IEnumerable items => items.Cast<object>().SelectMany(Parts),
        _ when value.GetType().Namespace == typeof(SpaceDefinition).Namespace && !value.GetType().IsEnum && value is not DateRange => [value],
        _ => [],
    };

    private static object? Default(Type type) => type == typeof(DateRange) ? DateRange.Always : type.IsValueType ? Activator.CreateInstance(type) : null;
}
