using System.Collections.Immutable;
using System.Globalization;

namespace DelegationLang.Emit.CSharp;

/// <summary>Writes a class of names: a member for each thing, which editors complete and show with the sentence that declares it.</summary>
internal sealed class NamesWriter(CodeLines code)
{
    /// <summary>Writes the class.</summary>
    /// <param name="className">Its name.</param>
    /// <param name="typeName">The type of its members, in DelegationLang.Policy.</param>
    /// <param name="summary">What they are.</param>
    /// <param name="things">The things.</param>
    public void Write(string className, string typeName, string summary, IEnumerable<NamedThing> things)
    {
        NamedThing[] all = [.. things];
        ImmutableArray<string> identifiers = Identifiers.ForMembers(all.Select(thing => thing.Name), className);
        string type = $"global::DelegationLang.Policy.{typeName}<{SchemeWriter.ClassName}>";
        code.Summary("", summary);
        code.Line($"public static class {className}");
        code.Line("{");
        for (int i = 0; i < all.Length; i++)
        {
            if (i > 0)
            {
                code.Line();
            }

            code.Summary("    ", all[i].Name);
            code.Sentence("    ", all[i].Sentence);
            code.Line($"    public static {type} {identifiers[i]} => new({all[i].Index.ToString(CultureInfo.InvariantCulture)});");
        }

        code.Line("}");
        code.Line();
    }
}
