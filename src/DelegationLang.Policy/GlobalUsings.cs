// What nearly every file here reads and gives.
global using DelegationLang.Policy.Answers;
global using DelegationLang.Policy.Definition;
