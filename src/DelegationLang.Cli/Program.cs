using DelegationLang.Cli;
using DelegationLang.Cli.Hosting;

return CommandLine.Run(ConsoleHost.Create(), args);
