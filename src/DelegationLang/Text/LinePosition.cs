namespace DelegationLang.Text;

/// <summary>A place in a text for people: line and column, both counted from 1, the column in UTF-16 units.</summary>
public readonly record struct LinePosition(int Line, int Column);
