using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Emit.Decisions;

/// <summary>The facts on which a deputy may act, so that one is left out of an answer when the question says that they are not so.</summary>
internal static class DeputyData
{
    /// <summary>Writes the groups of facts: of each group at least one must be so.</summary>
    public static void Write(DataScript script, SpaceDefinition definition, DeputyAnswer deputy)
    {
        DeputyDefinition? found = definition.Deputies.FirstOrDefault(one =>
            one.Source == deputy.Source && definition.Parties[one.Deputy].Name == deputy.Party && definition.Parties[one.Principal].Name == deputy.For);
        Write(script, found?.Facts ?? []);
    }

    /// <summary>Writes groups of facts.</summary>
    public static void Write(DataScript script, ImmutableArray<ImmutableArray<FactDefinition>> groups)
    {
        script.Open();
        foreach (ImmutableArray<FactDefinition> group in groups)
        {
            script.Open();
            foreach (FactDefinition fact in group)
            {
                script.OpenObject().Name("negated").Add(fact.IsNegated ? 1 : 0);
                if (fact.Condition >= 0)
                {
                    script.Name("condition").Add(fact.Condition);
                }
                else
                {
                    script.Name("measure").Add(fact.Measure);
                    Write(script, "lower", fact.Lower);
                    Write(script, "upper", fact.Upper);
                }

                script.CloseObject();
            }

            script.Close();
        }

        script.Close();
    }

    private static void Write(DataScript script, string name, BoundDefinition? bound)
    {
        if (bound is { LowerOf: [{ Kind: BoundTermKind.Figure } figure] })
        {
            script.Name(name).Open().Add(figure.Value.ToString(CultureInfo.InvariantCulture)).Add(bound.IsIncluded ? 1 : 0).Close();
        }
        else if (bound is not null)
        {
            script.Name("isOpen").Add(1);
        }
    }
}
