using DelegationLang.Policy.Permission;

namespace DelegationLang.Policy;

public sealed partial class DecisionSpace
{
    private const int MostAxes = 64;

    private PermissionTable? permissions;
    private AmountAxis[] axes = [];

    /// <summary>
    /// Whether a party may decide a point on a day: <see cref="Outcome.Yes"/>, <see cref="Outcome.No"/> or <see cref="Outcome.Depends"/>, as
    /// <see cref="May"/> has it. From the second time on that a question comes which no sentence tells from it, without evaluating or allocating.
    /// </summary>
    internal Outcome Permission(int party, in DecisionPoint point, DateOnly day) =>
        (Volatile.Read(ref permissions) ?? MakePermissions()).Of(party, point, day);

    /// <summary>What is thrown where a party may not decide.</summary>
    internal NotAuthorisedException Refusal(int party, Decision decision) =>
        new(Definition.Parties[party].Name, May(party, decision), WhoDecides(decision));

    /// <summary>What an amount counts, said in words: the same object for the same words, as long as there are few.</summary>
    internal AmountAxis AxisOf(string currency, string basis, Vat vat)
    {
        AmountAxis[] known = Volatile.Read(ref axes);
        foreach (AmountAxis axis in known)
        {
            if (axis.Vat == vat && axis.Basis == basis && axis.Currency == currency)
            {
                return axis;
            }
        }

        var made = new AmountAxis(currency, basis, vat);
        if (known.Length < MostAxes)
        {
            // Where another thread was first, this one is used once and forgotten.
            Interlocked.CompareExchange(ref axes, [.. known, made], known);
        }

        return made;
    }

    private PermissionTable MakePermissions()
    {
        var made = new PermissionTable(this);
        return Interlocked.CompareExchange(ref permissions, made, null) ?? made;
    }
}
