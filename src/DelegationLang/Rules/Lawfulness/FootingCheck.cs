using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>Whether what a sentence says that it rests on is in force, and does not exclude what it gives, within a body too.</summary>
internal sealed class FootingCheck(LawBook book, SchemeModel model, Action<LegalVerdict> note)
{
    /// <summary>Checks a sentence.</summary>
    public void Check(LegalCase legalCase)
    {
        if (DaysInForce.OfAgreement(legalCase) is NotInForce ended)
        {
            note(ended);
        }

        PartySymbol party = legalCase.Holders.IsEmpty ? legalCase.Giver : legalCase.Holders[0].Group.Parties[0];
        LegalSubject? first = legalCase.Subjects.Count > 0 ? legalCase.Subjects[0] : null;
        if (legalCase.Footing is { IsPowerStated: true, Powers: [var power], Location: SourceLocation place })
        {
            if (DaysInForce.OfPowers(legalCase, [power], legalCase.DaysFor(first, party, model), place) is NotInForce lapsed)
            {
                note(lapsed);
            }

            if (legalCase.Delegation is DelegationStatement delegation && book.LawOf(legalCase.BodyOf(first)).Binding.Contains(power))
            {
                CheckExcluded(legalCase, delegation, power, place);
            }
        }

        if (legalCase.Statement.Terms.Limit is not null && DaysInForce.OfAmounts(legalCase, legalCase.DaysFor(first, party, model)) is NotInForce withoutSum)
        {
            note(withoutSum);
        }
    }

    private void CheckExcluded(LegalCase legalCase, DelegationStatement delegation, PowerSymbol power, SourceLocation place)
    {
        foreach (LegalSubject subject in legalCase.Subjects)
        {
            if (book.ReachOf(power, subject.Atom) is Reach.Excluded or Reach.KindExcluded)
            {
                note(new ExcludedByPower(
                    delegation, place, subject.Atom.Node, book.NamedAmong(subject.Atom, power.Excludes), book.KindOf(subject.Atom), []) { Power = power });
                return;
            }
        }
    }
}
