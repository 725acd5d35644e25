using System.CommandLine;

var root = new RootCommand("Schemes of delegation, written in English and compiled.");

return root.Parse(args).Invoke();
