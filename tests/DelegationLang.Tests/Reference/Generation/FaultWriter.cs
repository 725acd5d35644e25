namespace DelegationLang.Tests.Reference.Generation;

/// <summary>Puts sentences in error among the sound ones of a random scheme.</summary>
internal sealed class FaultWriter(Dice dice, World world)
{
    public List<string> Spoil(List<string> sentences)
    {
        List<string> spoilt = [.. sentences];
        for (int count = 1 + dice.Below(3); count > 0; count--)
        {
            spoilt.Insert(dice.Below(spoilt.Count + 1), Fault());
        }

        return spoilt;
    }

    private string Fault()
    {
        string own = world.Own.Said;
        string board = world.Parties[1].Said;
        List<GenSubject> subjects = [.. world.Subjects.Where(subject => subject.Owner == world.Own && subject is { Sort: not GenSort.Budget, IsExecutive: false })];
        string subject = dice.Pick(subjects).Said;
        string other = dice.Pick(subjects).Said;
        string condition = dice.Pick(world.Conditions);
        return dice.Below(9) switch
        {
            0 => $"{own} reserves {subject} to Nobody Known.",
            1 => $"{own} reserves {subject} to Nobody Known when {condition}.",
            2 => $"{own} reserves {subject}, a thing undeclared to {board}.",
            3 => $"{own} delegates {subject}, a thing undeclared to Finance Director with power to delegate.",
            4 => $"{own} delegates {subject} to Nobody Known.",
            5 => $"{own} delegates {subject} to Chief Executive and Finance Director.",
            6 => $"{own} delegates {subject} to Finance Director even if reserved when {condition}.",
            7 => $"limits for {subject} of {own}:\n  - Nobody Known up to £1,000\n  - Chief Executive up to £10,000\n  - Finance Director below £50,000 even if reserved.",
            _ => $"Finance Director delegates {other} to Finance Director up to £5,000.",
        };
    }
}
