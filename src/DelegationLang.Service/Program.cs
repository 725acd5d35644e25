using DelegationLang.Cli;
using DelegationLang.Cli.Hosting;
using DelegationLang.Service;

return CommandLine.Run(ConsoleHost.Create(), args, ServiceProgram.Commands);
