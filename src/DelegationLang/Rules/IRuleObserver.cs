namespace DelegationLang.Rules;

/// <summary>
/// Is told when each rule starts and ends, one after the other, so that a host can measure what each takes: the compiler itself has no clock.
/// It cannot change what is found.
/// </summary>
public interface IRuleObserver
{
    /// <summary>Something starts.</summary>
    /// <param name="work">The code of the rule; or <see cref="RuleSet.SharedWork"/>, which several rules rest on.</param>
    void Started(string work);

    /// <summary>What was last started has ended.</summary>
    /// <param name="work">As when it started.</param>
    void Ended(string work);
}
