namespace DelegationLang.Testing;

/// <summary>A test that takes longer than whoever runs them all by hand will wait for: it runs where more than the ordinary is asked for.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFactAttribute : FactAttribute
{
    /// <summary>Makes one.</summary>
    public LongFactAttribute() => Skip = Effort.IsThorough ? null : "It takes long: DELEGATION_WHOLE=1 runs it, as continuous integration does.";
}
